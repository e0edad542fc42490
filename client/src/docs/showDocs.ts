/** Pages of the documentation, shown by Markdown's preview in the reader's language. */
import { commands, env, Uri } from 'vscode';

export const explainCommand = 'levers.explain';
export const explainLeversCommand = 'levers.explainLevers';

function pageUri(extension: Uri, ...page: readonly string[]): Uri {
  return Uri.joinPath(extension, ...(env.language.startsWith('zh') ? ['docs', 'zh-cn'] : ['docs']), ...page);
}

/** Shows the page about a rule, the link on the code of a problem: beside the plan, which stays in sight. */
export async function explain(extension: Uri, code: string): Promise<void> {
  // Anyone can write such a link, so nothing but the name of a page is accepted.
  if (!/^[a-z-]+$/.test(code)) return;
  await commands.executeCommand('markdown.showPreviewToSide', pageUri(extension, 'rules', `${code}.md`));
}

/** "What Is a Lever?": shows the page about the six levers and their strategies. */
export async function explainLevers(extension: Uri): Promise<void> {
  await commands.executeCommand('markdown.showPreview', pageUri(extension, 'catalog.md'));
}
