/** The language server on a connection: one line for each thing that it can do. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { catalogNames } from '../core/catalogFile.ts';
import { isDay } from '../core/date.ts';
import { defaultSettings } from '../core/settings.ts';
import { localeOf } from '../core/text.ts';
import { codeActions } from '../features/codeActions.ts';
import { completion } from '../features/completion.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import type { View } from '../features/view.ts';
import type { InitializationOptions } from '../protocol.ts';
import { answer } from './answer.ts';
import type { Files } from './catalogs.ts';
import { Publisher } from './publish.ts';
import { isCatalogDocument, Workspace } from './workspace.ts';

/** What the server needs of the machine it runs on. */
export interface Runtime {
  /** The local day, `YYYY-MM-DD`. */
  today(): string;
  /** Address of the bundled page about a rule; `{code}` stands for its code, `{locale}` for the language. */
  readonly rulePage: string;
  readonly version: string;
  readonly files: Files;
}

function folderUri({ uri }: { readonly uri: string }): string {
  return uri.replace(/\/$/, '');
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return (workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : [])).map(folderUri);
}

/** Serves a connection; the caller starts it with `connection.listen()`. */
export function serve(connection: Connection, runtime: Runtime): void {
  const workspace = new Workspace(connection, runtime.files);
  const { documents, catalogs, configuration } = workspace;
  let capabilities: ClientCapabilities;
  let view: (uri: string) => View;
  let publisher: Publisher;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    capabilities = params.capabilities;
    const client = capabilities.textDocument ?? {};
    const item = client.completion?.completionItem;
    const locale = localeOf(options.locale ?? params.locale);
    const fixedDay = options.today && isDay(options.today) ? options.today : undefined;
    const reader = {
      settings: defaultSettings,
      locale,
      snippets: item?.snippetSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      suggestCommand: options.suggestCommand === true,
      documentChanges: capabilities.workspace?.workspaceEdit?.documentChanges === true,
      rulePage: options.rulePage ?? runtime.rulePage.replace('{locale}', locale === 'en' ? '' : 'zh-cn/'),
    };
    view = (uri) => ({ ...reader, catalog: catalogs.for(uri), today: fixedDay ?? runtime.today() });
    configuration.supported = capabilities.workspace?.configuration === true;
    catalogs.folders = foldersOf(params);
    const pull = client.diagnostic !== undefined;
    const refresh = pull && capabilities.workspace?.diagnostics?.refreshSupport === true;
    const told = { problems: !pull, coverage: options.coverage === true, refresh };
    publisher = new Publisher(connection, workspace, told, view);
    return {
      serverInfo: { name: 'LEVERS change plans', version: runtime.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: {
          triggerCharacters: [' ', ':', '-', '[', '{', ','],
          completionItem: { labelDetailsSupport: true },
        },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        ...(pull && {
          // A change of a catalog is told by asking for a refresh: plans do not depend on each other.
          diagnosticProvider: { identifier: 'levers', interFileDependencies: false, workspaceDiagnostics: false },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onCompletion(
    answer(workspace, [], (subject, { position }) =>
      completion(subject, subject.document.offsetAt(position), view(subject.document.uri)),
    ),
  );
  connection.onHover(
    answer(
      workspace,
      null,
      (subject, { position }) =>
        hover(subject, subject.document.offsetAt(position), view(subject.document.uri)) ?? null,
    ),
  );
  connection.onDocumentSymbol(answer(workspace, [], (subject) => documentSymbols(subject, view(subject.document.uri))));
  connection.onFoldingRanges(answer(workspace, [], (subject) => foldingRanges(subject)));
  connection.onSelectionRanges(
    answer(workspace, [], (subject, { positions }) =>
      selectionRanges(
        subject,
        positions.map((position) => subject.document.offsetAt(position)),
      ),
    ),
  );
  connection.onCodeAction(
    answer(workspace, [], (subject, { range, context }) =>
      codeActions(subject, range, context.only, view(subject.document.uri)),
    ),
  );
  connection.languages.diagnostics.on(
    answer(
      workspace,
      { kind: DocumentDiagnosticReportKind.Full, items: [] } as DocumentDiagnosticReport,
      (subject): DocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Full,
        items: diagnostics(subject, view(subject.document.uri)),
      }),
    ),
  );

  documents.onDidOpen(({ document }) => {
    // What happened on the disk without a word (a whole folder was deleted, say) is seen now at the latest.
    if (!isCatalogDocument(document)) catalogs.reload();
  });
  documents.onDidChangeContent(({ document }) => {
    publisher.changed(document.uri);
    if (isCatalogDocument(document)) catalogChanged(document.uri);
  });
  documents.onDidClose(({ document }) => {
    publisher.closed(document.uri);
    if (isCatalogDocument(document)) filesChanged();
  });
  documents.listen(connection);

  function catalogChanged(uri: string): void {
    catalogs.changed();
    publisher.catalogsChanged(uri);
  }

  function filesChanged(): void {
    catalogs.reload();
    publisher.catalogsChanged();
  }

  function settingsChanged(): void {
    configuration.changed();
    catalogs.changed();
    publisher.settingsChanged();
  }

  connection.onDidChangeWatchedFiles(filesChanged);
  connection.onDidChangeConfiguration(settingsChanged);
  connection.onInitialized(() => {
    const { didChangeWatchedFiles, didChangeConfiguration, workspaceFolders } = capabilities.workspace ?? {};
    const refused = () => {};
    if (didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = catalogNames.map((name) => ({ globPattern: `**/${name}` }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
    }
    if (didChangeConfiguration?.dynamicRegistration) {
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'levers' }).catch(refused);
    }
    if (workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(folderUri));
        catalogs.folders = [...catalogs.folders.filter((folder) => !gone.has(folder)), ...added.map(folderUri)];
        settingsChanged();
      });
    }
  });
}
