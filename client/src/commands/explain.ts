/** Shows the page about a rule: where the code of a problem leads. */
import { commands, env, Uri } from 'vscode';

export const explainCommand = 'levers.explain';

export async function explain(extension: Uri, code: string): Promise<void> {
  // Links can be made by anyone: only names of pages are taken.
  if (!/^[a-z-]+$/.test(code)) return;
  const folder = env.language.startsWith('zh') ? ['docs', 'zh-cn', 'rules'] : ['docs', 'rules'];
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extension, ...folder, `${code}.md`));
}
