/** Team catalogs for the plans on the command line, each read once. */
import type { Catalog } from '../core/model/catalog.ts';
import { CatalogFile, type Opened, type TeamFile } from '../core/model/catalogFile.ts';
import { readTeamFile } from '../core/model/parse.ts';
import { teamCatalog } from '../core/model/teamCatalog.ts';

/** What catalogs need of the machine. */
export interface CatalogDisk {
  /** The display form of a path: the same for all spellings of it. */
  shown(path: string): string;
  /** The paths where the catalog for a file may be, the nearest first; in display form. */
  catalogPlaces(path: string): string[];
  openCatalog(path: string): Opened;
}

export class Catalogs {
  /** Further catalogs, which come after the nearest. */
  private readonly named: readonly string[];
  private readonly files = new Map<string, CatalogFile | undefined>();
  private readonly merged = new Map<string, Catalog>();
  private readonly seen = new Map<string, TeamFile>();
  private readonly opened = new Map<string, Opened>();
  private readonly digests = new Map<Catalog, string>();

  constructor(
    private readonly disk: CatalogDisk,
    named: readonly string[],
  ) {
    this.named = named.map((path) => disk.shown(path));
  }

  /** The catalog that holds for a plan, or for a catalog, which comes first for itself. */
  for(path: string): Catalog {
    const own = this.seen.get(path);
    const nearest = this.disk.catalogPlaces(path).find((place) => this.file(place));
    const paths = new Set([...(own ? [path] : []), ...(nearest === undefined ? [] : [nearest]), ...this.named]);
    const key = [...paths].join('\n');
    const catalog = this.merged.get(key) ?? teamCatalog([...paths].flatMap((name) => this.use(name) ?? []));
    this.merged.set(key, catalog);
    return catalog;
  }

  /** A digest of the catalogs that hold for a plan, names and texts. */
  digest(path: string, digest: (text: string) => string): string {
    const catalog = this.for(path);
    let known = this.digests.get(catalog);
    if (known === undefined) {
      known = digest(JSON.stringify(catalog.files.map(({ name }) => [name, this.opened.get(name)])));
      this.digests.set(catalog, known);
    }
    return known;
  }

  /** Adds a catalog to the report; undefined if there is none at this path. */
  use(path: string): TeamFile | undefined {
    const name = this.disk.shown(path);
    const file = this.file(name);
    if (!file) return undefined;
    const known = this.seen.get(name) ?? { uri: name, name, file };
    this.seen.set(name, known);
    return known;
  }

  /** The catalogs of the report, by path. */
  get used(): readonly TeamFile[] {
    return [...this.seen.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private file(path: string): CatalogFile | undefined {
    if (!this.files.has(path)) {
      const opened = this.disk.openCatalog(path);
      this.opened.set(path, opened);
      const reading = readTeamFile(path, opened);
      this.files.set(path, reading instanceof CatalogFile ? reading : undefined);
    }
    return this.files.get(path);
  }
}
