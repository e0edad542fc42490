/**
 * The files of teams that hold for each document, each read once: the configuration, from the nearest file along
 * `extends`, and the catalog, merged from the nearest file and those that the configuration or the settings name.
 */
import { TeamConfigs } from '../../core/diagnostics/resolveConfig.ts';
import type { TeamConfig } from '../../core/diagnostics/teamConfig.ts';
import { builtInCatalog, type Catalog } from '../../core/model/catalog.ts';
import { CatalogFile, catalogNames, type TeamFile } from '../../core/model/catalogFile.ts';
import { configNames, isConfigPath } from '../../core/model/configFile.ts';
import { readTeamFile, type TeamReading, unreadCatalog } from '../../core/model/parse.ts';
import { teamCatalog } from '../../core/model/teamCatalog.ts';
import { teamPlaces } from '../../core/model/teamPlaces.ts';
import { unescaped } from '../../features/unescaped.ts';
import { ByAddress, comparable, folderOf, innermost } from '../address.ts';
import type { Files } from './files.ts';

/** What catalogs and configurations depend on besides files. */
export interface Editor {
  /** The open file of a team with this URI, however it is escaped: it takes precedence over the disk. */
  open(uri: string): TeamReading | undefined;
  /** Paths of further catalogs, relative to the workspace folder of a document, where no configuration names any. */
  named(uri: string): readonly string[];
}

/** What holds for a document. */
interface Held {
  readonly catalog: Catalog;
  readonly config: TeamConfig | undefined;
}

/** Where the files for a document are. */
interface Lookup {
  readonly config: TeamConfig | undefined;
  /** The places of the nearest catalog. */
  readonly near: readonly string[];
  /** Further catalogs. */
  readonly named: readonly string[];
}

