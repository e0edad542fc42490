/** The language server on a connection: one line for each thing that it can do. */
import {
  type ClientCapabilities,
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
  type FileSystemWatcher,
  type InitializeParams,
  type InitializeResult,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { answersIn } from '../core/authoring/answers.ts';
import { draft } from '../core/authoring/draft.ts';
import { fileName } from '../core/authoring/fileName.ts';
import { localeOf } from '../core/i18n/message.ts';
import { catalogNames, isCatalogPath } from '../core/model/catalogFile.ts';
import { isDay } from '../core/text/day.ts';
import { codeActions, fixAllKind, sortKeysKind } from '../features/codeActions.ts';
import { codeLens } from '../features/codeLens.ts';
import { completion } from '../features/completion/completion.ts';
import { definition } from '../features/definition.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentHighlights } from '../features/documentHighlights.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { formatting } from '../features/formatting.ts';
import { hover } from '../features/hover/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { question } from '../features/newPlan/question.ts';
import { startLens } from '../features/newPlan/startLens.ts';
import { onTypeFormatting } from '../features/onTypeFormatting.ts';
import { paste } from '../features/paste.ts';
import { picture } from '../features/pictures/picture.ts';
import { prepareRename } from '../features/prepareRename.ts';
import { references } from '../features/references.ts';
import { renameEdit } from '../features/renameEdit.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { legend, semanticTokens } from '../features/semanticTokens.ts';
import { documentSymbols } from '../features/symbols/documentSymbols.ts';
import { isPlan, type View } from '../features/view.ts';
import {
  type DraftParams,
  type DraftResult,
  draftRequest,
  type InitializationOptions,
  type OverviewsParams,
  overviewsRequest,
  type PasteParams,
  type PasteResult,
  type Picture,
  type PictureParams,
  pasteRequest,
  pictureRequest,
  portfolioRequest,
  type Question,
  type QuestionParams,
  questionRequest,
} from '../protocol.ts';
import { answer, answerLast, type Desk, unlessRefused } from './answer.ts';
import { type Change, Configuration } from './configuration.ts';
import { isCatalogDocument, Workspace } from './documents/openDocuments.ts';
import { Publisher } from './documents/publisher.ts';
import { ToldTokens } from './documents/tokens.ts';
import type { Files } from './workspace/catalogs.ts';
import { Closed, type Help } from './workspace/diagnostics.ts';
import type { Reader } from './workspace/fileChecker.ts';
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
  const toldTokens = new ToldTokens();
  let configuration: Configuration;
  let capabilities: ClientCapabilities;
  let view: (uri: string) => View;
  let publisher: Publisher;
  let closed: Closed;
  let symbols: Symbols;
  let overviews: Overviews;
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
      showPlan: options.showPlanCommand === true,
      startCommands: options.startCommands === true,
      documentChanges: workspaceEdit?.documentChanges === true,
      snippetEdits: workspaceEdit?.snippetEditSupport === true,
      definitionLinks: client.definition?.linkSupport === true,
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
    const can = capabilities.workspace;
    const { languages } = connection;
    const refresh = [
      ...(pull && can?.diagnostics?.refreshSupport ? [() => languages.diagnostics.refresh()] : []),
      ...(can?.codeLens?.refreshSupport ? [() => connection.sendRequest(CodeLensRefreshRequest.type)] : []),
      ...(can?.inlayHint?.refreshSupport ? [() => languages.inlayHint.refresh()] : []),
      ...(can?.semanticTokens?.refreshSupport ? [() => languages.semanticTokens.refresh()] : []),
    ];
    const told = (uri: string) => closed.covers(uri);
    publisher = new Publisher(
      connection,
      workspace,
      { problems: !pull, coverage: options.coverage === true, refresh, told },
      view,
    );
    overviews = new Overviews(connection, workspace, {
      tell: options.overviews === true,
      locale,
      view,
      today: () => fixedDay ?? runtime.today(),
      busy: () => closed.busy,
      firstAsked: (collected) => closed.overviewsAsked(collected),
    });
    closed = new Closed(connection, workspace, runtime.files, runtime.help, {
      reader,
      view,
      push: !pull,
      today: () => fixedDay ?? runtime.today(),
      catalogsTold: () => publisher.schedule(),
      newDay: () => publisher.catalogsChanged(),
      overviews,
    });
    const watched = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    symbols = new Symbols(workspace, runtime.files, { locale, watched });
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
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: client.rename?.prepareSupport ? { prepareProvider: true } : true,
        documentLinkProvider: {},
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        codeLensProvider: {},
        inlayHintProvider: true,
        semanticTokensProvider: { legend, full: { delta: true }, range: true },
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
  connection.onDefinition(
    answer(desk, [], (subject, { position }, reader) =>
      definition(subject, subject.document.offsetAt(position), reader),
    ),
  );
  connection.onReferences(
    answer(desk, [], (subject, { position, context }) =>
      references(subject, subject.document.offsetAt(position), context.includeDeclaration),
    ),
  );
  connection.onDocumentHighlight(
    answer(desk, [], (subject, { position }) => documentHighlights(subject, subject.document.offsetAt(position))),
  );
  connection.onPrepareRename(
    answer(desk, null, (subject, { position }, reader) =>
      unlessRefused(prepareRename(subject, subject.document.offsetAt(position)), reader),
    ),
  );
  connection.onRenameRequest(
    answer(desk, null, (subject, { position, newName }, reader) =>
      unlessRefused(renameEdit(subject, subject.document.offsetAt(position), newName, reader), reader),
    ),
  );
  connection.onWorkspaceSymbol(({ query }, token) => symbols.search(query, token));
  connection.onDocumentLinks(answer(desk, [], (subject) => documentLinks(subject)));
  connection.onFoldingRanges(answer(desk, [], (subject) => foldingRanges(subject)));
  connection.onSelectionRanges(
    answer(desk, [], (subject, { positions }) =>
      selectionRanges(
        subject,
        positions.map((position) => subject.document.offsetAt(position)),
      ),
    ),
  );
  connection.onCodeLens(
    answer(desk, [], (subject, { textDocument: { uri } }, reader) => [
      ...startLens(subject, reader),
      ...codeLens(subject, configuration.now(uri).codeLens, reader),
    ]),
  );
  connection.languages.inlayHint.on(
    answer(desk, [], (subject, { range, textDocument: { uri } }, reader) =>
      inlayHints(subject, range, configuration.now(uri).inlayHints, reader),
    ),
  );
  const noTokens: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    answer(desk, noTokens, (subject, { textDocument: { uri } }, reader) =>
      toldTokens.all(uri, semanticTokens(subject, reader)),
    ),
  );
  connection.languages.semanticTokens.onDelta(
    answer<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      desk,
      noTokens,
      (subject, { textDocument: { uri }, previousResultId }, reader) =>
        toldTokens.change(uri, previousResultId, semanticTokens(subject, reader)),
    ),
  );
  connection.languages.semanticTokens.onRange(
    answer(desk, noTokens, (subject, { range }, reader) => semanticTokens(subject, reader, range)),
  );
  connection.onCodeAction(
    answer(desk, [], (subject, { range, context }, reader) => codeActions(subject, range, context.only, reader)),
  );
  const drawn = answer<PictureParams, Picture | null>(desk, null, (subject, _, reader) =>
    isPlan(subject) ? picture(subject, reader) : null,
  );
  connection.onRequest(
    pictureRequest,
    answerLast(() => publisher.settled(), drawn),
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

  /** Where a plan is being drafted: what holds there is remembered while questions are answered, and for no other place. */
  let drafting: string | undefined;
  async function viewBefore(uri: string): Promise<View> {
    if (drafting !== undefined && drafting !== uri && !workspace.document(drafting)) workspace.forget(drafting);
    drafting = uri;
    await workspace.ready(uri);
    return view(uri);
  }
  connection.onRequest(
    questionRequest,
    async ({ uri, answers, step }: QuestionParams): Promise<Question> =>
      question(answers ?? {}, step, await viewBefore(uri)),
  );
  connection.onRequest(draftRequest, async ({ uri, answers: given }: DraftParams): Promise<DraftResult> => {
    const reader = await viewBefore(uri);
    const answers = answersIn(given ?? {}, reader.today);
    return { ...draft(answers, reader), name: fileName(answers) };
  });
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

  connection.onRequest(overviewsRequest, (params: OverviewsParams | null, token) =>
    overviews.answer(params ?? {}, token),
  );
  connection.onRequest(portfolioRequest, (token) => overviews.portfolio(token));

  documents.onDidOpen(({ document }) => {
    closed.opened(document.uri);
    // What happened on the disk without a word (a whole folder was deleted, say) is seen now at the latest.
    if (!isCatalogDocument(document)) catalogs.reload();
  });
  documents.onDidChangeContent(({ document }) => {
    publisher.changed(document.uri);
    overviews.changed(document.uri);
    if (isCatalogDocument(document)) catalogChanged(document.uri);
  });
  documents.onDidClose(({ document }) => {
    toldTokens.forget(document.uri);
    publisher.closed(document.uri);
    overviews.closed(document.uri);
    closed.changed(document.uri);
    if (isCatalogDocument(document)) catalogFilesChanged();
  });
  documents.listen(connection);

  function catalogChanged(uri: string): void {
    catalogs.changed();
    publisher.catalogsChanged(uri);
    overviews.openChanged();
  }

  function catalogFilesChanged(): void {
    catalogs.reload();
    publisher.catalogsChanged();
    overviews.openChanged();
  }

  function settingsChanged(what: Change = 'judging'): void {
    if (what === 'showing') return void publisher.refresh();
    catalogs.changed();
    publisher.settingsChanged();
    symbols.restart();
    closed.restart();
  }

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const removed = changes.filter(({ type }) => type === FileChangeType.Deleted);
    const gone = removed.flatMap(({ uri }) => closed.removed(uri));
    const uris = changes.map(({ uri }) => uri);
    for (const uri of uris) symbols.changed(uri);
    const plans = changes.filter(({ uri, type }) => isPlanPath(uri) && type !== FileChangeType.Deleted);
    const catalogChanged = [...gone, ...uris].some(isCatalogPath);
    if (catalogChanged) {
      catalogFilesChanged();
      symbols.restart();
    }
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
