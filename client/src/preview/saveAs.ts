/** Saves what was made of a plan where the user says. */
import { l10n, Uri, window, workspace } from 'vscode';

/** Asks where to save a text, first in the workspace folder, and writes it. `kind`: what is at the end of the name. @returns whether it was saved */
export async function saveAs(name: string, kind: 'html' | 'svg', text: string): Promise<boolean> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, `${name}.${kind}`) }),
    filters: { [kind.toUpperCase()]: [kind] },
  });
  if (!target) return false;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
    return true;
  } catch {
    void window.showErrorMessage(l10n.t('The file could not be saved. Please choose another place.'));
    return false;
  }
}
