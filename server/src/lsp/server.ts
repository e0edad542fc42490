/** The language server on a connection: what it consists of. */
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { settingsFor } from '../core/diagnostics/resolveConfig.ts';
import { isDay } from '../core/text/day.ts';
import type { View } from '../features/view.ts';
import { pullsDiagnostics, serverCapabilities } from './capabilities.ts';
import { Changes, folderUri, subscribe, watchDay } from './changes.ts';
import { clientProfile, initializationOptions } from './clientProfile.ts';
import { Configuration } from './configuration.ts';
import { OpenDocuments } from './documents/openDocuments.ts';
import { Publisher } from './documents/publisher.ts';
import { Refresher } from './documents/refresher.ts';
import { SentTokens } from './documents/tokens.ts';
import type { Parts } from './parts.ts';
import { answerRequests } from './requests.ts';
import { areFileChanges, sound, soundTexts } from './sound.ts';
import { CatalogReports } from './workspace/catalogReports.ts';
import { WorkspaceDiagnostics } from './workspace/diagnostics.ts';
import { FileReports } from './workspace/fileReports.ts';
import { type CheckInPool, FileScan } from './workspace/fileScan.ts';
import type { Files } from './workspace/files.ts';
import { Overviews } from './workspace/overviews.ts';
import { Symbols } from './workspace/symbols.ts';

/** What the server needs of the machine it runs on. */
export interface Runtime {
  /** The local day, `YYYY-MM-DD`. */
  today(): string;
  /** Address of the bundled page about a rule; `{code}` stands for its code, `{locale}` for the language. */
  readonly rulePage: string;
  readonly version: string;
  readonly files: Files;
  /** Checks many files on worker threads, where the host has some. */
  readonly pool?: CheckInPool;
}

/** Serves a connection; the caller starts it with `connection.listen()`. */
export function serve(connection: Connection, runtime: Runtime): void {
  connection.onInitialize((params): InitializeResult => {
    start(connection, runtime, params);
    return {
      serverInfo: { name: 'LEVERS change plans', version: runtime.version },
      capabilities: serverCapabilities(params.capabilities, runtime.files.list !== undefined),
    };
  });
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return (workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : [])).map(folderUri);
}

/** Puts the server together for the client that introduces itself. */
function start(connection: Connection, runtime: Runtime, params: InitializeParams): void {
  const { files } = runtime;
  const { capabilities } = params;
  const options = initializationOptions(params);
  const profile = clientProfile(params, runtime.rulePage);
  const fixedDay = options.today && isDay(options.today) ? options.today : undefined;
  const today = () => fixedDay ?? runtime.today();
  const push = !pullsDiagnostics(capabilities);
  const watched = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const collects = options.overviews === true;

  const configuration = new Configuration(connection, capabilities, options.settings);
  const documents = new OpenDocuments(files, configuration, foldersOf(params));
  const view = (uri: string): View => {
    const config = documents.catalogs.config(uri);
    const settings = settingsFor(uri, config, configuration.now(uri).rules);
    return { ...profile, catalog: documents.catalogs.for(uri), config, settings, today: today() };
  };
  const reports = new FileReports();
  const catalogReports = new CatalogReports(connection, documents, reports, { push, view });
  const publisher = new Publisher(connection, documents, catalogReports, {
    push,
    coverage: options.coverage === true,
    view,
  });
  const scan = new FileScan(documents, files, {
    profile,
    today,
    overviews: collects,
    pool: runtime.pool,
    logError: (message) => connection.console.error(message),
  });
  const parts: Parts = {
    documents,
    publisher,
    refresher: new Refresher(connection, capabilities),
    sentTokens: new SentTokens(),
    scan,
    diagnostics: new WorkspaceDiagnostics(connection, documents, scan, reports, { push, view }),
    catalogReports,
    overviews: new Overviews(connection, documents, scan, { notify: collects, locale: profile.locale, view, today }),
    symbols: new Symbols(documents, files, { locale: profile.locale, watched }),
    view,
  };
  const changes = new Changes(parts);
  answerRequests(connection, parts);
  documents.texts.listen(soundTexts(connection));
  connection.onDidChangeWatchedFiles(sound(areFileChanges, (event) => changes.filesChanged(event.changes)));
  connection.onInitialized(() => {
    subscribe(connection, capabilities, files.list !== undefined, changes);
    configuration.watch();
    scan.restart();
    watchDay(today, () => changes.dayChanged());
  });
}
