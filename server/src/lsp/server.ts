/** The language server on a connection: one line for each thing that it can do. */
import {
  CodeActionKind,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { builtInCatalog } from '../core/catalog.ts';
import { isDay } from '../core/date.ts';
import { localeOf } from '../core/text.ts';
import { codeActions, fixAllKind } from '../features/codeActions.ts';
import { completion } from '../features/completion.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import type { View } from '../features/view.ts';
import type { InitializationOptions } from '../protocol.ts';
import { answer, type Desk } from './answer.ts';
import { Configuration } from './configuration.ts';
import { Publisher } from './publish.ts';
import { Workspace } from './workspace.ts';

/** What the server needs of the machine it runs on. */
export interface Runtime {
  /** The local day, `YYYY-MM-DD`. */
  today(): string;
  /** Address of the bundled page about a rule; `{code}` stands for its code, `{locale}` for the language. */
  readonly rulePage: string;
  readonly version: string;
}

/** Serves a connection; the caller starts it with `connection.listen()`. */
export function serve(connection: Connection, runtime: Runtime): void {
  const workspace = new Workspace();
  let configuration: Configuration;
  let view: (uri: string) => View;
  let publisher: Publisher;
  const desk: Desk = {
    pending: (uri) => configuration.pending(uri),
    subject: (uri) => workspace.subject(uri),
    view: (uri) => view(uri),
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const client = params.capabilities.textDocument ?? {};
    const item = client.completion?.completionItem;
    const locale = localeOf(options.locale ?? params.locale);
    const fixedDay = options.today && isDay(options.today) ? options.today : undefined;
    const workspaceEdit = params.capabilities.workspace?.workspaceEdit;
    const reader = {
      catalog: builtInCatalog,
      locale,
      snippets: item?.snippetSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      suggestCommand: options.suggestCommand === true,
      documentChanges: workspaceEdit?.documentChanges === true,
      snippetEdits: workspaceEdit?.snippetEditSupport === true,
      rulePage: options.rulePage ?? runtime.rulePage.replace('{locale}', locale === 'en' ? '' : 'zh-cn/'),
    };
    const pull = client.diagnostic !== undefined;
    const refresh = pull && params.capabilities.workspace?.diagnostics?.refreshSupport === true;
    configuration = new Configuration(connection, params.capabilities, options.settings, () => {
      if (refresh) connection.languages.diagnostics.refresh();
      for (const uri of workspace.documents.keys()) publisher.changed(uri);
    });
    view = (uri) => ({ ...reader, settings: configuration.now(uri).rules, today: fixedDay ?? runtime.today() });
    publisher = new Publisher(connection, workspace, { problems: !pull, coverage: options.coverage === true }, view);
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
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
        ...(pull && {
          diagnosticProvider: { identifier: 'levers', interFileDependencies: false, workspaceDiagnostics: false },
        }),
      },
    };
  });

  connection.onInitialized(() => configuration.watch());
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
  connection.languages.diagnostics.on(
    answer(
      desk,
      { kind: DocumentDiagnosticReportKind.Full, items: [] } as DocumentDiagnosticReport,
      (subject, _, reader): DocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Full,
        items: diagnostics(subject, reader),
      }),
    ),
  );

  workspace.documents.onDidChangeContent(({ document: { uri } }) => {
    const waiting = configuration.pending(uri);
    if (waiting) void waiting.then(() => publisher.changed(uri));
    else publisher.changed(uri);
  });
  workspace.documents.onDidClose(({ document: { uri } }) => {
    publisher.closed(uri);
    configuration.forget(uri);
  });
  workspace.documents.listen(connection);
}
