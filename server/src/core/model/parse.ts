/** Entry points: text to `Plan`, `CatalogFile` or `ConfigFile`. */
import { catalogFormat, configFormat, planFormat } from '../schema/schema.ts';
import type { Unread } from '../syntax/parseError.ts';
import { parseText } from '../syntax/parseText.ts';
import { unreadTree } from '../syntax/syntaxTree.ts';
import { CatalogFile, catalogNames, type Opened } from './catalogFile.ts';
import { ConfigFile, configNames, isConfigPath } from './configFile.ts';
import { Plan } from './plan.ts';
import type { Reading } from './reading.ts';
import { isNamed } from './teamPlaces.ts';

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

/** Reads a team's configuration, as `parse` reads a plan. */
export function parseConfig(text: string, previous?: ConfigFile): ConfigFile {
  const syntax = parseText(text, configFormat.shape, previous?.syntax);
  return previous?.syntax === syntax ? previous : new ConfigFile(syntax);
}

/** A plan of which nothing could be read: `text` is what an editor has of it. */
export function unreadPlan(text: string, reason: Unread, encoding?: string): Plan {
  return new Plan(unreadTree(text, reason, encoding));
}

/** The same for a catalog. */
export function unreadCatalog(text: string, reason: Unread, encoding?: string): CatalogFile {
  return new CatalogFile(unreadTree(text, reason, encoding));
}

/** The same for a configuration. */
export function unreadConfig(text: string, reason: Unread, encoding?: string): ConfigFile {
  return new ConfigFile(unreadTree(text, reason, encoding));
}

/** Reparses a changed text as the same kind of document as before. */
export function readAgain(text: string, previous: Reading): Reading {
  if (previous instanceof ConfigFile) return parseConfig(text, previous);
  return previous instanceof CatalogFile ? parseCatalog(text, previous) : parse(text, previous as Plan);
}

/** What a file of the team says. */
export type TeamReading = CatalogFile | ConfigFile;

/** The names of a team's files. */
export const teamNames: readonly string[] = [...configNames, ...catalogNames];

/** Whether a path or address has the name of a file of the team. */
export function isTeamPath(path: string): boolean {
  return isNamed(path, teamNames);
}

/**
 * What the file of the team at a path or address says, as it was opened: a configuration or a catalog, by its name. Of one
 * that cannot be read the reason is its only error; undefined if there is none. `previous` is an earlier reading of it.
 */
export function readTeamFile(path: string, opened: Opened, previous?: TeamReading): TeamReading | undefined {
  const isConfig = isConfigPath(path);
  if ('reason' in opened) {
    if (opened.reason === 'absent') return undefined;
    return (isConfig ? unreadConfig : unreadCatalog)('', opened.reason, opened.encoding);
  }
  if (isConfig) return parseConfig(opened.text, previous instanceof ConfigFile ? previous : undefined);
  return parseCatalog(opened.text, previous instanceof CatalogFile ? previous : undefined);
}
