/** The versions of a plan that can be compared, by their addresses: a file, what Git keeps, what was saved last. */
import { type Disposable, EventEmitter, l10n, Uri, workspace } from 'vscode';
import { isOld, nameOfKept } from '../preview/planVersion.ts';

/** The scheme of what was saved last: of the file that has the rest of the address. */
const saved = 'levers-saved';

/** Two versions of a plan: the changes are those from `before` to `plan`. */
export interface Versions {
  readonly plan: Uri;
  readonly before: Uri;
}

/** The address of what was saved last of a plan that is being edited. */
export function savedVersion(plan: Uri): Uri {
  return Uri.from({ scheme: saved, path: plan.path, query: plan.toString() });
}

async function savedText({ query }: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.parse(query, true)));
}

/** The text of a version. Rejects where there is none. */
export async function textOf(version: Uri): Promise<string> {
  if (version.scheme === saved) return await savedText(version);
  return (await workspace.openTextDocument(version)).getText();
}

/** Whether a version may be another after a file was saved. */
export function isOf(version: Uri, file: Uri): boolean {
  return [version.toString(), version.scheme === saved && version.query].includes(file.toString());
}

/** The name of the file of a plan, without what all plans end in. */
export function fileName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.levers\.ya?ml$/, '');
}

/** What a version is called. */
export function versionName(version: Uri): string {
  if (version.scheme === saved) return l10n.t('saved last');
  return (isOld(version) && nameOfKept(version)) || workspace.asRelativePath(version);
}

/** Gives the texts of what was saved last, and gives them again after each saving. */
export function savedVersions(): Disposable {
  const changed = new EventEmitter<Uri>();
  const saving = workspace.onDidSaveTextDocument(({ uri }) => changed.fire(savedVersion(uri)));
  const provider = workspace.registerTextDocumentContentProvider(saved, {
    onDidChange: changed.event,
    provideTextDocumentContent: savedText,
  });
  return {
    dispose() {
      saving.dispose();
      provider.dispose();
      changed.dispose();
    },
  };
}
