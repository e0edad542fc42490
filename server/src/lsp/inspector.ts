/** Finds the problems of files that are not open, as the disk has them: with saved catalogs, and the settings of their folder. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { isCatalogPath } from '../core/catalogFile.ts';
import { parse } from '../core/parse.ts';
import { diagnostics } from '../features/diagnostics.ts';
import type { View } from '../features/view.ts';
import { catalogLanguage, planLanguage } from '../protocol.ts';
import { comparable, innermost } from './address.ts';
import { Catalogs, type Files } from './catalogs.ts';
import type { ResourceSettings } from './configuration.ts';

/** For whom problems are told, the same for all files. */
export type Reader = Omit<View, 'catalog' | 'settings' | 'today'>;

/** What holds for all files that are looked at; can be handed to another thread. */
export interface Errand {
  readonly reader: Reader;
  readonly today: string;
  /** What is set for each workspace folder, by its address. */
  readonly folders: ReadonlyMap<string, ResourceSettings>;
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

export class Inspector {
  private readonly catalogs: Catalogs;
  /** The workspace folder around each folder. */
  private readonly tops = new Map<string, string | undefined>();

  constructor(
    private readonly errand: Errand,
    private readonly files: Files,
  ) {
    this.catalogs = new Catalogs(files, {
      open: () => undefined,
      named: (uri) => this.settings(uri)?.catalogs ?? [],
    });
    this.catalogs.folders = [...errand.folders.keys()];
  }

  /** The problems of a file; undefined where it cannot be opened. */
  async problems(uri: string): Promise<Diagnostic[] | undefined> {
    const settings = this.settings(uri);
    const top = this.top(uri);
    if (!settings || top === undefined) return undefined;
    const isCatalog = isCatalogPath(uri);
    const opened = isCatalog ? undefined : await this.files.read(uri, top);
    if (opened && 'reason' in opened) return undefined;
    // The same catalog holds for all plans in a folder.
    const asked = isCatalog ? uri : `${folderOf(uri)}/.levers.yaml`;
    await this.catalogs.ready(asked);
    const { reader, today } = this.errand;
    const catalog = this.catalogs.for(asked);
    const view = { ...reader, today, settings: settings.rules, catalog };
    // A catalog goes first for itself.
    const own = catalog.files.find((file) => comparable(file.uri) === comparable(uri))?.file;
    const reading = opened ? parse(opened.text) : own;
    if (!reading) return undefined;
    const document = TextDocument.create(uri, isCatalog ? catalogLanguage : planLanguage, 0, reading.text);
    return diagnostics({ document, reading }, view);
  }

  private settings(uri: string): ResourceSettings | undefined {
    const top = this.top(uri);
    return top === undefined ? undefined : this.errand.folders.get(top);
  }

  private top(uri: string): string | undefined {
    const folder = folderOf(uri);
    if (!this.tops.has(folder)) this.tops.set(folder, innermost([...this.errand.folders.keys()], uri));
    return this.tops.get(folder);
  }
}
