/** The language server on a connection: one line for each thing that it can do. */
import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { catalogNames, isCatalogPath } from '../core/catalogFile.ts';
import { isDay } from '../core/date.ts';
import { localeOf } from '../core/text.ts';
import { codeActions, fixAllKind, sortKeysKind } from '../features/codeActions.ts';
import { completion } from '../features/completion.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { formatting } from '../features/formatting.ts';
import { hover } from '../features/hover.ts';
import { onTypeFormatting } from '../features/onTypeFormatting.ts';
import { paste } from '../features/paste.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import type { View } from '../features/view.ts';
import { type InitializationOptions, type PasteParams, type PasteResult, pasteRequest } from '../protocol.ts';
import { answer, type Desk } from './answer.ts';
import type { Files } from './catalogs.ts';
import { Closed, type Help } from './closed.ts';
import { Configuration } from './configuration.ts';
import type { Reader } from './inspector.ts';
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
  /** Threads to look at many files, where the host has some. */
  readonly help?: Help;
}

/** What the files of plans are called. */
const planNames = ['*.levers.yaml', '*.levers.yml'];

function isPlanPath(uri: string): boolean {
  return /\.levers\.ya?ml$/.test(uri);
}

/** So many files that changed at once are looked at together with all others. */
const many = 200;

function folderUri({ uri }: { readonly uri: string }): string {
  return uri.replace(/\/$/, '');
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return (workspaceFolders ?? (rootUri ? [{ uri: rootUri }] : [])).map(folderUri);
}

