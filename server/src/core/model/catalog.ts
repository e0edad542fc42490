/** The strategy catalog: the built-in one, and the interface of any. `teamCatalog.ts` merges a team's into it. */
import builtIn from '../../../../schemas/strategy-catalog.yaml';
import type { Text } from '../i18n/message.ts';
import type { LeverId } from '../schema/format.gen.ts';
import type { Span } from '../text/span.ts';
import type { TeamFile } from './catalogFile.ts';
import { remembered } from './entry.ts';
import { isId } from './ids.ts';

/** When the main work of a strategy usually starts: before the rollout, around it, or after go-live. */
export type Phase = 'prepare' | 'manage' | 'sustain';

export interface CatalogLever {
  readonly id: LeverId;
  readonly letter: string;
  readonly title: Text;
  readonly summary: Text;
  /** The kind of influence it works on (docs/domain.md 1.2). */
  readonly factor: 'social' | 'personal' | 'structural';
}

export interface Indicator extends Text {
  readonly kind?: 'adoption' | 'proficiency' | 'sentiment' | 'outcome' | 'activity';
  /** Success is a smaller number. */
  readonly lowerIsBetter?: boolean;
}

export interface CatalogStrategy {
  readonly id: string;
  readonly lever: LeverId;
  readonly title: Text;
  readonly summary: Text;
  readonly goodFor?: Text;
  readonly phase?: Phase;
  /** It makes sense only where the change is about AI. */
  readonly ai?: boolean;
  readonly factors?: readonly string[];
  readonly affects?: readonly string[];
  readonly deliverables?: readonly Text[];
  readonly indicators?: readonly Indicator[];
  readonly seeAlso?: readonly string[];
  readonly caution?: string;
  /** The catalog of the team that it comes from; nothing for a built-in one. */
  readonly origin?: string;
}

/** A built-in strategy that a team does not want, and where its catalog says so. */
export interface Withdrawn {
  readonly by: TeamFile;
  readonly span: Span;
}

/** Levers and strategies, each also by id. */
export interface Catalog {
  readonly levers: readonly CatalogLever[];
  /** The strategies that are offered: without those that a team hides, and those whose id is none: it could hold a line break. */
  readonly strategies: readonly CatalogStrategy[];
  /** What a team hides, by id. */
  readonly hidden: ReadonlyMap<string, Withdrawn>;
  /** The catalogs of teams that it holds, in the order in which they count. */
  readonly files: readonly TeamFile[];
  /** The files among them with syntax errors: strategies may be missing from this catalog. */
  readonly incomplete: readonly TeamFile[];
  lever(id: LeverId): CatalogLever;
  /** A strategy, hidden or not. */
  strategy(id: string): CatalogStrategy | undefined;
  /** The strategies of a lever that are offered, in the order of the catalog. */
  under(id: LeverId): readonly CatalogStrategy[];
}

/** What a catalog holds beside its strategies. */
type More = Partial<Pick<Catalog, 'hidden' | 'files' | 'incomplete'>>;

/** A catalog over these levers and strategies. */
export function catalogOf(
  levers: readonly CatalogLever[],
  strategies: readonly CatalogStrategy[],
  { hidden = new Map(), files = [], incomplete = [] }: More = {},
): Catalog {
  const byId = new Map(strategies.map((strategy) => [strategy.id, strategy]));
  const leverById = new Map(levers.map((lever) => [lever.id, lever]));
  const offered = strategies.filter(({ id }) => isId(id) && !hidden.has(id));
  const byLever = new Map(levers.map(({ id }) => [id, offered.filter(({ lever }) => lever === id)]));
  return {
    levers,
    strategies: offered,
    hidden,
    files,
    incomplete,
    lever: (id) => leverById.get(id) as CatalogLever,
    strategy: (id) => byId.get(id),
    under: (id) => byLever.get(id) ?? [],
  };
}

/** The six levers and their strategies that come with the product. */
export const builtInCatalog: Catalog = catalogOf(
  builtIn.levers as readonly CatalogLever[],
  builtIn.strategies as readonly CatalogStrategy[],
);

/** The catalog strategy that a plan's strategy names with `use`, hidden or not; undefined if there is none. */
export const catalogued = remembered((strategy, catalog: Catalog): CatalogStrategy | undefined =>
  catalog.strategy(strategy.text('use') ?? ''),
);
