/** Offers, once, to set the language mode right for a plan that was opened as something else. */
import { type Disposable, l10n, languages, type Memento, type TextDocument, window } from 'vscode';
import { isPlanPath, languageId } from './selector.ts';

const asked = 'levers.languageModeAsked';

export function offerLanguageMode(memory: Memento): Disposable {
  const offer = async (document: TextDocument) => {
    if (document.languageId === languageId || !isPlanPath(document.uri.path) || memory.get(asked)) return;
    await memory.update(asked, true);
    const yes = l10n.t('Change Language Mode');
    const answer = await window.showInformationMessage(
      l10n.t(
        'This file is a change plan, but it is opened as another language. Shall it be shown as a LEVERS change plan?',
      ),
      yes,
    );
    if (answer === yes) await languages.setTextDocumentLanguage(document, languageId);
  };
  for (const { document } of window.visibleTextEditors) void offer(document);
  return window.onDidChangeActiveTextEditor((editor) => editor && void offer(editor.document));
}
