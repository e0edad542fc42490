/** Asks with which version a plan is to be compared. */
import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window, workspace } from 'vscode';
import { asLabel } from '../asWritten.ts';
import { startedGit } from '../git.ts';
import { planFiles } from '../selector.ts';
import { savedVersion } from './versions.ts';

interface Choice extends QuickPickItem {
  /** The version; asked for where it is still to be found. */
  readonly version?: () => Uri | Promise<Uri | undefined>;
}

/** At most so many commits and plans. */
const most = { commits: 20, plans: 200 };

function group(label: string, choices: readonly Choice[]): Choice[] {
  return choices.length > 0 ? [{ label, kind: QuickPickItemKind.Separator }, ...choices] : [];
}

/** What Git keeps of a file, the newest first. */
async function kept(plan: Uri): Promise<Choice[]> {
  const git = plan.scheme === 'file' || plan.scheme === 'vscode-remote' ? await startedGit() : undefined;
  const commits = await git
    ?.getRepository(plan)
    ?.log({ maxEntries: most.commits, path: plan.fsPath })
    .catch(() => []);
  if (!git || !commits?.length) return [];
  const committed = commits.map(({ hash, message, authorName, commitDate }) => ({
    label: asLabel(message.split('\n', 1)[0] ?? ''),
    description: [hash.slice(0, 7), authorName, commitDate?.toLocaleDateString()].filter(Boolean).join(' · '),
    version: () => git.toGitUri(plan, hash),
  }));
  const head = { label: 'HEAD', description: l10n.t('the last commit'), version: () => git.toGitUri(plan, 'HEAD') };
  return [head, ...committed];
}

async function otherPlans(plan: Uri): Promise<Choice[]> {
  const files = await workspace.findFiles(planFiles, undefined, most.plans);
  return files
    .filter((file) => file.toString() !== plan.toString())
    .map((file) => ({ label: asLabel(workspace.asRelativePath(file)), version: () => file }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

async function anyFile(): Promise<Uri | undefined> {
  return (await window.showOpenDialog({ filters: { YAML: ['yaml', 'yml'] } }))?.[0];
}

async function choices(plan: Uri): Promise<Choice[]> {
  const [document, commits, plans] = await Promise.all([
    workspace.openTextDocument(plan),
    kept(plan),
    otherPlans(plan),
  ]);
  const saved = { label: l10n.t('What was saved last'), version: () => savedVersion(plan) };
  return [
    ...(document.isDirty && !document.isUntitled ? [saved] : []),
    ...group('Git', commits),
    ...group(l10n.t('Plans'), [...plans, { label: l10n.t('Another file…'), version: anyFile }]),
  ];
}

/** The version that the user chooses; undefined for none. */
export async function chooseVersion(plan: Uri): Promise<Uri | undefined> {
  const chosen = await window.showQuickPick(choices(plan), {
    title: l10n.t('Compare Plan with…'),
    placeHolder: l10n.t('The version from which on changes are told'),
    matchOnDescription: true,
  });
  return await chosen?.version?.();
}
