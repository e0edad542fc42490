/** The document for a new plan: one that is still empty, or an untitled one with a free name. */
import { languages, type TextEditor, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import { planLanguage } from '../../../server/src/protocol.ts';

/** Where a new plan is going to live. */
export interface Home {
  /** The folder that it is saved in; without one, its reader is asked on saving. */
  readonly folder?: Uri;
}

function homeIn(folder: WorkspaceFolder | undefined): Home {
  // An untitled document in another file system would forget which one that is, and be saved to the disk.
  return folder && ['file', 'vscode-remote'].includes(folder.uri.scheme) ? { folder: folder.uri } : {};
}

/**
 * Where a new plan is going to live: in the folder of the document at an address, else of the one in front, else in the
 * only one, else in one that somebody picks. Undefined where they leave.
 */
export async function homeOf(at: string | undefined): Promise<Home | undefined> {
  const front = at === undefined ? window.activeTextEditor?.document.uri : Uri.parse(at);
  const own = front && workspace.getWorkspaceFolder(front);
  const [first, ...others] = workspace.workspaceFolders ?? [];
  if (own || others.length === 0) return homeIn(own ?? first);
  if (at !== undefined) return {};
  const picked = await window.showWorkspaceFolderPick();
  return picked && homeIn(picked);
}

/** The address of an untitled plan: `NAME.levers.yaml`, or the first of `NAME-2.levers.yaml` … that neither the folder nor an editor has. */
export async function freeUri({ folder }: Home, name: string): Promise<Uri> {
  for (let n = 1; ; n++) {
    const fileName = n === 1 ? `${name}.levers.yaml` : `${name}-${n}.levers.yaml`;
    const file = folder && Uri.joinPath(folder, fileName);
    const uri = Uri.from({ scheme: 'untitled', path: file?.path ?? fileName });
    const open = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    const exists =
      file &&
      (await workspace.fs.stat(file).then(
        () => true,
        () => false,
      ));
    if (!open && !exists) return uri;
  }
}

/** Whether a text has nothing but comments in it. */
function isBlank(text: string): boolean {
  return text.split(/\r?\n/).every((line) => /^\s*(#|$)/.test(line));
}

/** An editor with the cursor on an empty line after what a document already has. */
async function behind(uri: Uri): Promise<TextEditor | undefined> {
  const document = await workspace.openTextDocument(uri);
  if (!isBlank(document.getText())) return undefined;
  const editor = await window.showTextDocument(document);
  const last = document.lineAt(document.lineCount - 1);
  if (last.text.trim() !== '') await editor.edit((edit) => edit.insert(last.range.end, '\n'));
  return editor;
}

/** An editor in which a plan can begin at the end of the document: at an address, if nothing is written there, or in a new document. */
export async function begin(name: string, home: Home, at: string | undefined): Promise<TextEditor> {
  const there = at === undefined ? undefined : await behind(Uri.parse(at));
  if (there) return there;
  // With a name but without a folder it would be saved to the root of the disk, and nobody would be asked.
  if (!home.folder) return window.showTextDocument(await workspace.openTextDocument({ language: planLanguage }));
  const opened = await workspace.openTextDocument(await freeUri(home, name));
  return window.showTextDocument(await languages.setTextDocumentLanguage(opened, planLanguage));
}
