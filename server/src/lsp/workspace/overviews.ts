/** What a list of plans says of each plan of the workspace: of open ones from their text, of others from the one look at their file. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Locale } from '../../core/i18n/message.ts';
import { changeLoad } from '../../core/overview/portfolio.ts';
import { type OverviewParts, overview } from '../../features/pictures/overview.ts';
import { portfolio } from '../../features/pictures/portfolio.ts';
import { isPlan, type View } from '../../features/view.ts';
import {
  type OverviewsChangedParams,
  type OverviewsParams,
  type OverviewsResult,
  overviewsChangedNotification,
  type PlanOverview,
  type PortfolioResult,
} from '../../protocol.ts';
import { ByAddress, innermost } from '../address.ts';
import { inTurns } from '../answer.ts';
import type { Workspace } from '../documents/openDocuments.ts';
import { kept, type OverviewJson } from './fileChecker.ts';

export interface OverviewsOptions {
  /** The client wants to be told of changes, once it has asked. */
  readonly tell: boolean;
  /** The language of its reader. */
  readonly locale: Locale;
  /** For whom answers about an open document are made. */
  view(uri: string): View;
  today(): string;
  /** Files are being looked at. */
  busy(): boolean;
  /** Called when a client asks for the first time. `collected`: overviews were made until now wherever files were looked at. */
  firstAsked(collected: boolean): void;
}

/** What changed within this time (milliseconds) is told at once: a list need not follow every letter, and typing goes first. */
const pause = 150;

/** A plan that is not open. */
interface Entry {
  readonly uri: string;
  readonly json: OverviewJson;
}

/** What of an overview has to change to be news: not the places, which every line above moves. */
function gist({ plan, strategies, groups }: OverviewJson): string {
  return `${plan}\n${strategies}\n${groups}`;
}

