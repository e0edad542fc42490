/** Which catalog holds for which document: the nearest file of the team and those that are set, each read once. */
import type { Catalog } from '../core/catalog.ts';
import { type CatalogFile, type Opened, type TeamFile, unopenedCatalog } from '../core/catalogFile.ts';
import { catalogPlaces } from '../core/catalogPlaces.ts';
import { parseCatalog } from '../core/parse.ts';
import { teamCatalog } from '../core/teamCatalog.ts';

/** How files are read: from the disk, or whatever a host has instead. */
export interface Files {
  /** A file in the folder `top` or below, both by their addresses; never rejects. */
  read(uri: string, top: string): Promise<Opened>;
}

/** What catalogs depend on beside files. */
export interface Surroundings {
  /** The catalog that is open in the editor under this address: it goes before the disk. */
  open(uri: string): CatalogFile | undefined;
  /** Paths of further catalogs, relative to the workspace folder of a document. */
  named(uri: string): readonly string[];
}

export class Catalogs {
  /** Addresses of the workspace folders, without a slash at the end. */
  folders: readonly string[] = [];
  /** What the disk holds; nothing for a file that is not there. Without an entry it is not known yet. */
  private disk = new Map<string, CatalogFile | undefined>();
  /** The last reading of each file, so that one whose text is the same stays the same. */
  private readonly last = new Map<string, CatalogFile>();
  private readonly merged = new Map<string, Catalog>();
  private readonly byDocument = new Map<string, Catalog>();

  constructor(
    private readonly files: Files,
    private readonly surroundings: Surroundings,
  ) {}

  /** The catalog for a document; complete as soon as `ready` has nothing to wait for. */
  for(uri: string): Catalog {
    const known = this.byDocument.get(uri);
    if (known) return known;
    const catalog = this.merge(this.filesFor(uri));
    if (this.unread(uri).length === 0) this.byDocument.set(uri, catalog);
    return catalog;
  }

  /** Resolves when every file that may hold for a document has been looked at; undefined where that is so. */
  ready(uri: string): Promise<void> | undefined {
    return this.byDocument.has(uri) || this.unread(uri).length === 0 ? undefined : this.read(uri);
  }

  /** Nothing is taken for granted about a document any more. */
  forget(uri: string): void {
    this.byDocument.delete(uri);
  }

  /** An open catalog, a folder or a setting has changed. */
  changed(): void {
    this.byDocument.clear();
  }

  /** Files may have changed on the disk: each is looked at again. */
  reload(): void {
    this.disk = new Map();
    this.changed();
  }

  private async read(uri: string): Promise<void> {
    for (let places = this.unread(uri); places.length; places = this.unread(uri)) {
      const { disk } = this;
      await Promise.all(
        places.map(async (place) => {
          const opened = await this.files.read(place, this.topOf(place) ?? folderOf(place));
          disk.set(place, this.readingOf(place, opened));
        }),
      );
    }
  }

  private readingOf(place: string, opened: Opened): CatalogFile | undefined {
    if ('reason' in opened) return opened.reason === 'absent' ? undefined : unopenedCatalog(opened.reason);
    const file = parseCatalog(opened.text, this.last.get(place));
    this.last.set(place, file);
    return file;
  }

  /** The innermost workspace folder around a file. */
  private topOf(uri: string): string | undefined {
    const around = this.folders.filter((folder) => uri.startsWith(`${folder}/`));
    return around.sort((a, b) => b.length - a.length)[0];
  }

  /** Where an untitled document will stand when it is saved, as far as one can know. */
  private standing(uri: string): string {
    const [, path] = /^untitled:(.*)$/.exec(uri) ?? [];
    if (path === undefined) return uri;
    return path.startsWith('/') ? `file://${path}` : `${this.folders[0] ?? ''}/${path}`;
  }

  /** The addresses where the catalogs for a document may stand. */
  private placesFor(uri: string): { near: readonly string[]; named: readonly string[] } {
    const document = this.standing(uri);
    const top = this.topOf(document);
    const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');
    const named = top === undefined ? [] : this.surroundings.named(uri).map((path) => `${top}/${encoded(path)}`);
    return { near: catalogPlaces(document, top), named };
  }

  private unread(uri: string): string[] {
    const { near, named } = this.placesFor(uri);
    return [...near, ...named].filter((place) => !this.surroundings.open(place) && !this.disk.has(place));
  }

  private at(uri: string): CatalogFile | undefined {
    return this.surroundings.open(uri) ?? this.disk.get(uri);
  }

  /** The files that hold for a document in the order in which they count; a catalog goes first for itself. */
  private filesFor(uri: string): TeamFile[] {
    const found = new Map<string, CatalogFile>();
    const add = (place: string, file: CatalogFile | undefined) => {
      if (file && !found.has(place)) found.set(place, file);
    };
    add(uri, this.at(uri));
    const { near, named } = this.placesFor(uri);
    const nearest = near.find((place) => this.at(place));
    if (nearest !== undefined) add(nearest, this.at(nearest));
    for (const place of named) add(place, this.at(place) ?? unopenedCatalog('absent'));
    return [...found].map(([place, file]) => ({ uri: place, name: this.nameOf(place), file }));
  }

  /** A path as readers see it: from the workspace folder, else the file's name. */
  private nameOf(uri: string): string {
    const top = this.topOf(uri) ?? folderOf(uri);
    const path = uri.slice(top.length + 1);
    try {
      return decodeURIComponent(path);
    } catch {
      return path;
    }
  }

  /** One catalog for the same files with the same texts, so that what is worked out from it stays valid. */
  private merge(files: readonly TeamFile[]): Catalog {
    const key = files.map(({ uri }) => uri).join('\n');
    const known = this.merged.get(key);
    if (known && files.every(({ file }, index) => known.files[index]?.file === file)) return known;
    const catalog = teamCatalog(files);
    this.merged.set(key, catalog);
    return catalog;
  }
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
