/** Entry points: text to `Plan` or `CatalogFile`. */
import { catalogFormat, planFormat } from '../schema/schema.ts';
import { parseText } from '../syntax/parseText.ts';
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

/** Reparses a changed text as the same kind of document as before. */
export function readAgain(text: string, previous: Reading): Reading {
  return previous instanceof CatalogFile ? parseCatalog(text, previous) : parse(text, previous as Plan);
}
