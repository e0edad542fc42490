/** *Open in Browser to Print*: the brief of a plan as a file, in the browser where that can be opened. */
import { env, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type BriefParams, type BriefResult, briefRequest } from '../../../server/src/protocol.ts';

export const printPlanCommand = 'levers.printPlan';

/** The name of a page: that of the plan's file. */
function pageName(plan: Uri): string {
  return `${plan.path.slice(plan.path.lastIndexOf('/') + 1).replace(/\.levers\.ya?ml$/, '')}.html`;
}

/** Opens the page of a plan, which is kept in `storage`; where the browser is on another machine, asks where to save it. */
export async function printPlan(plan: Uri, client: BaseLanguageClient, storage: Uri): Promise<void> {
  await workspace.openTextDocument(plan);
  const params: BriefParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(plan) } };
  const brief = await client.sendRequest<BriefResult | null>(briefRequest, params);
  if (!brief) return;
  const bytes = new TextEncoder().encode(brief.html);
  if (env.remoteName === undefined) {
    const page = Uri.joinPath(storage, pageName(plan));
    await workspace.fs.createDirectory(storage);
    await workspace.fs.writeFile(page, bytes);
    if (await env.openExternal(page)) return;
  }
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder && { defaultUri: Uri.joinPath(folder, pageName(plan)) }),
    filters: { HTML: ['html'] },
  });
  if (!target) return;
  await workspace.fs.writeFile(target, bytes);
  void window.showInformationMessage(l10n.t('The page is saved. Open it in a browser to print it.'));
}
