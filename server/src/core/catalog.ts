/** The catalog of strategies: the built-in one, and what can be asked of any. */
import builtIn from '../../../schemas/strategy-catalog.yaml';
import type { LeverId } from './format.gen.ts';
import type { Text } from './text.ts';

/** When the main work of a strategy usually starts: before the rollout, around it, or after go-live. */
export type Phase = 'prepare' | 'manage' | 'sustain';

export interface CatalogLever {
  readonly id: LeverId;
  readonly letter: string;
  readonly title: Text;
  readonly summary: Text;
  /** The kind of influence it works on (Trailhead's pairing; domain.md 1.2). */
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
  readonly factors?: readonly string[];
  readonly affects?: readonly string[];
  readonly deliverables?: readonly Text[];
  readonly indicators?: readonly Indicator[];
  readonly seeAlso?: readonly string[];
  readonly caution?: string;
}

/** Levers and strategies, each also by id. */
export interface Catalog {
  readonly levers: readonly CatalogLever[];
  readonly strategies: readonly CatalogStrategy[];
  lever(id: LeverId): CatalogLever;
  strategy(id: string): CatalogStrategy | undefined;
  /** The strategies of a lever, in the order of the catalog. */
  under(id: LeverId): readonly CatalogStrategy[];
}

/** A catalog over these levers and strategies. */
export function catalogOf(levers: readonly CatalogLever[], strategies: readonly CatalogStrategy[]): Catalog {
  const byId = new Map(strategies.map((strategy) => [strategy.id, strategy]));
  const leverById = new Map(levers.map((lever) => [lever.id, lever]));
  return {
    levers,
    strategies,
    lever: (id) => leverById.get(id) as CatalogLever,
    strategy: (id) => byId.get(id),
    under: (id) => strategies.filter((strategy) => strategy.lever === id),
  };
}

/** The six levers and their strategies that come with the product. */
export const builtInCatalog: Catalog = catalogOf(
  builtIn.levers as readonly CatalogLever[],
  builtIn.strategies as readonly CatalogStrategy[],
);
