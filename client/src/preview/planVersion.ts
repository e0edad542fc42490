/** Which version of a plan an address names. */
import { l10n, TabInputTextDiff, type Uri, window } from 'vscode';

/** Whether an address names a version that Git has kept. */
export function isOld(plan: Uri): boolean {
  return plan.scheme === 'git';
}

/** The name of a kept version: `HEAD`, the beginning of a commit's hash; empty where the address says none. */
function nameIn(query: string): string {
  try {
    const { ref } = JSON.parse(query);
    return typeof ref === 'string' ? ref.replace(/^([0-9a-f]{7})[0-9a-f]{33}$/, '$1') : '';
  } catch {
    return '';
  }
}

/** The version in words, for titles; empty for a plan that is not shown beside an older one. */
export function versionOf(plan: Uri): string {
  // Git names what is staged by a tilde, or by nothing.
  if (isOld(plan)) return nameIn(plan.query).replace(/^~?$/, l10n.t('staged'));
  const tab = window.tabGroups.activeTabGroup.activeTab?.input;
  const compared = tab instanceof TabInputTextDiff && tab.modified.toString() === plan.toString();
  return compared ? l10n.t('working copy') : '';
}
