/** The language server on a connection: one line for each thing that it can do. */
import {
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { builtInCatalog } from '../core/catalog.ts';
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
  let view: () => View;
  let publisher: Publisher;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const client = params.capabilities.textDocument ?? {};
    const item = client.completion?.completionItem;
    const locale = localeOf(options.locale ?? params.locale);
    const fixedDay = options.today && isDay(options.today) ? options.today : undefined;
    const reader = {
      catalog: builtInCatalog,
      settings: defaultSettings,
      locale,
      snippets: item?.snippetSupport === true,
      insertReplace: item?.insertReplaceSupport === true,
      suggestCommand: options.suggestCommand === true,
      documentChanges: params.capabilities.workspace?.workspaceEdit?.documentChanges === true,
      rulePage: options.rulePage ?? runtime.rulePage.replace('{locale}', locale === 'en' ? '' : 'zh-cn/'),
    };
    view = () => ({ ...reader, today: fixedDay ?? runtime.today() });
    const pull = client.diagnostic !== undefined;
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
        codeActionProvider: { codeActionKinds: ['quickfix'] },
        ...(pull && {
          diagnosticProvider: { identifier: 'levers', interFileDependencies: false, workspaceDiagnostics: false },
        }),
      },
    };
  });

  connection.onCompletion(
    answer(workspace, [], (subject, { position }) => completion(subject, subject.document.offsetAt(position), view())),
  );
  connection.onHover(
    answer(
      workspace,
      null,
      (subject, { position }) => hover(subject, subject.document.offsetAt(position), view()) ?? null,
    ),
  );
  connection.onDocumentSymbol(answer(workspace, [], (subject) => documentSymbols(subject, view())));
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
    answer(workspace, [], (subject, { range, context }) => codeActions(subject, range, context.only, view())),
  );
  connection.languages.diagnostics.on(
    answer(
      workspace,
      { kind: DocumentDiagnosticReportKind.Full, items: [] } as DocumentDiagnosticReport,
      (subject): DocumentDiagnosticReport => ({
        kind: DocumentDiagnosticReportKind.Full,
        items: diagnostics(subject, view()),
      }),
    ),
  );

  workspace.documents.onDidChangeContent(({ document }) => publisher.changed(document.uri));
  workspace.documents.onDidClose(({ document }) => publisher.closed(document.uri));
  workspace.documents.listen(connection);
}
