/** Diagnostics of catalogs that hold for open documents, but are neither open nor in a workspace scan: pushed, whatever the client can. */
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../../core/model/catalog.ts';
import type { TeamFile } from '../../core/model/catalogFile.ts';
import { diagnostics } from '../../features/diagnostics.ts';
import type { View } from '../../features/view.ts';
import { catalogLanguage } from '../../protocol.ts';
import { ByAddress } from '../address.ts';
import type { OpenDocuments } from '../documents/openDocuments.ts';
import type { FileReports } from './fileReports.ts';

export class CatalogReports {
  /** The reported catalogs, each with the merged catalog that it was checked with; without one it is due again. */
  private readonly reported = new ByAddress<{ readonly uri: string; catalog?: Catalog }>();

  /** `push`: diagnostics of open documents are pushed too. `scanned`: the files that workspace diagnostics report. */
  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly scanned: FileReports,
    private readonly options: { readonly push: boolean; view(uri: string): View },
  ) {}

  /** Settings have changed: all are checked again at the next update. */
  invalidate(): void {
    for (const report of this.reported.values()) delete report.catalog;
  }

  /**
   * Reports new catalogs and changed ones, and takes reports back. @returns undefined when all is reported; else resolves
   * when what was missing (settings, files) is known and it is time for another update
   */
  update(): Promise<void> | undefined {
    const documents = this.documents;
    const scanned = this.scanned;
    const used = new ByAddress<TeamFile>();
    for (const open of documents.texts.keys()) {
      const pending = documents.ready(open);
      if (pending) return pending;
      for (const file of documents.catalogs.for(open).files) {
        if (!documents.get(file.uri) && !scanned.get(file.uri)) used.set(file.uri, file);
      }
    }
    for (const file of used.values()) {
      const report = this.reported.get(file.uri) ?? { uri: file.uri };
      this.reported.set(report.uri, report);
      const pending = documents.ready(report.uri);
      if (pending) return pending;
      const view = this.options.view(report.uri);
      if (report.catalog === view.catalog) continue;
      report.catalog = view.catalog;
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
