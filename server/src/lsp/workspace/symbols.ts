/** Workspace symbols: search over all plans and files of teams, open or not. Files are read at the first search, and again when they change. */
import type { CancellationToken, SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Locale } from '../../core/i18n/message.ts';
import type { Catalog } from '../../core/model/catalog.ts';
import { isTeamPath, parse } from '../../core/model/parse.ts';
import type { Reading } from '../../core/model/reading.ts';
import { searchFor } from '../../features/symbols/fuzzyMatch.ts';
import { planSymbols } from '../../features/symbols/planSymbols.ts';
import { unescaped } from '../../features/unescaped.ts';
import type { Subject } from '../../features/view.ts';
import { ByAddress, folderOf, innermost, planBeside } from '../address.ts';
import { inTurns, nextTurn, refuseIfCancelled } from '../answer.ts';
import type { OpenDocuments } from '../documents/openDocuments.ts';
import { Catalogs } from './catalogs.ts';
import type { Files } from './files.ts';

/** The symbols of one document, small enough to be kept for thousands of files. */
interface Index {
  readonly catalog: Catalog;
  /** The document's title and the names in it, each in a line. */
  readonly names: string;
  /** Four numbers for each name: its kind, line, and first character and end (exclusive) in the line. */
  readonly places: Int32Array;
}

function indexOf(subject: Subject, catalog: Catalog, locale: Locale): Index {
  const { title, symbols } = planSymbols(subject, { catalog, locale });
  return {
    catalog,
    // A joined string does not keep the document's text alive, as slices of it would.
    names: [title, ...symbols.map(({ name }) => name)].join('\n'),
    places: Int32Array.from(
      symbols.flatMap(({ kind, range: { start, end } }) => [kind, start.line, start.character, end.character]),
    ),
  };
}

/** The kind and location of the `n`th name in a document. */
function placeOf({ places }: Index, n: number, uri: string): Pick<SymbolInformation, 'kind' | 'location'> {
  const [kind = 0, line = 0, character = 0, end = 0] = places.subarray(n * 4);
  const range = { start: { line, character }, end: { line, character: end } };
  return { kind: kind as SymbolKind, location: { uri, range } };
}

/** The most results of a search: nobody reads more. */
const maxResults = 1000;

export class Symbols {
  private readonly closed = new ByAddress<Index>();
  private readonly open = new WeakMap<Reading, Index>();
  private readonly catalogs: Catalogs;
  /** The files below the workspace folders; undefined if they must be listed again. */
  private listed: Promise<readonly string[]> | undefined;
  /** Number of changes on the disk until now. */
  private changes = 0;

  /** `watched`: the client reports changes on the disk. */
  constructor(
    private readonly documents: OpenDocuments,
    private readonly files: Files,
    private readonly options: { readonly locale: Locale; readonly watched: boolean },
  ) {
    this.catalogs = new Catalogs(files, {
      open: (uri) => documents.teamFile(uri),
      named: (uri) => {
        const top = innermost(documents.folders, uri);
        return top === undefined ? [] : documents.configuration.now(top).catalogs;
      },
    });
  }

  /** A file or folder has been created, changed or deleted. */
  changed(uri: string): void {
    this.changes++;
    this.closed.delete(uri);
    this.listed = undefined;
  }

  /** A catalog, a folder or a setting has changed. */
  restart(): void {
    this.changes++;
    this.listed = undefined;
    this.catalogs.reload();
  }

  /** The best matches of a query, in order; throws when the request is cancelled. */
  async search(query: string, token: CancellationToken): Promise<SymbolInformation[]> {
    const { folders, configuration } = this.documents;
    if (!this.options.watched) this.forget();
    this.catalogs.folders = folders;
    this.catalogs.changed();
    await Promise.all(folders.map((folder) => configuration.pending(folder)));
    const fit = searchFor(query);
    const found: SymbolInformation[][] = [[], [], []];
    for await (const uri of inTurns(await this.uris(), token)) {
      refuseIfCancelled(token);
      const index = await this.index(uri);
      if (!index) continue;
      const [title, ...names] = index.names.split('\n');
      const own = unescaped(uri.slice(uri.lastIndexOf('/') + 1));
      for (const [n, name] of names.entries()) {
        const rank = fit(name);
        if (rank === undefined || (found[rank] as unknown[]).length >= maxResults) continue;
        const containerName = title === name ? own : title || own;
        found[rank]?.push({ name, containerName, ...placeOf(index, n, uri) });
      }
    }
    refuseIfCancelled(token);
    return found.flat().slice(0, maxResults);
  }

  private forget(): void {
    this.listed = undefined;
    this.closed.retain([]);
    this.catalogs.reload();
  }

  /** The URIs of all documents, open ones first and as the client spells them. */
  private async uris(): Promise<string[]> {
    const { documents } = this;
    this.listed ??= this.list();
    let list: readonly string[];
    try {
      list = await this.listed;
    } catch (error) {
      // The next search tries again.
      this.listed = undefined;
      throw error;
    }
    const open = [...documents.texts.keys()].filter((uri) => documents.isCurrent(uri));
    return [...open, ...list.filter((uri) => !documents.get(uri))];
  }

  private async list(): Promise<readonly string[]> {
    const found = new ByAddress<string>();
    for (const folder of this.documents.folders) {
      for (const uri of (await this.files.list?.(folder)) ?? []) found.set(uri, uri);
    }
    const uris = [...found.values()].sort();
    this.closed.retain(uris);
    return uris;
  }

  /** The symbols of a document; undefined if it cannot be opened. */
  private async index(uri: string): Promise<Index | undefined> {
    const { documents } = this;
    if (documents.get(uri)) {
      await documents.ready(uri);
      const open = documents.subject(uri);
      return open && this.openIndex(open, documents.catalogs.for(uri));
    }
    const catalogKey = isTeamPath(uri) ? uri : planBeside(uri);
    await this.catalogs.ready(catalogKey);
    const catalog = this.catalogs.for(catalogKey);
    const known = this.closed.get(uri);
    if (known?.catalog === catalog) return known;
    const { changes } = this;
    await nextTurn();
    const reading = await this.read(uri);
    if (!reading) return undefined;
    const document = TextDocument.create(uri, '', 0, reading.text);
    const index = indexOf({ document, reading }, catalog, this.options.locale);
    if (changes === this.changes) this.closed.set(uri, index);
    return index;
  }

  private openIndex(open: Subject, catalog: Catalog): Index {
    const known = this.open.get(open.reading);
    if (known?.catalog === catalog) return known;
    const index = indexOf(open, catalog, this.options.locale);
    this.open.set(open.reading, index);
    return index;
  }

  private async read(uri: string): Promise<Reading | undefined> {
    if (isTeamPath(uri)) return this.catalogs.at(uri);
    const opened = await this.files.read(uri, innermost(this.documents.folders, uri) ?? folderOf(uri));
    return 'text' in opened ? parse(opened.text) : undefined;
  }
}
