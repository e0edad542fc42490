/** Pages of the documentation, shown by Markdown's preview in the reader's language. */
import { commands, env, Uri } from 'vscode';

export const explainCommand = 'levers.explain';
export const explainLeversCommand = 'levers.explainLevers';

async function showDocs(extension: Uri, ...page: readonly string[]): Promise<void> {
  const folder = env.language.startsWith('zh') ? ['docs', 'zh-cn'] : ['docs'];
  // Beside the plan, which stays in sight.
  await commands.executeCommand('markdown.showPreviewToSide', Uri.joinPath(extension, ...folder, ...page));
}

/** Shows the page about a rule: the link on the code of a problem. */
export async function explain(extension: Uri, code: string): Promise<void> {
  // Anyone can write such a link, so nothing but the name of a page is accepted.
  if (/^[a-z-]+$/.test(code)) await showDocs(extension, 'rules', `${code}.md`);
}

/** "What Is a Lever?": shows the page about the six levers and their strategies. */
export function explainLevers(extension: Uri): Promise<void> {
  return showDocs(extension, 'catalog.md');
}
