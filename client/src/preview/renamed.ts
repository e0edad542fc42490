/** Where a file is after files or folders were renamed or moved in the editor. */
import type { FileRenameEvent, Uri } from 'vscode';

/** The new address of a file; undefined where it is not among them. */
export function renamed(file: Uri, { files }: FileRenameEvent): Uri | undefined {
  for (const { oldUri, newUri } of files) {
    if (oldUri.toString() === file.toString()) return newUri;
    const inside = `${oldUri.path}/`;
    const isInside =
      oldUri.scheme === file.scheme && oldUri.authority === file.authority && file.path.startsWith(inside);
    if (isInside) return newUri.with({ path: `${newUri.path}/${file.path.slice(inside.length)}` });
  }
  return undefined;
}
