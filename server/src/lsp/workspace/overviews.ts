/** Overviews of all plans of the workspace: of open ones from their text, of others from the scan of their files. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Locale } from '../../core/i18n/message.ts';
import { type OverviewParts, overview } from '../../features/pictures/overview.ts';
import { type PortfolioParts, portfolio } from '../../features/pictures/portfolio.ts';
import { isPlan, type View } from '../../features/view.ts';
import {
  type OverviewsChangedParams,
  type OverviewsParams,
  type OverviewsResult,
  overviewsChangedNotification,
  type PlanOverview,
  type PortfolioParams,
  type PortfolioResult,
} from '../../protocol.ts';
import { ByAddress } from '../address.ts';
import { inTurns } from '../answer.ts';
import type { OpenDocuments } from '../documents/openDocuments.ts';
import { type OverviewJson, overviewJson } from './fileChecker.ts';
import type { FileScan } from './fileScan.ts';

export interface OverviewsOptions {
  /** The client wants `levers/overviewsChanged`, once it has requested overviews. */
  readonly notify: boolean;
  readonly locale: Locale;
  /** The view of an open document. */
  view(uri: string): View;
  today(): string;
}

/** How long (milliseconds) changes are collected for one notification: a list need not follow every letter. */
const notifyInterval = 150;

/** A plan that is not open. */
interface ClosedPlan {
  readonly uri: string;
  readonly json: OverviewJson;
}

/** What has to differ for an overview to count as changed: all but the places, which every line above moves. */
function fingerprint({ plan, strategies, groups }: OverviewJson): string {
  return `${plan}\n${strategies}\n${groups}`;
}

