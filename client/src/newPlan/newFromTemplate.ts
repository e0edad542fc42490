/** "New Change Plan from a Template": the snippet for a small plan, its first tab stop selected. */
import { env, SnippetString, Uri, workspace } from 'vscode';
import { begin, homeOf } from './begin.ts';

export const newFromTemplateCommand = 'levers.newPlanFromTemplate';

/** The lines of the template, as a snippet, in the reader's language. */
async function template(extension: Uri): Promise<string[]> {
  const name = env.language.startsWith('zh') ? 'levers-plan.zh-cn.json' : 'levers-plan.json';
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'snippets', name));
  return JSON.parse(new TextDecoder().decode(bytes))['levers-plan-minimal'].body;
}

/** Begins in the document at an address if nothing is written there, else in a new one. */
export async function newFromTemplate(extension: Uri, at: unknown): Promise<void> {
  const there = typeof at === 'string' ? at : undefined;
  const home = await homeOf(there);
  if (!home) return;
  const [lines, editor] = await Promise.all([template(extension), begin('plan', home, there)]);
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  await editor.insertSnippet(new SnippetString(lines.join('\n')), end);
}
