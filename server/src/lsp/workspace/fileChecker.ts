/** Looks at files that are not open, as the disk has them, once for all that is told of them: with saved catalogs, and the settings of their folder. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isCatalogPath } from '../../core/model/catalogFile.ts';
import { parse } from '../../core/model/parse.ts';
import { diagnostics } from '../../features/diagnostics.ts';
import { type OverviewParts, overview } from '../../features/pictures/overview.ts';
import { isPlan, type View } from '../../features/view.ts';
import { catalogLanguage, planLanguage } from '../../protocol.ts';
import { comparable, folderOf, innermost, planBeside } from '../address.ts';
import type { ResourceSettings } from '../configuration.ts';
import { Catalogs, type Files } from './catalogs.ts';

/** For whom problems are told, the same for all files. */
export type Reader = Omit<View, 'catalog' | 'settings' | 'today'>;

/** What holds for all files that are looked at; can be handed to another thread. */
export interface Errand {
  readonly reader: Reader;
  readonly today: string;
  /** Overviews of plans are wanted too. */
  readonly overviews: boolean;
  /** What is set for each workspace folder, by its address. */
  readonly folders: ReadonlyMap<string, ResourceSettings>;
}

/** The parts of an overview, each as JSON: a tenth of what they would take otherwise. */
export type OverviewJson = Readonly<Record<keyof OverviewParts, string>>;

/** What is said of a file; can be handed to another thread. */
export interface Inspected {
  /** Its problems as JSON, where those of its folder are told. */
  readonly problems?: string;
  /** Of a plan, where it is wanted. */
  readonly overview?: OverviewJson;
}

/** An overview as it is kept. */
export function kept({ plan, strategies, places, groups }: OverviewParts): OverviewJson {
  return {
    plan: JSON.stringify(plan),
    strategies: JSON.stringify(strategies),
    places: JSON.stringify(places),
    groups: JSON.stringify(groups),
  };
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

  /** What is said of a file; undefined where it cannot be opened. */
  async inspect(uri: string): Promise<Inspected | undefined> {
    const settings = this.settings(uri);
    const top = this.top(uri);
    if (!settings || top === undefined) return undefined;
    const isCatalog = isCatalogPath(uri);
    const opened = isCatalog ? undefined : await this.files.read(uri, top);
    if (opened && 'reason' in opened) return undefined;
    const asked = isCatalog ? uri : planBeside(uri);
    await this.catalogs.ready(asked);
    const { reader, today, overviews } = this.errand;
    const catalog = this.catalogs.for(asked);
    const view = { ...reader, today, settings: settings.rules, catalog };
    // A catalog goes first for itself.
    const own = catalog.files.find((file) => comparable(file.uri) === comparable(uri))?.file;
    const reading = opened ? parse(opened.text) : own;
    if (!reading) return undefined;
    const document = TextDocument.create(uri, isCatalog ? catalogLanguage : planLanguage, 0, reading.text);
    const subject = { document, reading };
    return {
      ...(settings.workspaceProblems && { problems: JSON.stringify(diagnostics(subject, view)) }),
      ...(overviews && isPlan(subject) && { overview: kept(overview(subject, view)) }),
    };
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
