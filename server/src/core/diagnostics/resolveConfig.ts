/** Resolves the configuration of a team: the nearest file, laid over those that it builds on. */
import { CatalogFile, catalogNames, type TeamFile } from '../model/catalogFile.ts';
import { ConfigFile, configNames, isConfigPath } from '../model/configFile.ts';
import type { Spanned } from '../model/entry.ts';
import type { TeamReading } from '../model/parse.ts';
import { namedFile } from '../model/teamPlaces.ts';
import { workCalendar } from '../model/workCalendar.ts';
import { acceptancesIn } from './acceptance.ts';
import { ruleSettings, rulesLaidOver } from './ruleSettings.ts';
import { defaultSettings, type RuleSettings } from './settings.ts';
import { mostFiles, type TeamConfig, type UnusableFile, type WhyUnusable } from './teamConfig.ts';

/** A file of the team by its plain path below the top; undefined if there is none, or it has not been read yet. */
export type FileAt = (path: string) => TeamFile<TeamReading> | undefined;

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The configuration at a path, and those that it builds on, by their paths; what cannot be used goes to `unusable`. */
function chainFrom(path: string, fileAt: FileAt, unusable: UnusableFile[]): Map<string, TeamFile<ConfigFile>> {
  const chain = new Map<string, TeamFile<ConfigFile>>();
  const configAt = (at: string) => {
    const found = fileAt(at);
    return found?.file instanceof ConfigFile ? (found as TeamFile<ConfigFile>) : undefined;
  };
  const start = configAt(path);
  for (let at = path, current = start; current; ) {
    chain.set(at, current);
    const name = current.file.extends;
    if (!name) break;
    const next = namedFile(name.value, configNames, folderOf(at));
    const found = next === undefined ? undefined : configAt(next);
    let why: WhyUnusable | undefined;
    if (next === undefined) why = 'place';
    else if (!found) why = 'absent';
    else if (chain.has(next)) why = 'circle';
    else if (chain.size === mostFiles) why = 'many';
    // In a circle each file is told of itself; what is too long is told where it begins.
    if (why && (at === path || next === path || why === 'many')) {
      unusable.push({ name: start?.file.extends as Spanned<string>, why });
    }
    if (why || next === undefined) break;
    at = next;
    current = found;
  }
  return chain;
}

/** The configuration that begins with the file at a plain path below the top; undefined if there is none. */
export function teamConfig(path: string, fileAt: FileAt): TeamConfig | undefined {
  const unusable: UnusableFile[] = [];
  const chain = chainFrom(path, fileAt, unusable);
  const files = [...chain.values()];
  if (files.length === 0) return undefined;
  const rules = files.reduceRight((base, { file }) => rulesLaidOver(base, ruleSettings(file.rules)), defaultSettings);
  const catalogs = [...chain].flatMap(([at, { file }]) =>
    file.catalogs.flatMap((name) => {
      const place = namedFile(name.value, catalogNames, folderOf(at));
      if (place !== undefined && fileAt(place)?.file instanceof CatalogFile) return place;
      if (at === path) unusable.push({ name, why: place === undefined ? 'place' : 'absent' });
      return [];
    }),
  );
  const named = files.some(({ file }) => file.catalogs.length > 0) ? [...new Set(catalogs)] : undefined;
  const calendar = workCalendar(files.flatMap(({ file }) => file.section('calendar') ?? []));
  const listed = (key: 'people' | 'groups') => [...new Set(files.flatMap(({ file }) => file.head?.texts(key) ?? []))];
  const [people, groups] = [listed('people'), listed('groups')];
  return { files, rules, catalogs: named, calendar, people, groups, accepted: files.flatMap(acceptancesIn), unusable };
}

/**
 * The settings for the file at a path or address: what the configuration of the team says goes before what is set
 * personally. A configuration itself is judged by what is built in: it must not hide its own mistakes.
 */
export function settingsFor(path: string, config: TeamConfig | undefined, personal: RuleSettings): RuleSettings {
  if (isConfigPath(path)) return defaultSettings;
  return config ? rulesLaidOver(personal, config.rules) : personal;
}

/** Configurations by address, each made again only when a file that it was made of is another. */
export class TeamConfigs {
  private readonly known = new Map<string, { config?: TeamConfig; readings: Map<string, TeamReading | undefined> }>();

  /** The configuration of the file with this address, as `teamConfig` makes it: the same object for the same files. */
  at(address: string, path: string, fileAt: FileAt): TeamConfig | undefined {
    const known = this.known.get(address);
    if (known && [...known.readings].every(([name, reading]) => fileAt(name)?.file === reading)) return known.config;
    const readings = new Map<string, TeamReading | undefined>();
    const config = teamConfig(path, (name) => {
      const found = fileAt(name);
      readings.set(name, found?.file);
      return found;
    });
    this.known.set(address, { ...(config && { config }), readings });
    return config;
  }
}
