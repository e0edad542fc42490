/** The files of teams for the plans on the command line, catalogs and configurations, each read once. */
import { TeamConfigs } from '../core/diagnostics/resolveConfig.ts';
import type { TeamConfig } from '../core/diagnostics/teamConfig.ts';
import { builtInCatalog, type Catalog } from '../core/model/catalog.ts';
import { CatalogFile, catalogNames, isCatalogPath, type Opened, type TeamFile } from '../core/model/catalogFile.ts';
import { type ConfigFile, configNames, isConfigPath } from '../core/model/configFile.ts';
import { readTeamFile, type TeamReading, teamNames } from '../core/model/parse.ts';
import { teamCatalog } from '../core/model/teamCatalog.ts';

/** What the files of teams need of the machine. */
export interface CatalogDisk {
  /** The display form of a path: the same for all spellings of it. */
  shown(path: string): string;
  /** The paths where a file of the team with one of these names may be for a plan, the nearest first; in display form. */
  teamPlaces(path: string, names: readonly string[]): string[];
  /** The beginning of the display form of all paths that a configuration for a plan may name. */
  topOf(path: string): string;
  openTeamFile(path: string): Opened;
}

/** Further catalogs, which come after the nearest. */
export interface NamedCatalogs {
  /** Of the command line. */
  readonly asked: readonly string[];
  /** Of the settings: they hold where no configuration says something of catalogs. */
  readonly set: readonly string[];
}

export class Catalogs {
  private readonly asked: readonly string[];
  private readonly set: readonly string[];
  private readonly files = new Map<string, TeamReading | undefined>();
  private readonly configs = new TeamConfigs();
  private readonly merged = new Map<string, Catalog>();
  private readonly seen = new Map<string, TeamFile>();
  private readonly seenConfigs = new Map<string, TeamFile<ConfigFile>>();
  private readonly opened = new Map<string, Opened>();
  private readonly digests = new Map<string, string>();

  constructor(
    private readonly disk: CatalogDisk,
    { asked, set }: NamedCatalogs,
  ) {
    this.asked = asked.map((path) => disk.shown(path));
    this.set = set.map((path) => disk.shown(path));
  }

  /** The catalog that holds for a plan, or for a catalog, which comes first for itself; none of a team for a configuration. */
  for(path: string): Catalog {
    if (isConfigPath(path)) return builtInCatalog;
    const own = this.seen.get(path);
    const nearest = this.disk.teamPlaces(path, catalogNames).find((place) => this.catalog(place));
    const named = [
      ...this.asked,
      ...(this.config(path)?.catalogs?.map((name) => this.disk.topOf(path) + name) ?? this.set),
    ];
    const paths = new Set([...(own ? [path] : []), ...(nearest === undefined ? [] : [nearest]), ...named]);
    const key = [...paths].join('\n');
    const catalog = this.merged.get(key) ?? teamCatalog([...paths].flatMap((name) => this.use(name) ?? []));
    this.merged.set(key, catalog);
    return catalog;
  }

  /** The configuration that holds for a plan or catalog, or that begins with a configuration; adds its files to the report. */
  config(path: string): TeamConfig | undefined {
    const config = this.resolved(path);
    for (const file of config?.files ?? []) this.seenConfigs.set(file.name, file);
    return config;
  }

  /** All paths of the team that decide what is found in a file: where its files may be, and what the configuration builds on. */
  deciding(path: string): string[] {
    const names = isConfigPath(path) ? [] : isCatalogPath(path) ? configNames : teamNames;
    const config = this.resolved(path);
    const catalogs = config?.catalogs?.map((name) => this.disk.topOf(path) + name) ?? [];
    return [...this.disk.teamPlaces(path, names), ...(config?.files ?? []).map(({ name }) => name), ...catalogs];
  }

  /** A digest of the files of the team that hold for a plan, names and texts. */
  digest(path: string, digest: (text: string) => string): string {
    const files = [...(this.config(path)?.files ?? []), ...this.for(path).files];
    const key = files.map(({ name }) => name).join('\n');
    const known =
      this.digests.get(key) ?? digest(JSON.stringify(files.map(({ name }) => [name, this.opened.get(name)])));
    this.digests.set(key, known);
    return known;
  }

  /** Adds a catalog to the report; undefined if there is none at this path. */
  use(path: string): TeamFile | undefined {
    const name = this.disk.shown(path);
    const file = this.catalog(name);
    if (!file) return undefined;
    const known = this.seen.get(name) ?? { uri: name, name, file };
    this.seen.set(name, known);
    return known;
  }

  /** The catalogs of the report, by path. */
  get used(): readonly TeamFile[] {
    return byName(this.seen);
  }

  /** The configurations of the report, by path. */
  get usedConfigs(): readonly TeamFile<ConfigFile>[] {
    return byName(this.seenConfigs);
  }

  /** The paths of all files of the team that were looked for, found or not. */
  get lookedFor(): Iterable<string> {
    return this.files.keys();
  }

  private resolved(path: string): TeamConfig | undefined {
    const places = isConfigPath(path) ? [this.disk.shown(path)] : this.disk.teamPlaces(path, configNames);
    const nearest = places.find((place) => this.file(place));
    if (nearest === undefined) return undefined;
    const top = this.disk.topOf(path);
    return this.configs.at(nearest, nearest.slice(top.length), (name) => {
      const file = this.file(top + name);
      return file && { uri: top + name, name: top + name, file };
    });
  }

  private catalog(path: string): CatalogFile | undefined {
    const file = this.file(path);
    return file instanceof CatalogFile ? file : undefined;
  }

  private file(path: string): TeamReading | undefined {
    if (!this.files.has(path)) {
      const opened = this.disk.openTeamFile(path);
      this.opened.set(path, opened);
      this.files.set(path, readTeamFile(path, opened));
    }
    return this.files.get(path);
  }
}

function byName<F extends { readonly name: string }>(files: ReadonlyMap<string, F>): F[] {
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
