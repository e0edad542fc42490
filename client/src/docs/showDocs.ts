/** Shows a page of the docs in the reader's language. */
import { commands, env, Uri } from 'vscode';

export async function showDocs(extension: Uri, ...page: readonly string[]): Promise<void> {
  const folder = env.language.startsWith('zh') ? ['docs', 'zh-cn'] : ['docs'];
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extension, ...folder, ...page));
}
