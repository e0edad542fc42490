/** Shows the page about a rule: where the code of a problem leads. */
import type { Uri } from 'vscode';
import { showDocs } from './showDocs.ts';

export const explainCommand = 'levers.explain';

export async function explain(extension: Uri, code: string): Promise<void> {
  // Links can be made by anyone: only names of pages are taken.
  if (/^[a-z-]+$/.test(code)) await showDocs(extension, 'rules', `${code}.md`);
}
