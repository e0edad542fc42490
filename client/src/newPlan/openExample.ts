/** "Open Example Plan": a whole plan to read and to try things out on; it is a document of its own, and saved nowhere. */
import { env, Uri, window, workspace } from 'vscode';
import { planLanguage } from '../../../server/src/protocol.ts';

export const openExampleCommand = 'levers.openExample';

/** Opens the example in the reader's language. */
export async function openExample(extension: Uri): Promise<void> {
  const name = env.language.startsWith('zh') ? 'retail-service-assistant' : 'hospital-ai-scribe';
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'examples', `${name}.levers.yaml`));
  const content = new TextDecoder().decode(bytes);
  await window.showTextDocument(await workspace.openTextDocument({ language: planLanguage, content }));
}
