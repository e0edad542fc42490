/** Cache of the overviews of all plans: asks the server only while somebody looks, and then only for what changed. */
import { type Disposable, EventEmitter, l10n, Uri } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  type OverviewsChangedParams,
  type OverviewsParams,
  type OverviewsResult,
  overviewsChangedNotification,
  overviewsRequest,
  type PlanOverview,
} from '../../../server/src/protocol.ts';

/** Why plans cannot be listed. */
export function notListed(): string {
  return l10n.t(
    'The plans cannot be listed because the language server is not running. Run “Developer: Reload Window”.',
  );
}

export class Overviews implements Disposable {
  private readonly plans = new Map<string, PlanOverview>();
  /** Plans whose overview is not the newest, as the server spells them. */
  private readonly stale = new Set<string>();
  private allStale = true;
  /** The server has told something, and tells more only when it is asked. */
  private told = false;
  private looking = 0;
  private asking = false;
  private settled = false;
  private waiting: (() => void)[] = [];
  private readonly emitter = new EventEmitter<readonly Uri[]>();
  private readonly disposables: readonly Disposable[];

  /** Fires with the plans that changed, came or went; with none when only `busy` or `failed` changed. */
  readonly onDidChange = this.emitter.event;
  /** More is to come. */
  busy = false;
  /** The server does not answer: what is known may be old, or nothing. */
  failed = false;

  constructor(private readonly client: BaseLanguageClient) {
    this.disposables = [
      this.emitter,
      client.onNotification(overviewsChangedNotification, ({ uris }: OverviewsChangedParams) => {
        for (const uri of uris) this.stale.add(uri);
        this.told = true;
        void this.ask();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) void this.ask();
        else if (newState !== State.Starting) {
          // A server that is started anew knows nobody who has asked.
          this.allStale = true;
          this.fail();
        }
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Keeps the overviews up to date until that is disposed of. */
  look(): Disposable {
    this.looking++;
    // What was known when somebody looked last may no longer be so.
    if (this.allStale || this.told) this.settled = false;
    void this.ask();
    let over = false;
    return {
      dispose: () => {
        if (!over) this.looking--;
        over = true;
      },
    };
  }

  /** The plans that are known, when there are some, or when it is sure that there are none. */
  async all(): Promise<readonly Uri[]> {
    while (!this.settled) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return [...this.plans.keys()].map((uri) => Uri.parse(uri));
  }

  /** What is known of a plan. */
  get(plan: Uri): PlanOverview | undefined {
    return this.plans.get(plan.toString());
  }

  /** A plan as it is now, with its strategies. */
  async whole(plan: Uri): Promise<PlanOverview | undefined> {
    const uris = [this.client.code2ProtocolConverter.asUri(plan)];
    return (await this.request({ uris, strategies: true })).plans[0];
  }

  private request(params: OverviewsParams): Promise<OverviewsResult> {
    return this.client.sendRequest<OverviewsResult>(overviewsRequest, params);
  }

  /** Asks for what is stale, one question at a time. */
  private async ask(): Promise<void> {
    if (this.asking || this.looking === 0) return;
    this.asking = true;
    try {
      while (this.allStale || this.told) await this.askOnce();
    } catch {
      this.fail();
    } finally {
      this.asking = false;
    }
  }

  private async askOnce(): Promise<void> {
    const all = this.allStale;
    const uris = [...this.stale];
    this.stale.clear();
    this.allStale = false;
    this.told = false;
    const { plans, busy } = await this.request(all ? {} : { uris }).catch((error) => {
      // Not known any better than before.
      for (const uri of uris) this.stale.add(uri);
      this.allStale ||= all;
      this.told = true;
      throw error;
    });
    const spelled = (uri: string) => this.client.protocol2CodeConverter.asUri(uri).toString();
    const changed = new Set(all ? this.plans.keys() : uris.map(spelled));
    for (const uri of changed) this.plans.delete(uri);
    for (const plan of plans) {
      const uri = spelled(plan.uri);
      this.plans.set(uri, plan);
      changed.add(uri);
    }
    this.busy = busy;
    this.failed = false;
    if (this.plans.size > 0 || !busy) this.settle();
    this.emitter.fire([...changed].map((uri) => Uri.parse(uri)));
  }

  private fail(): void {
    this.failed = true;
    this.busy = false;
    this.settle();
    this.emitter.fire([]);
  }

  private settle(): void {
    this.settled = true;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
