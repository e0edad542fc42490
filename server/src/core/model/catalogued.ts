/** What the catalog knows of the strategies of a plan. */
import type { Catalog, CatalogStrategy } from './catalog.ts';
import { remembered } from './plan.ts';

/** The strategy of the catalog that a strategy of the plan names with `use`, hidden or not. */
export const catalogued = remembered((strategy, catalog: Catalog): CatalogStrategy | undefined =>
  catalog.strategy(strategy.text('use') ?? ''),
);
