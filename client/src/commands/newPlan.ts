/** "New Change Plan": an untitled plan that begins as the snippet for a minimal one, its first tab stop selected. */
import { env, SnippetString, window, workspace } from 'vscode';
import english from '../../../snippets/levers-plan.json';
import chinese from '../../../snippets/levers-plan.zh-cn.json';
import { languageId } from '../selector.ts';

export const newPlanCommand = 'levers.newPlan';

export async function newPlan(): Promise<void> {
  const snippets = env.language.startsWith('zh') ? chinese : english;
  const document = await workspace.openTextDocument({ language: languageId });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippets['levers-plan-minimal'].body.join('\n')));
}
