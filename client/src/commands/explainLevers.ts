/** "What Is a Lever?": the page about the six levers and their strategies. */
import { commands, env, Uri } from 'vscode';

export const explainLeversCommand = 'levers.explainLevers';

export async function explainLevers(extension: Uri): Promise<void> {
  const folder = env.language.startsWith('zh') ? ['docs', 'zh-cn'] : ['docs'];
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extension, ...folder, 'catalog.md'));
}
