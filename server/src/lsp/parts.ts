/** The parts of the server, as `server.ts` puts them together. */
import type { View } from '../features/view.ts';
import type { OpenDocuments } from './documents/openDocuments.ts';
import type { Publisher } from './documents/publisher.ts';
import type { Refresher } from './documents/refresher.ts';
import type { SentTokens } from './documents/tokens.ts';
import type { CatalogReports } from './workspace/catalogReports.ts';
import type { WorkspaceDiagnostics } from './workspace/diagnostics.ts';
import type { FileScan } from './workspace/fileScan.ts';
import type { Overviews } from './workspace/overviews.ts';
import type { Symbols } from './workspace/symbols.ts';

export interface Parts {
  readonly documents: OpenDocuments;
  readonly publisher: Publisher;
  readonly refresher: Refresher;
  readonly sentTokens: SentTokens;
  readonly scan: FileScan;
  readonly diagnostics: WorkspaceDiagnostics;
  readonly catalogReports: CatalogReports;
  readonly overviews: Overviews;
  readonly symbols: Symbols;
  /** The view of a document, open or not. */
  view(uri: string): View;
}
