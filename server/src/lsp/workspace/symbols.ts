/** Search over all plans and catalogs of the workspace, open or not: files are read when first asked for, and again when they change. */
import type { CancellationToken, SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Locale } from '../../core/i18n/message.ts';
import type { Catalog } from '../../core/model/catalog.ts';
import { CatalogFile, isCatalogPath } from '../../core/model/catalogFile.ts';
import { parse } from '../../core/model/parse.ts';
import type { Reading } from '../../core/model/reading.ts';
import { searchFor } from '../../features/symbols/fuzzyMatch.ts';
import { planSymbols } from '../../features/symbols/planSymbols.ts';
import { unescaped } from '../../features/unescaped.ts';
import type { Subject } from '../../features/view.ts';
import { ByAddress, comparable, folderOf, innermost, planBeside } from '../address.ts';
import { inTurns, nextTurn, refuseIfCancelled } from '../answer.ts';
import type { Workspace } from '../documents/openDocuments.ts';
import { Catalogs, type Files } from './catalogs.ts';

/** What can be found in one document, small enough to be kept for thousands. */
interface Index {
  readonly catalog: Catalog;
  /** The document's title and the names in it, each in a line. */
  readonly names: string;
  /** For each name its kind, line, first character and the one behind its last. */
  readonly places: Int32Array;
}

function indexOf(subject: Subject, catalog: Catalog, locale: Locale): Index {
  const { title, symbols } = planSymbols(subject, { catalog, locale });
  return {
    catalog,
    // Joined, they keep nothing of the text that they were cut from.
    names: [title, ...symbols.map(({ name }) => name)].join('\n'),
    places: Int32Array.from(
      symbols.flatMap(({ kind, range: { start, end } }) => [kind, start.line, start.character, end.character]),
    ),
  };
}

/** What and where the `n`th name in a document is. */
function placeOf({ places }: Index, n: number, uri: string): Pick<SymbolInformation, 'kind' | 'location'> {
  const [kind = 0, line = 0, character = 0, end = 0] = places.subarray(n * 4);
  const range = { start: { line, character }, end: { line, character: end } };
  return { kind: kind as SymbolKind, location: { uri, range } };
}

/** More than this nobody reads: who looks for something types on. */
const most = 1000;

export class Symbols {
  private readonly closed = new ByAddress<Index>();
  private readonly open = new WeakMap<Reading, Index>();
  private readonly catalogs: Catalogs;
  /** The files below the workspace folders; undefined where that must be asked again. */
  private listed: Promise<readonly string[]> | undefined;
  /** How often something has changed on the disk. */
  private changes = 0;

  /** `watched`: the client tells what changes on the disk. */
  constructor(
    private readonly workspace: Workspace,
    private readonly files: Files,
    private readonly options: { readonly locale: Locale; readonly watched: boolean },
  ) {
    this.catalogs = new Catalogs(files, {
      open: (uri) => {
        const reading = workspace.subject(uri)?.reading;
        return reading instanceof CatalogFile ? reading : undefined;
      },
      named: (uri) => {
        const top = innermost(workspace.catalogs.folders, uri);
        return top === undefined ? [] : (workspace.configuration?.now(top).catalogs ?? []);
      },
    });
  }

  /** A file or folder has changed on the disk, has come or gone. */
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

  /** What fits a query, the best first and not more than can be looked through; refused when it is cancelled. */
  async search(query: string, token: CancellationToken): Promise<SymbolInformation[]> {
    const { workspace } = this;
    if (!this.options.watched) this.forget();
    const { folders } = workspace.catalogs;
    this.catalogs.folders = folders;
    this.catalogs.changed();
    await Promise.all(folders.map((folder) => workspace.configuration?.pending(folder)));
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
        if (rank === undefined || (found[rank] as unknown[]).length >= most) continue;
        const containerName = title === name ? own : title || own;
        found[rank]?.push({ name, containerName, ...placeOf(index, n, uri) });
      }
    }
    refuseIfCancelled(token);
    return found.flat().slice(0, most);
  }

  private forget(): void {
    this.listed = undefined;
    this.closed.retain([]);
    this.catalogs.reload();
  }

  /** All documents, open ones first and by the address that the client has for them. */
  private async uris(): Promise<string[]> {
    const { workspace } = this;
    this.listed ??= this.list();
    let list: readonly string[];
    try {
      list = await this.listed;
    } catch (error) {
      // Next time it may go better.
      this.listed = undefined;
      throw error;
    }
    return [...workspace.documents.keys(), ...list.filter((uri) => !workspace.document(uri))];
  }

  private async list(): Promise<readonly string[]> {
    const found = new ByAddress<string>();
    for (const folder of this.workspace.catalogs.folders) {
      for (const uri of (await this.files.list?.(folder)) ?? []) found.set(uri, uri);
    }
    const uris = [...found.values()].sort();
    this.closed.retain(uris);
    return uris;
  }

  /** What can be found in a document; nothing in one that cannot be opened. */
  private async index(uri: string): Promise<Index | undefined> {
    const { workspace } = this;
    if (workspace.document(uri)) {
      await workspace.ready(uri);
      const open = workspace.subject(uri);
      return open && this.openIndex(open, workspace.catalogs.for(uri));
    }
    const asked = isCatalogPath(uri) ? uri : planBeside(uri);
    await this.catalogs.ready(asked);
    const catalog = this.catalogs.for(asked);
    const known = this.closed.get(uri);
    if (known?.catalog === catalog) return known;
    const { changes } = this;
    // Whatever the client wants goes first.
    await nextTurn();
    const reading = await this.read(uri, catalog);
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

  private async read(uri: string, catalog: Catalog): Promise<Reading | undefined> {
    if (isCatalogPath(uri)) return catalog.files.find((file) => comparable(file.uri) === comparable(uri))?.file;
    const opened = await this.files.read(uri, innermost(this.workspace.catalogs.folders, uri) ?? folderOf(uri));
    return 'text' in opened ? parse(opened.text) : undefined;
  }
}
