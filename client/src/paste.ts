/** Paste provider: indents pasted lines for the place where they belong, in one undo step. */
import {
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  SnippetString,
  SnippetTextEdit,
  WorkspaceEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PasteParams, type PasteResult, pasteRequest } from '../../server/src/protocol.ts';
import { selector } from './selector.ts';
import { withTimeout } from './withTimeout.ts';

/** What is pasted waits no longer than this (milliseconds) for its place. */
const patience = 500;

const text = 'text/plain';

export function pasteInPlace(client: BaseLanguageClient): Disposable {
  const kind = DocumentDropOrPasteEditKind.Text.append('levers');
  return languages.registerDocumentPasteEditProvider(
    selector,
    {
      async provideDocumentPasteEdits(document, [range, ...more], copied, _, token) {
        if (!range || more.length > 0) return undefined;
        const pasted = await copied.get(text)?.asString();
        if (!pasted?.includes('\n')) return undefined;
        const params: PasteParams = {
          textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
          range: client.code2ProtocolConverter.asRange(range),
          text: pasted,
        };
        const request = client.sendRequest<PasteResult>(pasteRequest, params, token);
        const result = await withTimeout(patience, request).catch(() => null);
        // Without an answer the text is pasted as it is.
        if (!result) return undefined;
        // As a text to insert it would be indented once more, like the line of the cursor.
        const inserted = new SnippetTextEdit(
          client.protocol2CodeConverter.asRange(result.range),
          new SnippetString().appendText(result.newText).appendTabstop(0),
        );
        inserted.keepWhitespace = true;
        const edit = new DocumentPasteEdit('', l10n.t('Paste Where It Belongs'), kind);
        edit.additionalEdit = new WorkspaceEdit();
        edit.additionalEdit.set(document.uri, [inserted]);
        return [edit];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [text] },
  );
}
