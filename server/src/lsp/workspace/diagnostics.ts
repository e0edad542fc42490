/** Workspace diagnostics: reports the diagnostics of files that are not open, pushed or pulled, whichever the client can. */
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  Emitter,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { isTeamPath } from '../../core/model/parse.ts';
import { diagnostics } from '../../features/diagnostics.ts';
import type { View } from '../../features/view.ts';
import { comparable, innermost } from '../address.ts';
import type { OpenDocuments } from '../documents/openDocuments.ts';
import { type FileReports, noDiagnostics } from './fileReports.ts';
import type { FileScan } from './fileScan.ts';
import { WorkspacePull } from './workspacePull.ts';

export interface DiagnosticsOptions {
  /** Push diagnostics: the client does not pull. */
  readonly push: boolean;
  /** The view of an open document. */
  view(uri: string): View;
}

export class WorkspaceDiagnostics {
  /** Requests that are held open. */
  private readonly pulls = new Set<WorkspacePull>();
  private readonly catalogsChanged = new Emitter<void>();
  /** Fires when the report of a file of a team has come or gone. */
  readonly onDidChangeCatalogs = this.catalogsChanged.event;

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly scan: FileScan,
    private readonly reports: FileReports,
    private readonly options: DiagnosticsOptions,
  ) {
    reports.onDidChange((key) => {
      for (const pull of this.pulls) pull.markDirty(key);
    });
  }

  /** Sets the diagnostics of a file as JSON; undefined: it is gone, or they are not wanted. */
  set(uri: string, json: string | undefined): void {
    const before = this.reports.get(uri);
    if (!this.reports.set(uri, json)) return;
    if (this.options.push && !this.documents.get(uri) && (before?.json ?? noDiagnostics) !== (json ?? noDiagnostics)) {
      void this.connection.sendDiagnostics({
        uri: before?.uri ?? uri,
        diagnostics: JSON.parse(json ?? noDiagnostics),
      });
    }
    if (isTeamPath(uri) && (before === undefined || json === undefined)) this.catalogsChanged.fire();
  }

  /** Keeps only the diagnostics of these files. */
  retain(isReported: (uri: string) => boolean): void {
    for (const { uri } of this.reports.all()) if (!isReported(uri)) this.set(uri, undefined);
  }

  /** Has the requests that are held open look again whether there is something to report. */
  wake(): void {
    for (const pull of this.pulls) pull.wake();
  }

  /** From now on the document reports its diagnostics itself. */
  opened(uri: string): void {
    if (!this.options.push) return;
    const before = this.reports.get(uri);
    this.reports.drop(uri);
    // Escaped otherwise, it is another file to a client that compares addresses letter by letter.
    if (before && before.uri !== uri) void this.connection.sendDiagnostics({ uri: before.uri, diagnostics: [] });
  }

  /** A document has been closed: from now on its file counts, if there is one. */
  closed(uri: string): void {
    if (this.options.push) return;
    this.reports.doubt(uri);
    this.wake();
  }

  /** The file of an open document has been deleted; editors may keep documents that they do not show. */
  deletedOpen(uri: string): void {
    this.reports.set(uri, undefined);
  }

  /** A client pulls one document: it will want to know about changes, but not of that document, in another answer. */
  documentPulled(uri: string): void {
    for (const pull of this.pulls) pull.markPulled(comparable(uri));
    this.reports.doubt(uri);
    this.wake();
  }

  /** The diagnostics of one file that is not open. */
  async of(uri: string): Promise<Diagnostic[]> {
    await this.scan.settled(uri);
    return JSON.parse(this.reports.get(uri)?.json ?? noDiagnostics);
  }

  /** Answers `workspace/diagnostic`; `send`: the client takes parts. */
  async pull(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    send: ((report: WorkspaceDiagnosticReport) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    this.addOpenDocuments();
    const pull = new WorkspacePull(previous, this.reports, {
      busy: () => this.scan.busy,
      version: (uri) => this.documents.get(uri)?.version,
      tellsItself: (uri) => this.tellsItself(uri),
    });
    this.pulls.add(pull);
    try {
      return await pull.answer(token, send);
    } finally {
      this.pulls.delete(pull);
    }
  }

  /** Whether a document is open and no file of the workspace that is gone: such a one may be in no tab, and not be pulled. */
  private tellsItself(uri: string): boolean {
    const { documents, scan } = this;
    return documents.get(uri) !== undefined && (scan.isPresent(uri) || innermost(documents.folders, uri) === undefined);
  }

  /** Open documents are reported with the files: VS Code relies on that for documents that it shows in no tab. */
  private addOpenDocuments(): void {
    const { documents, scan, options } = this;
    if (options.push) return;
    const folders = scan.reportedFolders();
    for (const uri of documents.texts.keys()) {
      const subject = documents.subject(uri);
      if (innermost(folders, uri) === undefined || !scan.isPresent(uri) || !subject || documents.ready(uri)) continue;
      this.reports.set(uri, JSON.stringify(diagnostics(subject, options.view(uri))));
    }
  }
}
