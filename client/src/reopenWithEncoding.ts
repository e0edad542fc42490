/** Offers VS Code's *Reopen with Encoding* where characters of a file were lost because it is not UTF-8. */
import { CodeAction, CodeActionKind, type Diagnostic, type Disposable, l10n, languages } from 'vscode';
import { selector } from './selector.ts';

/** The code of the problem about such a file. */
const unreadableFile = 'unreadable-file';

/** What stands in place of a character that was lost. */
const lost = '\uFFFD';

function codeOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

export function offerEncoding(): Disposable {
  const title = l10n.t('Reopen with the Right Encoding…');
  return languages.registerCodeActionsProvider(
    selector,
    {
      provideCodeActions(document, _, { diagnostics }) {
        const about = diagnostics.filter((diagnostic) => codeOf(diagnostic) === unreadableFile);
        if (about.length === 0 || !document.getText().includes(lost)) return [];
        const action = new CodeAction(title, CodeActionKind.QuickFix);
        action.diagnostics = about;
        action.isPreferred = true;
        // Asks whether to reopen or to save, and with which encoding; its list begins with a guess.
        action.command = { command: 'workbench.action.editor.changeEncoding', title };
        return [action];
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}
