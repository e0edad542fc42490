/** The catalog that holds for each document, merged from the nearest file of the team and those in the settings; each file is read once. */
import type { Catalog } from '../../core/model/catalog.ts';
import { type CatalogFile, catalogNames, type Opened, type TeamFile } from '../../core/model/catalogFile.ts';
import { parseCatalog, unreadCatalog } from '../../core/model/parse.ts';
import { teamCatalog } from '../../core/model/teamCatalog.ts';
import { teamPlaces } from '../../core/model/teamPlaces.ts';
import { unescaped } from '../../features/unescaped.ts';
import { ByAddress, comparable, folderOf, innermost } from '../address.ts';
import type { Files } from './files.ts';

/** What catalogs depend on besides files. */
export interface Editor {
  /** The open catalog with this URI, however it is escaped: it takes precedence over the disk. */
  open(uri: string): CatalogFile | undefined;
  /** Paths of further catalogs, relative to the workspace folder of a document. */
  named(uri: string): readonly string[];
}

export class Catalogs {
  /** URIs of the workspace folders, without a slash at the end. */
  folders: readonly string[] = [];
  /** Files as read from the disk; undefined for one that is not there. A file without an entry has not been read yet. */
  private disk = new ByAddress<CatalogFile | undefined>();
  /** Reads in progress, shared by all who wait for the same file. */
  private reads = new ByAddress<Promise<void>>();
  /** The last reading of each file, reused as long as the text is the same. */
  private readonly last = new ByAddress<CatalogFile>();
  private readonly merged = new Map<string, Catalog>();
  private readonly byDocument = new Map<string, Catalog>();
  /** Documents that were asked for: only catalogs that hold for one of them are kept. */
  private readonly documents = new Set<string>();
  /** Documents that were dropped since the last `tidy`. */
  private dropped = 0;

  constructor(
    private readonly files: Files,
    private readonly editor: Editor,
  ) {}

  /** The catalog for a document; complete as soon as `ready` has nothing to wait for. */
  for(uri: string): Catalog {
    const known = this.byDocument.get(uri);
    if (known) return known;
    this.documents.add(uri);
    const catalog = this.merge(this.filesFor(uri));
    if (this.unread(uri).length === 0) this.byDocument.set(uri, catalog);
    return catalog;
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

  /** An open catalog, a workspace folder or a setting has changed. */
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
      disk.set(place, this.readingOf(place, opened));
      reads.delete(place);
    });
    reads.set(place, read);
    return read;
  }

  private readingOf(place: string, opened: Opened): CatalogFile | undefined {
    if ('reason' in opened)
      return opened.reason === 'absent' ? undefined : unreadCatalog('', opened.reason, opened.encoding);
    const file = parseCatalog(opened.text, this.last.get(place));
    this.last.set(place, file);
    return file;
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

  /** The URIs where the catalogs for a document may be. */
  private placesFor(uri: string): { near: readonly string[]; named: readonly string[] } {
    const document = this.savedUri(uri);
    const top = this.topOf(document);
    const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');
    const named = top === undefined ? [] : this.editor.named(uri).map((path) => `${top}/${encoded(path)}`);
    return { near: teamPlaces(document, top, catalogNames), named };
  }

  /** All files that may hold for a document; a catalog may do so for itself. */
  private placesOf(uri: string): string[] {
    const { near, named } = this.placesFor(uri);
    return [uri, ...near, ...named];
  }

  private unread(uri: string): string[] {
    const { near, named } = this.placesFor(uri);
    return [...near, ...named].filter((place) => !this.editor.open(place) && !this.disk.has(place));
  }

  private at(uri: string): CatalogFile | undefined {
    return this.editor.open(uri) ?? this.disk.get(uri);
  }

  /** The files that hold for a document, in order of precedence; a catalog comes first for itself. */
  private filesFor(uri: string): TeamFile[] {
    const found = new ByAddress<TeamFile>();
    const add = (place: string, file: CatalogFile | undefined) => {
      if (file && !found.has(place)) found.set(place, { uri: place, name: this.nameOf(place), file });
    };
    add(uri, this.at(uri));
    const { near, named } = this.placesFor(uri);
    const nearest = near.find((place) => this.at(place));
    if (nearest !== undefined) add(nearest, this.at(nearest));
    for (const place of named) add(place, this.at(place) ?? unreadCatalog('', 'absent'));
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
