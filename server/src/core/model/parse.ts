/** Entry points: text to `Plan` or `CatalogFile`. */
import { catalogFormat, planFormat } from '../schema/schema.ts';
import type { Unread } from '../syntax/parseError.ts';
import { parseText } from '../syntax/parseText.ts';
import { unreadTree } from '../syntax/syntaxTree.ts';
import { CatalogFile } from './catalogFile.ts';
import { Plan } from './plan.ts';
import type { Reading } from './reading.ts';

/**
 * Reads a plan. `previous` is any earlier plan, best the one before the last edit: blocks of text that it holds too
 * are not read again. The result depends on `text` alone.
 */
export function parse(text: string, previous?: Plan): Plan {
  const syntax = parseText(text, planFormat.shape, previous?.syntax);
  return previous?.syntax === syntax ? previous : new Plan(syntax);
}

/** Reads a team's catalog, as `parse` reads a plan. */
export function parseCatalog(text: string, previous?: CatalogFile): CatalogFile {
  const syntax = parseText(text, catalogFormat.shape, previous?.syntax);
  return previous?.syntax === syntax ? previous : new CatalogFile(syntax);
}

/** A plan of which nothing could be read: `text` is what an editor has of it. */
export function unreadPlan(text: string, reason: Unread, encoding?: string): Plan {
  return new Plan(unreadTree(text, reason, encoding));
}

/** The same for a catalog. */
export function unreadCatalog(text: string, reason: Unread, encoding?: string): CatalogFile {
  return new CatalogFile(unreadTree(text, reason, encoding));
}

/** Reparses a changed text as the same kind of document as before. */
export function readAgain(text: string, previous: Reading): Reading {
  return previous instanceof CatalogFile ? parseCatalog(text, previous) : parse(text, previous as Plan);
}
