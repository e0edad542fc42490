/** The view Change Plans: all plans of the workspace, under each its levers, under these their strategies. */
import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LeverOverview, PlanHealth, PlanOverview, StrategyOverview } from '../../../server/src/protocol.ts';
import { withTimeout } from '../withTimeout.ts';
import { notListed, type Overviews } from './overviews.ts';

export const openPlanCommand = 'levers.openPlan';
const openStrategyCommand = 'levers.openStrategy';
const viewId = 'levers.plans';

/** A click waits no longer than this (milliseconds) for where it leads. */
const patience = 1000;

/** Set while it is known that there is no plan: the view says what can be done. */
const noPlans = 'levers.noPlans';

/** A lever of a plan, by its place among the six. */
interface LeverRow {
  readonly plan: Uri;
  readonly lever: number;
}

/** A strategy, by its place under its lever. */
interface StrategyRow extends LeverRow {
  readonly strategy: number;
  /** What was said of it when the row was made. */
  readonly found: StrategyOverview;
}

/** A plan goes by its address, so that commands of its menu get just that. */
type Row = Uri | LeverRow | StrategyRow;

const healthIcons: Readonly<Record<PlanHealth, ThemeIcon>> = {
  'on-track': new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  attention: new ThemeIcon('warning', new ThemeColor('list.warningForeground')),
  'at-risk': new ThemeIcon('error', new ThemeColor('list.errorForeground')),
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

/** Texts of a row one behind the other, without those that are not there. */
function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** Words are chosen when they are shown: the language is not known before. */
function healthName(health: PlanHealth): string {
  switch (health) {
    case 'on-track':
      return l10n.t('On track');
    case 'attention':
      return l10n.t('Needs attention');
    case 'at-risk':
      return l10n.t('At risk');
    case 'ended':
      return l10n.t('Ended');
  }
}

function fileName(plan: Uri): string {
  return plan.path.slice(plan.path.lastIndexOf('/') + 1);
}

function titleOf(plan: Uri, { title }: PlanOverview): string {
  return title || fileName(plan);
}

/** A day as a list shows it: with its year only where that is another. */
function shortDay(day: string): string {
  return day.startsWith(`${new Date().getFullYear()}-`) ? day.slice(day.indexOf('-') + 1) : day;
}

/** That there is a problem, in words. */
function problemName(problem: StrategyOverview['problem']): string | undefined {
  if (problem === 'error') return l10n.t('has an error');
  return problem === 'warning' ? l10n.t('has a warning') : undefined;
}

/** A tooltip: a title in bold, and paragraphs; what plans say is shown as it is written, without the marks of code. */
function tooltip(title: string, ...paragraphs: readonly (string | undefined)[]): MarkdownString {
  const markdown = new MarkdownString('**').appendText(title).appendMarkdown('**');
  for (const paragraph of paragraphs) {
    if (paragraph) markdown.appendMarkdown('\n\n').appendText(paragraph.replaceAll('`', ''));
  }
  return markdown;
}

/** `alike`: another plan has the same title. */
function planItem(plan: Uri, overview: PlanOverview, alike: boolean): TreeItem {
  const { health, reason, gravest, covered, next, statusName } = overview;
  const title = titleOf(plan, overview);
  const item = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
  const coverage = l10n.t('{0} of 6 levers', covered);
  item.id = plan.toString();
  item.contextValue = 'plan';
  item.resourceUri = plan;
  item.iconPath = healthIcons[health];
  const path = workspace.asRelativePath(plan);
  item.description = joined(`${covered}/6`, next && shortDay(next.day), alike ? path : undefined);
  item.command = { command: openPlanCommand, title: '', arguments: [plan] };
  const standing = health === 'ended' ? reason : l10n.t('{0}: {1}', healthName(health), reason);
  const upcoming = next && l10n.t('Next: {0}, {1}', next.day, next.text);
  item.tooltip = tooltip(
    title,
    health === 'ended' ? reason : joined(standing, statusName),
    gravest,
    coverage,
    upcoming,
    path,
  );
  item.accessibilityInformation = { label: [title, standing, coverage, upcoming, path].filter(Boolean).join(', ') };
  return item;
}

function leverItem({ plan, lever }: LeverRow, { title, covered, depth, text }: LeverOverview): TreeItem {
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

function strategyItem(row: StrategyRow): TreeItem {
  const { plan, lever, strategy, found } = row;
  const { title, status, statusName, owner, when, overdue, problem, notCounted } = found;
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
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

/** In the order of the reader's language, numbers by their size. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

/** A plan, and by what it is sorted. */
interface Titled {
  readonly plan: Uri;
  readonly folder: string;
  readonly title: string;
}

function repeated(titles: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(titles.filter((title) => seen.size === seen.add(title).size));
}

/** What rows that stay the same have in common: their order, and which of them have the title of another. */
function orderOf(sorted: readonly Titled[]): string {
  const alike = repeated(sorted.map(({ title }) => title));
  return sorted.map(({ plan, title }) => `${plan} ${alike.has(title)}`).join('\n');
}

class Plans implements TreeDataProvider<Row> {
  private readonly emitter = new EventEmitter<Row | undefined>();
  readonly onDidChangeTreeData = this.emitter.event;
  /** One address for each plan: the view knows a row again by it. */
  private readonly rows = new Map<string, Uri>();
  /** Plans in the order in which they are shown, and which of them are alike. */
  private order = '';
  /** Titles that several plans have. */
  private alike: ReadonlySet<string> = new Set();
  /** Plans with their strategies, until they change: each of their levers asks. */
  private readonly wholes = new Map<string, Promise<PlanOverview | undefined>>();

  constructor(private readonly overviews: Overviews) {}

  /** The row of a plan, if it has one. */
  row(plan: Uri): Uri | undefined {
    return this.rows.get(plan.toString());
  }

  /** Shows what is known now of these plans. */
  refresh(plans: readonly Uri[], all: readonly Uri[]): void {
    for (const plan of plans) this.wholes.delete(plan.toString());
    // Where the order stays, only rows that changed are made again, and those below them that are open.
    if (orderOf(this.sorted(all)) !== this.order) this.emitter.fire(undefined);
    else for (const plan of plans) this.emitter.fire(this.row(plan));
  }

  getTreeItem(row: Row): TreeItem {
    if (row instanceof Uri) {
      const overview = this.overviews.get(row);
      return overview ? planItem(row, overview, this.alike.has(titleOf(row, overview))) : new TreeItem(row);
    }
    if ('strategy' in row) return strategyItem(row);
    const lever = this.overviews.get(row.plan)?.levers[row.lever];
    return lever ? leverItem(row, lever) : new TreeItem('');
  }

  getParent(row: Row): Row | undefined {
    if (row instanceof Uri) return undefined;
    return 'strategy' in row ? { plan: row.plan, lever: row.lever } : row.plan;
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) return this.plans(await this.overviews.all());
    if (row instanceof Uri) {
      return (this.overviews.get(row)?.levers ?? []).map((_, lever): LeverRow => ({ plan: row, lever }));
    }
    if ('strategy' in row) return [];
    const found = (await this.whole(row.plan).catch(() => undefined))?.levers[row.lever]?.strategies ?? [];
    return found.map((strategy, index): StrategyRow => ({ ...row, strategy: index, found: strategy }));
  }

  private whole(plan: Uri): Promise<PlanOverview | undefined> {
    const key = plan.toString();
    const known = this.wholes.get(key);
    if (known) return known;
    const whole = this.overviews.whole(plan);
    this.wholes.set(key, whole);
    whole.catch(() => this.wholes.delete(key));
    return whole;
  }

  private plans(all: readonly Uri[]): Uri[] {
    const sorted = this.sorted(all);
    this.order = orderOf(sorted);
    this.alike = repeated(sorted.map(({ title }) => title));
    const rows = sorted.map(({ plan }) => this.row(plan) ?? plan);
    this.rows.clear();
    for (const plan of rows) this.rows.set(plan.toString(), plan);
    return rows;
  }

  /** By folder, then by title. */
  private sorted(all: readonly Uri[]): Titled[] {
    return all
      .map((plan) => {
        const path = workspace.asRelativePath(plan, true);
        const overview = this.overviews.get(plan);
        return {
          plan,
          folder: path.slice(0, path.lastIndexOf('/') + 1),
          title: overview ? titleOf(plan, overview) : '',
        };
      })
      .sort((a, b) => compare(a.folder, b.folder) || compare(a.title, b.title));
  }
}

async function openPlan(plan: Uri): Promise<void> {
  await window.showTextDocument(plan);
}

/** Registers the view. It costs nothing until somebody sees it. */
export function plansView(overviews: Overviews): Disposable {
  const plans = new Plans(overviews);
  const view = window.createTreeView<Row>(viewId, { treeDataProvider: plans, showCollapseAll: true });
  let looking: Disposable | undefined;
  let progress: (() => void) | undefined;

  /** The plan that came to the front and is not selected yet: it may not be in the list yet. */
  let sought: Uri | undefined;
  const reveal = () => {
    const row = sought && plans.row(sought);
    if (!row || !view.visible) return;
    sought = undefined;
    const shown = view.selection.some((selected) => (selected instanceof Uri ? selected : selected.plan) === row);
    if (!shown) {
      // It may be gone from the list in the meantime.
      view.reveal(row, { select: true, focus: false, expand: false }).then(undefined, () => {});
    }
  };
  const seek = () => {
    sought = window.activeTextEditor?.document.uri;
    reveal();
  };
  const showBusy = () => {
    if (!overviews.busy) {
      progress?.();
      progress = undefined;
    } else if (!progress) {
      const over = new Promise<void>((resolve) => {
        progress = resolve;
      });
      void window.withProgress({ location: { viewId } }, () => over);
    }
  };
  const visible = () => {
    if (view.visible) looking ??= overviews.look();
    else {
      looking?.dispose();
      looking = undefined;
    }
    seek();
  };
  const openStrategy = async ({ plan, lever, strategy, found }: StrategyRow) => {
    // Where it stands now: lines may have moved since the row was made. Without an answer, where it stood then.
    const whole = await withTimeout(patience, overviews.whole(plan)).catch(() => undefined);
    const { line, character } = (whole?.levers[lever]?.strategies?.[strategy] ?? found).place;
    const at = new Position(line, character);
    await window.showTextDocument(plan, { selection: new Range(at, at), preview: true });
  };
  visible();
  return Disposable.from(
    view,
    view.onDidChangeVisibility(visible),
    overviews.onDidChange(async (changed) => {
      showBusy();
      const all = await overviews.all();
      view.message = overviews.failed ? notListed() : '';
      const empty = all.length === 0 && !overviews.busy && !overviews.failed;
      void commands.executeCommand('setContext', noPlans, empty);
      plans.refresh(changed, all);
      reveal();
    }),
    window.onDidChangeActiveTextEditor(seek),
    commands.registerCommand(openPlanCommand, openPlan),
    commands.registerCommand(openStrategyCommand, openStrategy),
    { dispose: () => looking?.dispose() },
  );
}
