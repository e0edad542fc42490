/** Which version of a plan an address names. */
import { l10n, TabInputTextDiff, type Uri, window } from 'vscode';
import { activeGit } from '../git.ts';

/** Whether an address names a version that Git has kept. */
export function isOld(plan: Uri): boolean {
  return plan.scheme === 'git';
}

/** Whether changes of a plan are staged. Throws where the editor's Git is switched off. */
function isStaged(plan: Uri): boolean {
  const file = plan.with({ scheme: 'file', query: '' });
  const changes = activeGit()?.getRepository(file)?.state.indexChanges ?? [];
  return changes.some(({ uri }) => uri.toString() === file.toString());
}

/** The name of a kept version: `HEAD`, the beginning of a commit's hash; empty where the address says none. */
export function nameOfKept(plan: Uri): string {
  try {
    const { ref } = JSON.parse(plan.query);
    if (ref === '' || (ref === '~' && isStaged(plan))) return l10n.t('staged');
    // Git's sign for what was kept last: staged, or else in a commit.
    if (ref === '~') return 'HEAD';
    return typeof ref === 'string' ? ref.replace(/^([0-9a-f]{7})[0-9a-f]{33}$/, '$1') : '';
  } catch {
    return '';
  }
}

/** The version in words, for titles; empty for a plan that is not shown beside an older one. */
export function versionOf(plan: Uri): string {
  if (isOld(plan)) return nameOfKept(plan);
  const tab = window.tabGroups.activeTabGroup.activeTab?.input;
  const compared = tab instanceof TabInputTextDiff && tab.modified.toString() === plan.toString();
  return compared ? l10n.t('working copy') : '';
}
