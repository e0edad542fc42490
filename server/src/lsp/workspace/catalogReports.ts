/** Diagnostics of catalogs and configurations that hold for open documents, but are neither open nor in a workspace scan: pushed, whatever the client can. */
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sameContext } from '../../core/check/check.ts';
import type { TeamFile } from '../../core/model/catalogFile.ts';
import type { TeamReading } from '../../core/model/parse.ts';
import { diagnostics } from '../../features/diagnostics.ts';
import type { View } from '../../features/view.ts';
import { catalogLanguage } from '../../protocol.ts';
import { ByAddress } from '../address.ts';
import type { OpenDocuments } from '../documents/openDocuments.ts';
import type { FileReports } from './fileReports.ts';

export class CatalogReports {
  /** The reported files, each with what it says and what it was checked with; without these it is due again. */
  private readonly reported = new ByAddress<{ readonly uri: string; by?: { file: TeamReading; view: View } }>();

  /** `push`: diagnostics of open documents are pushed too. `scanned`: the files that workspace diagnostics report. */
  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly scanned: FileReports,
    private readonly options: { readonly push: boolean; view(uri: string): View },
  ) {}

  /** Settings have changed: all are checked again at the next update. */
  invalidate(): void {
    for (const report of this.reported.values()) delete report.by;
  }

  /**
   * Reports new files and changed ones, and takes reports back. @returns undefined when all is reported; else resolves
   * when what was missing (settings, files) is known and it is time for another update
   */
  update(): Promise<void> | undefined {
    const documents = this.documents;
    const scanned = this.scanned;
    const used = new ByAddress<TeamFile<TeamReading>>();
    for (const open of documents.texts.keys()) {
      const pending = documents.ready(open);
      if (pending) return pending;
      const { catalogs } = documents;
      for (const file of [...catalogs.for(open).files, ...(catalogs.config(open)?.files ?? [])]) {
        if (!documents.get(file.uri) && !scanned.get(file.uri)) used.set(file.uri, file);
      }
    }
    for (const file of used.values()) {
      const report = this.reported.get(file.uri) ?? { uri: file.uri };
      this.reported.set(report.uri, report);
      const pending = documents.ready(report.uri);
      if (pending) return pending;
      const view = this.options.view(report.uri);
      if (report.by?.file === file.file && sameContext(report.by.view, view)) continue;
      report.by = { file: file.file, view };
      const document = TextDocument.create(report.uri, catalogLanguage, 0, file.file.text);
      this.send(report.uri, diagnostics({ document, reading: file.file }, view));
    }
    for (const { uri } of this.reported.values()) {
      if (used.has(uri)) continue;
      this.reported.delete(uri);
      if (!documents.texts.get(uri)) documents.forget(uri);
      // What is pushed of an open document, or by the scan, replaces the report by itself.
      if (!this.options.push || !(documents.get(uri) || scanned.get(uri))) this.send(uri, []);
    }
    return undefined;
  }

  private send(uri: string, found: ReturnType<typeof diagnostics>): void {
    void this.connection.sendDiagnostics({ uri, diagnostics: found });
  }
}
