/** Where a file is after files or folders were renamed or moved in the editor, also since the last window. */
import { type FileRenameEvent, type Memento, Uri, workspace } from 'vscode';

/** The renames of a workspace, old and new address of each: a page that was hidden meanwhile knows the old one. */
const renames = 'levers.renames';

/** So many renames are remembered. */
const most = 100;

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

/** Remembers a rename for pages that are hidden. */
export async function rememberRename(memory: Memento, { files }: FileRenameEvent): Promise<void> {
  const pairs = files.map(({ oldUri, newUri }) => [oldUri.toString(), newUri.toString()]);
  await memory.update(renames, [...memory.get<string[][]>(renames, []), ...pairs].slice(-most));
}

/** Where a file is that a page knew: there, or where it went if nothing is there any more. */
export async function addressNow(file: Uri, memory: Memento): Promise<Uri> {
  const isThere = await workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
  if (isThere) return file;
  const pairs = memory.get<[string, string][]>(renames, []);
  return pairs.reduce((at, [from, to]) => {
    const files = [{ oldUri: Uri.parse(from), newUri: Uri.parse(to) }];
    return renamed(at, { files }) ?? at;
  }, file);
}
