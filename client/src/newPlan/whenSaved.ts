/** Tells when a new plan is saved for the first time. */
import { Disposable, type TextDocument, workspace } from 'vscode';

/**
 * Calls `done` once, when a document is saved. One that is not on the disk yet is not saved itself: a file is opened in its
 * place, under the path that it was given; without one, under any: then it is the next plan that is saved or opened.
 */
export function whenSaved({ uri, languageId }: TextDocument, done: () => void): void {
  const named = uri.scheme !== 'untitled' || uri.path.startsWith('/');
  const look = (found: TextDocument) => {
    if (found.uri.scheme === 'untitled') return;
    if (named ? found.uri.path !== uri.path : found.languageId !== languageId) return;
    listening.dispose();
    done();
  };
  const listening = Disposable.from(workspace.onDidSaveTextDocument(look), workspace.onDidOpenTextDocument(look));
}
