/** What the server can do, for a client that can do this much. */
import {
  type ClientCapabilities,
  CodeActionKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind, sortKeysKind } from '../features/codeActions.ts';
import { typed } from '../features/onTypeFormatting.ts';
import { legend } from '../features/semanticTokens.ts';

/** Whether the client pulls diagnostics; others get them pushed. */
export function pullsDiagnostics({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.diagnostic !== undefined;
}

/** `listsFiles`: the host can list the files of a folder, so those that are not open are checked too. */
export function serverCapabilities(client: ClientCapabilities, listsFiles: boolean): ServerCapabilities {
  return {
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
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
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
    documentOnTypeFormattingProvider: { firstTriggerCharacter: typed.enter, moreTriggerCharacter: [typed.hyphen] },
    ...(pullsDiagnostics(client) && {
      // A changed catalog leads to a refresh request instead: plans do not depend on each other.
      diagnosticProvider: { identifier: 'levers', interFileDependencies: false, workspaceDiagnostics: listsFiles },
    }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
