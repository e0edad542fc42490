/** *Compare Plan with…*: the changes in sentences, and beside them both versions in words. */
import { commands, l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import { nearestPlan } from '../preview/planPanels.ts';
import { chooseVersion } from './chooseVersion.ts';
import { addressOf } from './comparisons.ts';
import { fileName, type Versions, versionName } from './versions.ts';

export const comparePlanCommand = 'levers.comparePlan';

/** What of two files that are selected in the Explorer is not the one that was clicked. */
function otherOf(plan: Uri, selected: unknown): Uri | undefined {
  if (!Array.isArray(selected) || selected.length !== 2) return undefined;
  return selected.find((one) => one instanceof Uri && one.toString() !== plan.toString());
}

/**
 * Compares a plan, else the one that is nearest, with a version of it, or with the one that the user chooses. `at`: its
 * address; `from`: the address of the version, or what is selected in the Explorer. Resolves to the versions; undefined
 * where there is nothing to compare.
 */
export async function comparePlan(at: unknown, from: unknown): Promise<Versions | undefined> {
  const plan = at instanceof Uri ? at : nearestPlan();
  if (!plan) {
    void window.showInformationMessage(l10n.t('Open a change plan first.'));
    return undefined;
  }
  const before = from instanceof Uri ? from : (otherOf(plan, from) ?? (await chooseVersion(plan)));
  if (!before) return undefined;
  const versions = { plan, before };
  const sheet = await workspace.openTextDocument(addressOf(versions, 'changes'));
  await window.showTextDocument(sheet, { preview: false });
  await commands.executeCommand(
    'vscode.diff',
    addressOf(versions, 'before'),
    addressOf(versions, 'after'),
    l10n.t('In words: {0} ({1})', fileName(plan), versionName(before)),
    { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false },
  );
  return versions;
}
