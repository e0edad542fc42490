/** Whether the text of a plan can be written: what Git keeps, other versions and protected files are only shown. */
import { FilePermission, languages, RelativePattern, type TextDocument, workspace } from 'vscode';

/** Whether a setting such as `files.readonlyInclude` means a document: patterns, and whether they count. */
function means(document: TextDocument, setting: string): boolean {
  const patterns = workspace.getConfiguration('files', document).get<Record<string, boolean>>(setting, {});
  const folder = workspace.getWorkspaceFolder(document.uri);
  return Object.entries(patterns).some(([pattern, counts]) => {
    const filters = [{ pattern }, ...(folder ? [{ pattern: new RelativePattern(folder, pattern) }] : [])];
    return counts && languages.match(filters, document) > 0;
  });
}

export async function isWritable(document: TextDocument): Promise<boolean> {
  const { uri } = document;
  if (uri.scheme === 'untitled') return true;
  if (!workspace.fs.isWritableFileSystem(uri.scheme)) return false;
  if (means(document, 'readonlyInclude') && !means(document, 'readonlyExclude')) return false;
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri);
    return (permissions & FilePermission.Readonly) === 0;
  } catch {
    // A file that is gone stays open with its text.
    return false;
  }
}
