/** "What Is a Lever?": the page about the six levers and their strategies. */
import type { Uri } from 'vscode';
import { showDocs } from './showDocs.ts';

export const explainLeversCommand = 'levers.explainLevers';

export function explainLevers(extension: Uri): Promise<void> {
  return showDocs(extension, 'catalog.md');
}
