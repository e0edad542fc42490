/** Tree data provider of the view: plans by folder and title, their levers, their strategies. */
import { EventEmitter, type TreeDataProvider, TreeItem, Uri, workspace } from 'vscode';
import type { PlanHealth, PlanOverview } from '../../../server/src/protocol.ts';
import type { Overviews } from './overviews.ts';
import { type LeverRow, leverItem, planItem, type Row, type StrategyRow, strategyItem, titleOf } from './rows.ts';

/** In the order of the reader's language, numbers by their size. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

/** What needs somebody first. */
const urgency: readonly PlanHealth[] = ['at-risk', 'attention', 'draft', 'on-track', 'ended'];

/** A plan, and by what it is sorted. */
interface Titled {
  readonly plan: Uri;
  /** Its place in `urgency`, where plans are sorted by that. */
  readonly rank: number;
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

export class PlanTree implements TreeDataProvider<Row> {
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

  /** Plans that need somebody come first, whatever folder they are in. */
  private byHealth = false;

  constructor(private readonly overviews: Overviews) {}

  /** Sorts by health, or by folder and title. */
  sort(byHealth: boolean): void {
    this.byHealth = byHealth;
    this.emitter.fire(undefined);
  }

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

  /** By health if that is wished, then by folder, then by title. */
  private sorted(all: readonly Uri[]): Titled[] {
    return all
      .map((plan) => {
        const path = workspace.asRelativePath(plan, true);
        const overview = this.overviews.get(plan);
        return {
          plan,
          rank: this.byHealth && overview ? urgency.indexOf(overview.health) : 0,
          folder: path.slice(0, path.lastIndexOf('/') + 1),
          title: overview ? titleOf(plan, overview) : '',
        };
      })
      .sort((a, b) => a.rank - b.rank || compare(a.folder, b.folder) || compare(a.title, b.title));
  }
}
