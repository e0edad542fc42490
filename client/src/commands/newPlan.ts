/** "New Change Plan": an untitled plan that begins as the snippet for a minimal one, its first tab stop selected. */
import { env, languages, SnippetString, Uri, window, workspace } from 'vscode';
import { planLanguage } from '../../../server/src/protocol.ts';
import english from '../../../snippets/levers-plan.json';
import chinese from '../../../snippets/levers-plan.zh-cn.json';

export const newPlanCommand = 'levers.newPlan';

/** `plan.levers.yaml`, or the first of `plan-2.levers.yaml` … that neither the folder nor an editor has. */
async function freeUri(): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'plan.levers.yaml' : `plan-${n}.levers.yaml`;
    const file = folder && Uri.joinPath(folder, name);
    const uri = Uri.from({ scheme: 'untitled', path: file?.path ?? name });
    const open = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    const exists =
      file &&
      (await workspace.fs.stat(file).then(
        () => true,
        () => false,
      ));
    if (!open && !exists) return uri;
  }
}

export async function newPlan(): Promise<void> {
  const snippets = env.language.startsWith('zh') ? chinese : english;
  const opened = await workspace.openTextDocument(await freeUri());
  const document = await languages.setTextDocumentLanguage(opened, planLanguage);
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(snippets['levers-plan-minimal'].body.join('\n')));
}