/** The URI of a plain path below a folder. */
function below(folder: string, path: string): string {
  return `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

export class Catalogs {
  /** URIs of the workspace folders, without a slash at the end. */
  folders: readonly string[] = [];
  /** Files as read from the disk; undefined for one that is not there. A file without an entry has not been read yet. */
  private disk = new ByAddress<TeamReading | undefined>();
  /** Reads in progress, shared by all who wait for the same file. */
  private reads = new ByAddress<Promise<void>>();
  /** The last reading of each file, reused as long as the text is the same. */
  private readonly last = new ByAddress<TeamReading>();
  private readonly merged = new Map<string, Catalog>();
  private readonly configs = new TeamConfigs();
  private readonly byDocument = new Map<string, Held>();
  /** Documents that were asked for: only files that hold for one of them are kept. */
  private readonly documents = new Set<string>();
  /** Documents that were dropped since the last `tidy`. */
  private dropped = 0;

  constructor(
    private readonly files: Files,
    private readonly editor: Editor,
  ) {}

  /** The catalog for a document; complete as soon as `ready` has nothing to wait for. A configuration needs none. */
  for(uri: string): Catalog {
    return this.held(uri).catalog;
  }

  /** The configuration for a document, complete as the catalog is; for a configuration, the one that begins with it. */
  config(uri: string): TeamConfig | undefined {
    return this.held(uri).config;
  }

  /** What the file of a team with this URI says, as far as it has been read. */
  at(uri: string): TeamReading | undefined {
    return this.editor.open(uri) ?? this.disk.get(uri);
  }

  private held(uri: string): Held {
    const known = this.byDocument.get(uri);
    if (known) return known;
    this.documents.add(uri);
    const unread: string[] = [];
    const lookup = this.lookUp(uri, (place) => this.isRead(place) || unread.push(place));
    const catalog = isConfigPath(uri) ? builtInCatalog : this.merge(this.filesFor(uri, lookup));
    const held = { catalog, config: lookup.config };
    if (unread.length === 0) this.byDocument.set(uri, held);
    return held;
  }

  /** Resolves when every file that may hold for a document has been read; undefined if none is missing. */
  ready(uri: string): Promise<void> | undefined {
    if (this.byDocument.has(uri)) return undefined;
    this.documents.add(uri);
    return this.unread(uri).length === 0 ? undefined : this.read(uri);
  }

  /** The settings of a document have changed. */
  renew(uri: string): void {
    this.byDocument.delete(uri);
  }

  /**
   * Drops a document, and in the end the files that hold for no other: looking for these takes as long as there are
   * documents, so it waits until as many were dropped as are left.
   */
  forget(uri: string): void {
    this.byDocument.delete(uri);
    if (this.documents.delete(uri)) this.dropped++;
    if (this.dropped >= this.documents.size) this.tidy();
  }

  /** An open file of a team, a workspace folder or a setting has changed. */
  changed(): void {
    this.byDocument.clear();
  }

  /** Files may have changed on the disk: each is read again. */
  reload(): void {
    this.disk = new ByAddress();
    this.reads = new ByAddress();
    this.changed();
  }

  private tidy(): void {
    this.dropped = 0;
    const used = [...this.documents].flatMap((uri) => this.placesOf(uri));
    this.disk.retain(used);
    this.last.retain(used);
    const places = new Set(used.map(comparable));
    for (const [key, { files }] of this.merged) {
      if (!files.every(({ uri }) => places.has(comparable(uri)))) this.merged.delete(key);
    }
  }

  private async read(uri: string): Promise<void> {
    for (let places = this.unread(uri); places.length; places = this.unread(uri)) {
      await Promise.all(places.map((place) => this.readPlace(place)));
    }
  }

  private readPlace(place: string): Promise<void> {
    // A `reload` replaces these two; this read then ends in the old ones.
    const disk = this.disk;
    const reads = this.reads;
    const known = reads.get(place);
    if (known) return known;
    const read = this.files.read(place, this.topOf(place) ?? folderOf(place)).then((opened) => {
      const file = readTeamFile(place, opened, this.last.get(place));
      if (file && 'text' in opened) this.last.set(place, file);
      disk.set(place, file);
      reads.delete(place);
    });
    reads.set(place, read);
    return read;
  }

  /** The innermost workspace folder around a file. */
  private topOf(uri: string): string | undefined {
    return innermost(this.folders, uri);
  }

  /** The URI that an untitled document will probably be saved under; of any other, its own. */
  private savedUri(uri: string): string {
    const [, path] = /^untitled:(.*)$/.exec(uri) ?? [];
    if (path === undefined) return uri;
    return path.startsWith('/') ? `file://${path}` : `${this.folders[0] ?? ''}/${path}`;
  }

  /** Where the files for a document are, as far as they have been read; `look` is called for each place that matters. */
  private lookUp(uri: string, look: (place: string) => void): Lookup {
    const document = this.savedUri(uri);
    const top = this.topOf(document);
    const folder = top ?? folderOf(document);
    const at = (place: string) => {
      look(place);
      return this.at(place);
    };
    const places = isConfigPath(document) ? [document] : teamPlaces(document, top, configNames);
    const [nearest] = places.filter(at);
    const config =
      nearest === undefined
        ? undefined
        : this.configs.at(nearest, unescaped(nearest.slice(folder.length + 1)), (path) => {
            const file = at(below(folder, path));
            return file && { uri: below(folder, path), name: path, file };
          });
    const near = teamPlaces(document, top, catalogNames);
    const set = top === undefined ? [] : this.editor.named(uri);
    const named = (config?.catalogs ?? set).map((path) => below(folder, path));
    for (const place of [...near, ...named]) look(place);
    return { config, near, named };
  }

  /** All files that may hold for a document; a catalog may do so for itself. */
  private placesOf(uri: string): string[] {
    const places = [uri];
    this.lookUp(uri, (place) => places.push(place));
    return places;
  }

  private isRead(place: string): boolean {
    return this.editor.open(place) !== undefined || this.disk.has(place);
  }

  private unread(uri: string): string[] {
    return this.placesOf(uri)
      .slice(1)
      .filter((place) => !this.isRead(place));
  }

  /** The catalogs that hold for a document, in order of precedence; a catalog comes first for itself. */
  private filesFor(uri: string, { near, named }: Lookup): TeamFile[] {
    const found = new ByAddress<TeamFile>();
    const catalogAt = (place: string) => {
      const file = this.at(place);
      return file instanceof CatalogFile ? file : undefined;
    };
    const add = (place: string, file: CatalogFile | undefined) => {
      if (file && !found.has(place)) found.set(place, { uri: place, name: this.nameOf(place), file });
    };
    add(uri, catalogAt(uri));
    const nearest = near.find(catalogAt);
    if (nearest !== undefined) add(nearest, catalogAt(nearest));
    for (const place of named) add(place, catalogAt(place) ?? unreadCatalog('', 'absent'));
    return [...found.values()];
  }

  /** A path as users see it: relative to the workspace folder, else the file's name. */
  private nameOf(uri: string): string {
    const top = this.topOf(uri) ?? folderOf(uri);
    return unescaped(uri.slice(top.length + 1));
  }

  /** The same object for the same files with the same texts, so that what is derived from it stays valid. */
  private merge(files: readonly TeamFile[]): Catalog {
    const key = files.map(({ uri }) => comparable(uri)).join('\n');
    const known = this.merged.get(key);
    if (known && files.every(({ file }, index) => known.files[index]?.file === file)) return known;
    const catalog = teamCatalog(files);
    this.merged.set(key, catalog);
    return catalog;
  }
}