export class Overviews {
  private readonly entries = new ByAddress<Entry>();
  /** By the address of an open plan what was known of it last. */
  private readonly gists = new Map<string, string>();
  /** Open plans that may have changed. */
  private readonly waiting = new Set<string>();
  /** Plans of which the client does not know that they changed. */
  private readonly news = new ByAddress<string>();
  private scheduled = false;
  /** The client has asked since it was told last. */
  private curious = false;
  private toldBusy = false;
  /** Somebody has asked for overviews. */
  asked = false;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly options: OverviewsOptions,
  ) {}

  /** Whether overviews are made when files are looked at: where that is known from the start, no file is read twice. */
  get collected(): boolean {
    return this.options.tell || this.asked;
  }

  /** Whether the overview of a plan that is not open is known. */
  knows(uri: string): boolean {
    return this.entries.has(uri);
  }

  /** This is known of a plan that is not open from now on; undefined: that it is none, or not there. */
  put(uri: string, json: OverviewJson | undefined): void {
    const before = this.entries.get(uri);
    if (json) this.entries.set(uri, { uri: before?.uri ?? uri, json });
    else this.entries.delete(uri);
    if (this.workspace.document(uri) || (before && gist(before.json)) === (json && gist(json))) return;
    this.announce(before?.uri ?? uri);
  }

  /** Only these files are there. */
  retain(uris: readonly string[]): void {
    const gone = new ByAddress<string>();
    for (const { uri } of this.entries.values()) gone.set(uri, uri);
    for (const uri of uris) gone.delete(uri);
    for (const uri of gone.values()) this.put(uri, undefined);
  }

  /** The text of an open document, or what holds for it, has changed. */
  changed(uri: string): void {
    if (!this.asked) return;
    this.waiting.add(uri);
    this.schedule();
  }

  /** Something changed that holds for all open documents. */
  openChanged(): void {
    for (const uri of this.workspace.documents.keys()) this.changed(uri);
  }

  /** A document is not open any more: its file counts, if there is one. */
  closed(uri: string): void {
    this.waiting.delete(uri);
    if (this.gists.delete(uri)) this.announce(uri);
  }

  /** Looks in a while whether there is something to tell. */
  schedule(): void {
    if (!this.asked || this.scheduled) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      this.lookAtOpen();
      this.tell();
    }, pause);
  }

  /** An answer without strategies brings a list up to date: what it says is no news any more. */
  async answer({ uris, strategies }: OverviewsParams, token: CancellationToken): Promise<OverviewsResult> {
    const whole = strategies === true;
    const plans: PlanOverview[] = [];
    for await (const [uri, json] of this.all(token, !whole, uris)) plans.push(planOf(uri, json, whole));
    return { plans, busy: this.answered(!whole) };
  }

  async portfolio(token: CancellationToken): Promise<PortfolioResult> {
    const found: { plan: PlanOverview; groups: OverviewParts['groups'] }[] = [];
    for await (const [uri, json] of this.all(token, false)) {
      found.push({ plan: planOf(uri, json, false), groups: JSON.parse(json.groups) });
    }
    const plans = found.sort((a, b) => (a.plan.title < b.plan.title ? -1 : 1));
    const load = changeLoad(
      plans.map(({ plan: { health }, groups }) => ({ health, groups })),
      this.options.today(),
    );
    const busy = this.answered(false);
    const drawn = plans.map(({ plan }) => plan);
    return { picture: portfolio(drawn, load, busy, this.options.locale), plans: drawn, load, busy };
  }

  /** Plans and what is known of them, all or some; lets other messages in from time to time. `consume`: a list learns of it. */
  private async *all(
    token: CancellationToken,
    consume: boolean,
    uris?: readonly string[],
  ): AsyncIterable<[string, OverviewJson]> {
    if (!this.asked) {
      const { collected } = this;
      this.asked = true;
      this.options.firstAsked(collected);
    }
    const consumed: string[] = [];
    if (consume && !uris) {
      consumed.push(...this.news.values());
      this.news.clear();
    }
    try {
      for await (const uri of inTurns(uris ?? this.addresses(), token)) {
        const open = this.workspace.document(uri);
        const pending = open && this.workspace.ready(open.uri);
        if (pending) await pending;
        const document = this.workspace.document(uri);
        const json = document ? this.ofOpen(document.uri) : this.entries.get(uri)?.json;
        if (consume) {
          consumed.push(uri);
          this.news.delete(uri);
          if (document && json) this.gists.set(document.uri, gist(json));
        }
        if (json) yield [document?.uri ?? this.entries.get(uri)?.uri ?? uri, json];
      }
    } catch (error) {
      // Nobody gets an answer that is refused on the way.
      for (const uri of consumed) this.announce(uri);
      throw error;
    }
  }

  /** The addresses of all plans. */
  private addresses(): string[] {
    const open = this.workspace.documents.keys();
    const closed = [...this.entries.values()].map(({ uri }) => uri);
    return [...open, ...closed.filter((uri) => !this.workspace.document(uri))];
  }

  /** The overview of an open document, if it is a plan of the workspace: of others, such as versions of git, there may be several. */
  private ofOpen(uri: string): OverviewJson | undefined {
    const within = innermost(this.workspace.catalogs.folders, uri) !== undefined || /^(file|untitled):/.test(uri);
    const subject = within ? this.workspace.subject(uri) : undefined;
    if (!subject || !isPlan(subject)) return undefined;
    return kept(overview(subject, this.options.view(uri)));
  }

  private lookAtOpen(): void {
    const uris = [...this.waiting];
    this.waiting.clear();
    for (const uri of uris) {
      const open = this.workspace.document(uri);
      const pending = open && this.workspace.ready(open.uri);
      if (pending) void pending.then(() => this.changed(uri));
      else this.compare(uri);
    }
  }

  private compare(uri: string): void {
    const entry = this.entries.get(uri);
    const before = this.gists.get(uri) ?? (entry && gist(entry.json));
    const json = this.ofOpen(uri);
    const now = json && gist(json);
    if (now === undefined) this.gists.delete(uri);
    else this.gists.set(uri, now);
    if (before !== now) this.news.set(uri, uri);
  }

  private announce(uri: string): void {
    this.news.set(uri, uri);
    this.schedule();
  }

  /** Something has just been answered, to a list or not; whether more is to come. */
  private answered(toList: boolean): boolean {
    this.curious = true;
    const busy = this.options.busy();
    // A list that waits for the end of it has to be told, whoever else has heard of it.
    this.toldBusy = busy || (this.toldBusy && !toList);
    if (this.news.size > 0 || busy !== this.toldBusy) this.schedule();
    return busy;
  }

  private tell(): void {
    const busy = this.options.busy();
    if (!this.curious || (this.news.size === 0 && busy === this.toldBusy)) return;
    this.curious = false;
    this.toldBusy = busy;
    const params: OverviewsChangedParams = { uris: [...this.news.values()], busy };
    this.news.clear();
    if (this.options.tell) void this.connection.sendNotification(overviewsChangedNotification, params);
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
