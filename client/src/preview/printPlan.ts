/** *Open in Browser to Print*: the brief of a plan as a file, in the browser where that can be opened. */
import { env, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type BriefParams, type BriefResult, briefRequest } from '../../../server/src/protocol.ts';
import { saveAs } from './saveAs.ts';

export const printPlanCommand = 'levers.printPlan';

/** The name of a page: that of the plan's file. */
function pageName(plan: Uri): string {
  return plan.path.slice(plan.path.lastIndexOf('/') + 1).replace(/\.levers\.ya?ml$/, '');
}

/** Opens the page of a plan, which is kept in `storage`; where the browser is on another machine, asks where to save it. */
export async function printPlan(plan: Uri, client: BaseLanguageClient, storage: Uri): Promise<void> {
  await workspace.openTextDocument(plan);
  const params: BriefParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(plan) } };
  const brief = await client.sendRequest<BriefResult | null>(briefRequest, params);
  if (!brief) return;
  if (env.remoteName === undefined) {
    const page = Uri.joinPath(storage, `${pageName(plan)}.html`);
    await workspace.fs.createDirectory(storage);
    await workspace.fs.writeFile(page, new TextEncoder().encode(brief.html));
    if (await env.openExternal(page)) return;
  }
  if (!(await saveAs(pageName(plan), 'html', brief.html))) return;
  void window.showInformationMessage(l10n.t('The page is saved. Open it in a browser to print it.'));
}