/** Serves a connection; the caller starts it with `connection.listen()`. */
export function serve(connection: Connection, runtime: Runtime): void {
  const workspace = new Workspace(runtime.files);
  const { documents, catalogs } = workspace;
  let configuration: Configuration;
  let capabilities: ClientCapabilities;
  let view: (uri: string) => View;
  let publisher: Publisher;
  let closed: Closed;
  const desk: Desk = {
    pending: (uri) => workspace.ready(uri),
    subject: (uri) => workspace.subject(uri),
    view: (uri) => view(uri),
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    capabilities = params.capabilities;
    const client = capabilities.textDocument ?? {};
    const item = client.completion?.completionItem;
    const locale = localeOf(options.locale ?? params.locale);
    const fixedDay = options.today && isDay(options.today) ? options.today : undefined;
    const workspaceEdit = capabilities.workspace?.workspaceEdit;
    const reader: Reader = {
      locale,
      snippets: item?.snippetSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      suggestCommand: options.suggestCommand === true,
      documentChanges: workspaceEdit?.documentChanges === true,
      snippetEdits: workspaceEdit?.snippetEditSupport === true,
      rulePage: options.rulePage ?? runtime.rulePage.replace('{locale}', locale === 'en' ? '' : 'zh-cn/'),
    };
    view = (uri) => ({
      ...reader,
      catalog: catalogs.for(uri),
      settings: configuration.now(uri).rules,
      today: fixedDay ?? runtime.today(),
    });
    configuration = new Configuration(connection, capabilities, options.settings, settingsChanged);
    workspace.configuration = configuration;
    catalogs.folders = foldersOf(params);
    const pull = client.diagnostic !== undefined;
    const refresh = pull && capabilities.workspace?.diagnostics?.refreshSupport === true;
    const told = (uri: string) => closed.covers(uri);
    publisher = new Publisher(
      connection,
      workspace,
      { problems: !pull, coverage: options.coverage === true, refresh, told },
      view,
    );
    closed = new Closed(connection, workspace, runtime.files, runtime.help, {
      reader,
      view,
      push: !pull,
      today: () => fixedDay ?? runtime.today(),
      catalogsTold: () => publisher.schedule(),
    });
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
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, sortKeysKind] },
        documentFormattingProvider: true,
        documentRangeFormattingProvider: { rangesSupport: true },
        documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
        ...(pull && {
          // A change of a catalog is told by asking for a refresh: plans do not depend on each other.
          diagnosticProvider: {
            identifier: 'levers',
            interFileDependencies: false,
            workspaceDiagnostics: runtime.files.list !== undefined,
          },
        }),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onCompletion(
    answer(desk, [], (subject, { position }, reader) =>
      completion(subject, subject.document.offsetAt(position), reader),
    ),
  );
  connection.onHover(
    answer(
      desk,
      null,
      (subject, { position }, reader) => hover(subject, subject.document.offsetAt(position), reader) ?? null,
    ),
  );
  connection.onDocumentSymbol(answer(desk, [], (subject, _, reader) => documentSymbols(subject, reader)));
  connection.onFoldingRanges(answer(desk, [], (subject) => foldingRanges(subject)));
  connection.onSelectionRanges(
    answer(desk, [], (subject, { positions }) =>
      selectionRanges(
        subject,
        positions.map((position) => subject.document.offsetAt(position)),
      ),
    ),
  );
  connection.onCodeAction(
    answer(desk, [], (subject, { range, context }, reader) => codeActions(subject, range, context.only, reader)),
  );
  connection.onDocumentFormatting(answer(desk, [], (subject, { options }) => formatting(subject, options)));
  connection.onDocumentRangeFormatting(
    answer(desk, [], (subject, { range, options }) => formatting(subject, options, [range])),
  );
  connection.onDocumentRangesFormatting(
    answer(desk, [], (subject, { ranges, options }) => formatting(subject, options, ranges)),
  );
  connection.onDocumentOnTypeFormatting(
    answer(desk, [], (subject, { position }) => onTypeFormatting(subject, position)),
  );
  connection.onRequest(
    pasteRequest,
    answer(desk, null, (subject, { range, text }: PasteParams): PasteResult => paste(subject, range, text) ?? null),
  );
  const pulled = answer(
    desk,
    undefined,
    (subject, _: DocumentDiagnosticParams, reader): DocumentDiagnosticReport => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: diagnostics(subject, reader),
    }),
  );
  connection.languages.diagnostics.on(async (params, token): Promise<DocumentDiagnosticReport> => {
    closed.asked(params.textDocument.uri);
    const report = await pulled(params, token);
    // Of a document that was just closed the client asks once more.
    return report ?? { kind: DocumentDiagnosticReportKind.Full, items: await closed.problems(params.textDocument.uri) };
  });
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token, _, progress) =>
    closed.report(previousResultIds, token, progress && ((report) => progress.report(report))),
  );

  documents.onDidOpen(({ document }) => {
    closed.opened(document.uri);
    // What happened on the disk without a word (a whole folder was deleted, say) is seen now at the latest.
    if (!isCatalogDocument(document)) catalogs.reload();
  });
  documents.onDidChangeContent(({ document }) => {
    publisher.changed(document.uri);
    if (isCatalogDocument(document)) catalogChanged(document.uri);
  });
  documents.onDidClose(({ document }) => {
    publisher.closed(document.uri);
    closed.changed(document.uri);
    if (isCatalogDocument(document)) catalogFilesChanged();
  });
  documents.listen(connection);

  function catalogChanged(uri: string): void {
    catalogs.changed();
    publisher.catalogsChanged(uri);
  }

  function catalogFilesChanged(): void {
    catalogs.reload();
    publisher.catalogsChanged();
  }

  function settingsChanged(): void {
    catalogs.changed();
    publisher.settingsChanged();
    closed.restart();
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const removed = changes.filter(({ type }) => type === FileChangeType.Deleted);
    const gone = removed.flatMap(({ uri }) => closed.removed(uri));
    const uris = changes.map(({ uri }) => uri);
    const plans = changes.filter(({ uri, type }) => isPlanPath(uri) && type !== FileChangeType.Deleted);
    const catalogChanged = [...gone, ...uris].some(isCatalogPath);
    if (catalogChanged) catalogFilesChanged();
    if (catalogChanged || plans.length > many) closed.restart();
    else for (const { uri } of plans) closed.changed(uri);
  });
  connection.onInitialized(() => {
    const { didChangeWatchedFiles, workspaceFolders } = capabilities.workspace ?? {};
    const refused = () => {};
    if (didChangeWatchedFiles?.dynamicRegistration) {
      const names = [...catalogNames, ...(runtime.files.list ? planNames : [])];
      const watchers: FileSystemWatcher[] = names.map((name) => ({ globPattern: `**/${name}` }));
      // Where a whole folder is deleted, nothing may be said about the files in it.
      if (runtime.files.list) watchers.push({ globPattern: '**/*', kind: WatchKind.Delete });
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
    }
    configuration.watch();
    closed.restart();
    closed.watchDay();
    if (workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(folderUri));
        catalogs.folders = [...catalogs.folders.filter((folder) => !gone.has(folder)), ...added.map(folderUri)];
        for (const folder of gone) configuration.forget(folder);
        settingsChanged();
      });
    }
  });
}
