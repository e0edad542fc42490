/** "New Change Plan from a Template": the snippet for a small plan, its first tab stop selected. */
import { env, SnippetString } from 'vscode';
import english from '../../../snippets/levers-plan.json';
import chinese from '../../../snippets/levers-plan.zh-cn.json';
import { begin } from '../begin.ts';

export const newFromTemplateCommand = 'levers.newPlanFromTemplate';

/** Begins in the document at an address if nothing is written there, else in a new one. */
export async function newFromTemplate(at: unknown): Promise<void> {
  const editor = await begin('plan', typeof at === 'string' ? at : undefined);
  const snippets = env.language.startsWith('zh') ? chinese : english;
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  await editor.insertSnippet(new SnippetString(snippets['levers-plan-minimal'].body.join('\n')), end);
}
