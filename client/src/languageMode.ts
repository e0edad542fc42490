/** Offers, once, to change the language mode of a plan or of a file of a team that was opened as another language. */
import { type Disposable, l10n, languages, type Memento, type TextDocument, window } from 'vscode';
import { languageOf } from './selector.ts';

const asked = 'levers.languageModeAsked';

export function offerLanguageMode(memory: Memento): Disposable {
  const offer = async (document: TextDocument) => {
    const language = languageOf(document.uri.path);
    if (language === undefined || document.languageId === language || memory.get(asked)) return;
    await memory.update(asked, true);
    const yes = l10n.t('Change Language Mode');
    const answer = await window.showInformationMessage(
      l10n.t(
        'This file belongs to a LEVERS change plan, but it is opened as another language. Shall its language mode be changed?',
      ),
      yes,
    );
    if (answer === yes) await languages.setTextDocumentLanguage(document, language);
  };
  for (const { document } of window.visibleTextEditors) void offer(document);
  return window.onDidChangeActiveTextEditor((editor) => editor && void offer(editor.document));
}
