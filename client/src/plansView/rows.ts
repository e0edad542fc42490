/** Tree items of the view: one for a plan, a lever or a strategy. */
import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  workspace,
} from 'vscode';
import type { LeverOverview, PlanHealth, PlanOverview, StrategyOverview } from '../../../server/src/protocol.ts';
import { asMarkdown } from '../asWritten.ts';

export const openPlanCommand = 'levers.openPlan';
export const openStrategyCommand = 'levers.openStrategy';

/** A lever of a plan, by its place among the six. */
export interface LeverRow {
  readonly plan: Uri;
  readonly lever: number;
}

/** A strategy, by its place under its lever. */
export interface StrategyRow extends LeverRow {
  readonly strategy: number;
  /** What was said of it when the row was made. */
  readonly found: StrategyOverview;
}

/** A plan goes by its address, so that commands of its menu get just that. */
export type Row = Uri | LeverRow | StrategyRow;

const healthIcons: Readonly<Record<PlanHealth, ThemeIcon>> = {
  'on-track': new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  attention: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  'at-risk': new ThemeIcon('error', new ThemeColor('list.errorForeground')),
  draft: new ThemeIcon('edit'),
  ended: new ThemeIcon('archive', new ThemeColor('disabledForeground')),
};

const statusIcons: Readonly<Record<string, string>> = {
  planned: 'circle-large-outline',
  'in-progress': 'play-circle',
  done: 'pass',
  paused: 'debug-pause',
  cancelled: 'circle-slash',
};

const problemColors: Readonly<Record<string, string>> = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
};

/** The texts that exist, separated by dots. */
function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function fileName(plan: Uri): string {
  return plan.path.slice(plan.path.lastIndexOf('/') + 1);
}

/** The title of a plan, or else its file name. */
export function titleOf(plan: Uri, { title }: PlanOverview): string {
  return title || fileName(plan);
}

/** How wide a label may be, in letters; Chinese ones count twice. */
const widest = 30;

/** A title in a view that is narrow: what stands after it is the news. The tooltip has the whole. */
function shortly(title: string): string {
  let width = 0;
  for (const { 0: letter, index } of title.matchAll(/./gsu)) {
    width += /[\u2e80-\uffef]/.test(letter) ? 2 : 1;
    if (width > widest) return `${title.slice(0, index).trimEnd()}…`;
  }
  return title;
}

/** A day as a list shows it: with its year only where that is another. */
function shortDay(day: string): string {
  return day.startsWith(`${new Date().getFullYear()}-`) ? day.slice(day.indexOf('-') + 1) : day;
}

/** A problem in words. */
function problemName(problem: StrategyOverview['problem']): string | undefined {
  if (problem === 'error') return l10n.t('has an error');
  return problem === 'warning' ? l10n.t('has a warning') : undefined;
}

/** A tooltip: a title in bold, and paragraphs; what plans say is shown as it is written, without the marks of code. */
function tooltip(title: string, ...paragraphs: readonly (string | undefined)[]): MarkdownString {
  const markdown = new MarkdownString('**').appendText(asMarkdown(title)).appendMarkdown('**');
  for (const paragraph of paragraphs) {
    if (paragraph) markdown.appendMarkdown('\n\n').appendText(asMarkdown(paragraph.replaceAll('`', '')));
  }
  return markdown;
}

/** The row of a plan. `alike`: another plan has the same title, so this one shows its path. */
export function planItem(plan: Uri, overview: PlanOverview, alike: boolean): TreeItem {
  const { health, standing, gravest, startWith, covered, next, statusName } = overview;
  const title = titleOf(plan, overview);
  const item = new TreeItem(shortly(title), TreeItemCollapsibleState.Collapsed);
  const coverage = l10n.t('{0} of 6 levers', covered);
  item.id = plan.toString();
  item.contextValue = 'plan';
  item.resourceUri = plan;
  item.iconPath = healthIcons[health];
  const path = workspace.asRelativePath(plan);
  item.description = joined(`${covered}/6`, next && shortDay(next.day), alike ? path : undefined);
  item.command = { command: openPlanCommand, title: '', arguments: [plan] };
  const upcoming = next && l10n.t('Next: {0}, {1}', next.day, next.text);
  item.tooltip = tooltip(
    title,
    health === 'ended' ? standing : joined(standing, statusName),
    startWith ?? gravest,
    coverage,
    upcoming,
    path,
  );
  item.accessibilityInformation = { label: [title, standing, coverage, upcoming, path].filter(Boolean).join(', ') };
  return item;
}

/** The row of a lever, which opens where there are strategies. */
export function leverItem({ plan, lever }: LeverRow, { title, covered, depth, text }: LeverOverview): TreeItem {
  const state = depth > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = new TreeItem(title, state);
  const coverage = covered ? l10n.t('covered') : l10n.t('not covered');
  item.id = `${plan}#${lever}`;
  item.iconPath = new ThemeIcon(covered ? 'circle-filled' : 'circle-outline');
  item.description = text;
  item.tooltip = tooltip(title, joined(coverage, text));
  item.accessibilityInformation = { label: [title, coverage, text].join(', ') };
  return item;
}

/** The row of a strategy, which leads to its place in the plan. */
export function strategyItem(row: StrategyRow): TreeItem {
  const { plan, lever, strategy, found } = row;
  const { title, status, statusName, owner, when, overdue, problem, notCounted } = found;
  const item = new TreeItem(shortly(title), TreeItemCollapsibleState.None);
  const color = problemColors[problem ?? ''];
  const troubled = problemName(problem);
  item.id = `${plan}#${lever}/${strategy}`;
  // The icons of problems are called as the problems are.
  item.iconPath =
    color && problem
      ? new ThemeIcon(problem, new ThemeColor(color))
      : new ThemeIcon(overdue ? 'watch' : (statusIcons[status] ?? 'question'));
  item.description = joined(owner, when);
  const uncounted = notCounted && l10n.t('Not counted: {0}', notCounted);
  item.tooltip = tooltip(title, joined(statusName, owner, when), troubled, uncounted);
  item.accessibilityInformation = {
    label: [title, statusName, troubled, owner, when, uncounted].filter(Boolean).join(', '),
  };
  item.command = { command: openStrategyCommand, title: '', arguments: [row] };
  return item;
}
