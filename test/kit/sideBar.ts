/** A side bar that lists plans, for tests of overviews. */
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import {
  type OverviewsChangedParams,
  type OverviewsParams,
  type OverviewsResult,
  overviewsChangedNotification,
  overviewsRequest,
  type PlanOverview,
} from '../../server/src/protocol.ts';

/** What a side bar knows: it asks for everything once, then for what changed. */
export class SideBar {
  private readonly plans = new Map<string, PlanOverview>();
  private wake = () => {};
  /** The plans that were said to have changed, a list for each message. */
  readonly told: string[][] = [];
  busy = false;

  constructor(private readonly connection: ProtocolConnection) {
    connection.onNotification(overviewsChangedNotification, async ({ uris, busy }: OverviewsChangedParams) => {
      this.told.push([...uris]);
      this.busy = busy;
      await this.ask(uris);
      this.wake();
    });
  }

  private request(params: OverviewsParams | null): Promise<OverviewsResult> {
    return this.connection.sendRequest<OverviewsResult>(overviewsRequest, params);
  }

  async ask(uris?: readonly string[]): Promise<void> {
    const { plans, busy } = await this.request(uris ? { uris } : null);
    for (const uri of uris ?? this.plans.keys()) this.plans.delete(uri);
    for (const plan of plans) this.plans.set(plan.uri, plan);
    this.busy = busy;
  }

  /** A plan with its strategies. */
  async whole(uri: string): Promise<PlanOverview | undefined> {
    return (await this.request({ uris: [uri], strategies: true })).plans[0];
  }

  /** A line for each plan. */
  get lines(): string[] {
    return [...this.plans.values()]
      .map(
        ({ title, covered, health, next }) => `${title}: ${covered} of 6, ${health}, next ${next?.day} ${next?.text}`,
      )
      .sort();
  }

  get titles(): string[] {
    return [...this.plans.values()].map(({ title }) => title).sort();
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Resolves when the plans have just these titles, and no more is to come. */
  async shows(...titles: string[]): Promise<void> {
    await this.until(() => !this.busy && JSON.stringify(this.titles) === JSON.stringify(titles.sort()));
  }
}
