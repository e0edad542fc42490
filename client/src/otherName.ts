/** Offers, once for each file, to rename one that looks like a plan and has another name: nothing in it is checked. */
import { type Disposable, l10n, type Memento, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { languageOf } from './selector.ts';

const asked = 'levers.renameAsked';

/** So many characters tell whether a text is a plan. */
const head = 4000;

/** Whether a text begins as a plan does: with the version of the format, and with two sections of its own. */
function looksLikePlan(text: string): boolean {
  const start = text.slice(0, head);
  const sections = start.match(/^(?:plan|purpose|stakeholders|levers)[ \t]*:/gm) ?? [];
  return /^version[ \t]*:[ \t]*1\b/m.test(start) && new Set(sections).size > 1;
}

/** The address that a plan should have: `Plan B.levers.yaml.txt` and `plan-b.yaml` become `….levers.yaml`. */
function planUri(uri: Uri): Uri {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const bare = name
    .replace(/\.txt$/i, '')
    .replace(/\.(?:ya?ml)$/i, '')
    .replace(/\.levers$/i, '');
  return Uri.joinPath(uri, '..', `${bare}.levers.yaml`);
}

export function offerName(memory: Memento): Disposable {
  const offer = async (document: TextDocument) => {
    const { uri, languageId } = document;
    const mayBe = uri.scheme !== 'untitled' && ['yaml', 'plaintext'].includes(languageId);
    if (!mayBe || languageOf(uri.path) !== undefined || !looksLikePlan(document.getText())) return;
    const known = memory.get<string[]>(asked, []);
    if (known.includes(uri.toString())) return;
    await memory.update(asked, [...known, uri.toString()]);
    const yes = l10n.t('Rename');
    const answer = await window.showInformationMessage(
      l10n.t('This file looks like a change plan, but only files named “….levers.yaml” are checked. Rename it?'),
      yes,
      l10n.t('Not Now'),
    );
    if (answer !== yes) return;
    const edit = new WorkspaceEdit();
    // Never over another file: then the editor says so itself.
    edit.renameFile(uri, planUri(uri), { overwrite: false });
    await workspace.applyEdit(edit);
  };
  for (const { document } of window.visibleTextEditors) void offer(document);
  return window.onDidChangeActiveTextEditor((editor) => editor && void offer(editor.document));
}