export class Overviews {
  private readonly closedPlans = new ByAddress<ClosedPlan>();
  /** The last known fingerprint of each open plan. */
  private readonly openPlans = new Map<string, string>();
  /** Open documents that may have changed. */
  private readonly dirty = new Set<string>();
  /** Changed plans that the client has not been notified of. */
  private readonly unreported = new ByAddress<string>();
  private scheduled = false;
  /** A client has requested overviews. */
  private requested = false;
  /** It has done so again since the last notification: only then is it sent another. */
  private listening = false;
  private reportedBusy = false;

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly scan: FileScan,
    private readonly options: OverviewsOptions,
  ) {}

  /** Sets the overview of a file; undefined: it is gone, or no plan. */
  set(uri: string, json: OverviewJson | undefined): void {
    const before = this.closedPlans.get(uri);
    if (json) this.closedPlans.set(uri, { uri: before?.uri ?? uri, json });
    else this.closedPlans.delete(uri);
    if (this.documents.get(uri) || (before && fingerprint(before.json)) === (json && fingerprint(json))) return;
    this.markChanged(before?.uri ?? uri);
  }

  /** Keeps only the overviews of these files. */
  retain(uris: readonly string[]): void {
    const gone = new ByAddress<string>();
    for (const { uri } of this.closedPlans.values()) gone.set(uri, uri);
    for (const uri of uris) gone.delete(uri);
    for (const uri of gone.values()) this.set(uri, undefined);
  }

  /** The text of an open document, or its settings or catalogs, have changed. */
  changed(uri: string): void {
    if (!this.requested) return;
    this.dirty.add(uri);
    this.schedule();
  }

  /** All open documents may have changed. */
  openChanged(): void {
    for (const uri of this.documents.texts.keys()) this.changed(uri);
  }

  /** A document has been closed: from now on its file counts, if there is one. */
  closed(uri: string): void {
    this.dirty.delete(uri);
    if (this.openPlans.delete(uri)) this.markChanged(uri);
  }

  /** Notifies the client in a while, if there is something to notify it of. */
  schedule(): void {
    if (!this.requested || this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      this.compareOpen();
      this.notify();
    }, notifyInterval);
  }

  /** Answers `levers/overviews`. Without strategies it is for a list, which is up to date then. */
  async answer({ uris, strategies }: OverviewsParams, token: CancellationToken): Promise<OverviewsResult> {
    const whole = strategies === true;
    const plans: PlanOverview[] = [];
    for await (const [uri, json] of this.all(token, !whole, uris)) plans.push(planOf(uri, json, whole));
    return { plans, busy: this.answered(!whole) };
  }

  /** Answers `levers/portfolio`. */
  async portfolio({ loadThreshold = 0 }: PortfolioParams, token: CancellationToken): Promise<PortfolioResult> {
    const found: PortfolioParts[] = [];
    for await (const [uri, json] of this.all(token, false)) {
      found.push({ plan: planOf(uri, json, false), groups: JSON.parse(json.groups) });
    }
    const { locale } = this.options;
    const view = { locale, today: this.options.today(), threshold: loadThreshold };
    return portfolio(found, view, this.answered(false));
  }

  /** The overviews of all plans or of some, with turns for other messages. `consume`: these need not be reported any more. */
  private async *all(
    token: CancellationToken,
    consume: boolean,
    uris?: readonly string[],
  ): AsyncIterable<[string, OverviewJson]> {
    if (!this.requested) {
      this.requested = true;
      this.scan.includeOverviews((uri) => this.closedPlans.has(uri));
    }
    const consumed: string[] = [];
    if (consume && !uris) {
      consumed.push(...this.unreported.values());
      this.unreported.clear();
    }
    try {
      for await (const uri of inTurns(uris ?? this.uris(), token)) {
        const open = this.documents.get(uri);
        const pending = open && this.documents.ready(open.uri);
        if (pending) await pending;
        const document = this.documents.get(uri);
        const json = document ? this.ofOpen(document.uri) : this.closedPlans.get(uri)?.json;
        if (consume) {
          consumed.push(uri);
          this.unreported.delete(uri);
          if (document && json) this.openPlans.set(document.uri, fingerprint(json));
        }
        if (json) yield [document?.uri ?? this.closedPlans.get(uri)?.uri ?? uri, json];
      }
    } catch (error) {
      // A cancelled answer reports nothing.
      for (const uri of consumed) this.markChanged(uri);
      throw error;
    }
  }

  /** The URIs of all open documents, and of all plans that are not open. */
  private uris(): string[] {
    const open = this.documents.texts.keys();
    const closed = [...this.closedPlans.values()].map(({ uri }) => uri);
    return [...open, ...closed.filter((uri) => !this.documents.get(uri))];
  }

  /** The overview of an open document; undefined if it is no plan, or no file (such as a version of git) of the workspace. */
  private ofOpen(uri: string): OverviewJson | undefined {
    const subject = this.documents.isCurrent(uri) ? this.documents.subject(uri) : undefined;
    if (!subject || !isPlan(subject)) return undefined;
    return overviewJson(overview(subject, this.options.view(uri)));
  }

  private compareOpen(): void {
    const uris = [...this.dirty];
    this.dirty.clear();
    for (const uri of uris) {
      const open = this.documents.get(uri);
      const pending = open && this.documents.ready(open.uri);
      if (pending) void pending.then(() => this.changed(uri));
      else this.compare(uri);
    }
  }

  private compare(uri: string): void {
    const file = this.closedPlans.get(uri);
    const before = this.openPlans.get(uri) ?? (file && fingerprint(file.json));
    const json = this.ofOpen(uri);
    const now = json && fingerprint(json);
    if (now === undefined) this.openPlans.delete(uri);
    else this.openPlans.set(uri, now);
    if (before !== now) this.unreported.set(uri, uri);
  }

  private markChanged(uri: string): void {
    this.unreported.set(uri, uri);
    this.schedule();
  }

  /** A request has been answered, for a list or not. @returns whether files are still being scanned */
  private answered(toList: boolean): boolean {
    this.listening = true;
    const { busy } = this.scan;
    // A list that waits for the end of the scan is notified of it, whatever other requests have been answered.
    this.reportedBusy = busy || (this.reportedBusy && !toList);
    if (this.unreported.size > 0 || busy !== this.reportedBusy) this.schedule();
    return busy;
  }

  private notify(): void {
    const { busy } = this.scan;
    if (!this.listening || (this.unreported.size === 0 && busy === this.reportedBusy)) return;
    this.listening = false;
    this.reportedBusy = busy;
    const params: OverviewsChangedParams = { uris: [...this.unreported.values()], busy };
    this.unreported.clear();
    if (this.options.notify) void this.connection.sendNotification(overviewsChangedNotification, params);
  }
}

function planOf(uri: string, json: OverviewJson, withStrategies: boolean): PlanOverview {
  const plan: OverviewParts['plan'] = JSON.parse(json.plan);
  if (!withStrategies) return { uri, ...plan };
  const strategies: OverviewParts['strategies'] = JSON.parse(json.strategies);
  const places: OverviewParts['places'] = JSON.parse(json.places);
  const levers = plan.levers.map((lever, l) => ({
    ...lever,
    strategies: strategies[l]?.map((strategy, s) => ({
      ...strategy,
      place: places[l]?.[s] as OverviewParts['places'][number][number],
    })) as NonNullable<PlanOverview['levers'][number]['strategies']>,
  }));
  return { uri, ...plan, levers };
}
