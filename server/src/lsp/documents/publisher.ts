/** Tells the client about documents after something changed: problems (where it cannot pull), coverage, and catalogs that are not open. */
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { coverageMessage } from '../../core/analysis/coach.ts';
import { coverage, minimumLevers } from '../../core/analysis/coverage.ts';
import { sayMessage } from '../../core/i18n/message.ts';
import type { Catalog } from '../../core/model/catalog.ts';
import type { CatalogFile, TeamFile } from '../../core/model/catalogFile.ts';
import { diagnostics } from '../../features/diagnostics.ts';
import { isPlan, type View } from '../../features/view.ts';
import { type CoverageParams, catalogLanguage, coverageNotification } from '../../protocol.ts';
import { ByAddress } from '../address.ts';
import type { Workspace } from './openDocuments.ts';

export interface PublishOptions {
  /** Push problems: the client does not pull. */
  readonly problems: boolean;
  readonly coverage: boolean;
  /** Has the client ask again for what depends on more than one document, as far as it can be asked to. */
  readonly refresh: readonly (() => Promise<void>)[];
  /** Whether somebody else tells the problems of a file that is not open. */
  told(uri: string): boolean;
}

/** After a report that took longer than this (milliseconds) the next is made no sooner than after as long again. */
const quick = 8;

/** The longest such wait. */
const longestWait = 200;

/** So long after a change what is asked right behind it may arrive (milliseconds). */
const underWay = 3;

/** Does something in the next turn but one: a message that arrives now is answered in the next. */
function nextButOne(then: () => void): void {
  setImmediate(() => setImmediate(then));
}

/** Reports on documents, always at their newest version: at once where that is quick, else when typing pauses a little. */
export class Publisher {
  private readonly waiting = new Set<string>();
  private readonly told = new Map<string, string>();
  /** The catalogs that are not open and whose problems are told, each with what they were found by. */
  private readonly closedCatalogs = new ByAddress<{ readonly uri: string; by?: Catalog }>();
  private scheduled = false;
  /** Documents of which is not known yet what holds for them. */
  private postponed = 0;
  /** Who waits until all is told. */
  private readonly afterwards: (() => void)[] = [];
  private refreshing = false;
  private refreshAgain = false;
  private changes = 0;
  /** How long the last report took, and when it was made (milliseconds). */
  private cost = 0;
  private ended = 0;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly options: PublishOptions,
    private readonly view: (uri: string) => View,
  ) {}

  changed(uri: string): void {
    this.changes++;
    this.waiting.add(uri);
    this.schedule();
  }

  /** Looks again which catalogs are told about from here. */
  schedule(): void {
    if (!this.scheduled) this.later();
    this.scheduled = true;
  }

  /** A catalog changed (an open one: `origin`), and with it what is found in other documents. */
  catalogsChanged(origin?: string): void {
    const others = this.workspace.documents.keys().filter((uri) => uri !== origin);
    for (const uri of others) this.changed(uri);
    if (others.length > 0) void this.refresh();
  }

  /** Something was set that may change what is found anywhere. */
  settingsChanged(): void {
    // What was told stays known, so that it can be taken back; what it was found by no longer holds.
    for (const told of this.closedCatalogs.values()) delete told.by;
    this.catalogsChanged();
  }

  /** Has the client ask again; while an answer is awaited, more changes wait for it. */
  async refresh(): Promise<void> {
    this.refreshAgain = true;
    if (this.refreshing) return;
    this.refreshing = true;
    while (this.refreshAgain) {
      this.refreshAgain = false;
      // A client that cannot do it now asks at the next change all the same.
      await Promise.all(this.options.refresh.map((ask) => ask().catch(() => {})));
    }
    this.refreshing = false;
  }

  /** Messages arrive one a turn: while more changes keep coming in, they go first, and so does what is asked meanwhile. */
  private later(): void {
    const { changes } = this;
    const unless = (then: () => void) => () => (this.changes === changes ? then() : this.later());
    const read = unless(() => {
      for (const uri of this.waiting) this.workspace.subject(uri);
      const report = unless(() => this.flush());
      // A request may be still on its way here, and its answer on its way out: a report that takes long can wait for them.
      if (this.cost > quick) setTimeout(nextButOne, underWay, report);
      else nextButOne(report);
    });
    const rest = this.ended + Math.min(this.cost, longestWait) - performance.now();
    if (this.cost > quick && rest > 0) setTimeout(read, rest);
    else nextButOne(read);
  }

  /** Resolves when what has changed until now is told. */
  async settled(): Promise<void> {
    if (this.scheduled || this.postponed > 0) await new Promise<void>((resolve) => this.afterwards.push(resolve));
  }

  closed(uri: string): void {
    this.waiting.delete(uri);
    this.told.delete(uri);
    if (this.options.problems) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    // Its catalog may be that of no open document now.
    this.schedule();
  }

  private flush(): void {
    const uris = [...this.waiting];
    this.waiting.clear();
    this.scheduled = false;
    const start = performance.now();
    for (const uri of uris) {
      if (!this.workspace.documents.get(uri)) continue;
      const pending = this.workspace.ready(uri);
      if (pending) void this.postpone(uri, pending);
      else this.report(uri);
    }
    this.reportClosed();
    this.ended = performance.now();
    this.cost = this.ended - start;
    if (this.postponed === 0) for (const resolve of this.afterwards.splice(0)) resolve();
  }

  private async postpone(uri: string, pending: Promise<void>): Promise<void> {
    this.postponed++;
    await pending;
    this.postponed--;
    this.changed(uri);
  }

  /** Catalogs that hold for open documents and are not open themselves: nobody else would tell about their problems. */
  private reportClosed(): void {
    const { documents, catalogs } = this.workspace;
    const used = new ByAddress<TeamFile>();
    for (const open of documents.keys()) {
      if (this.waits(open)) return;
      for (const file of catalogs.for(open).files) {
        if (!this.workspace.document(file.uri) && !this.options.told(file.uri)) used.set(file.uri, file);
      }
    }
    for (const file of used.values()) {
      const told = this.closedCatalogs.get(file.uri) ?? { uri: file.uri };
      this.closedCatalogs.set(told.uri, told);
      if (this.waits(told.uri)) return;
      const view = this.view(told.uri);
      if (told.by === view.catalog) continue;
      told.by = view.catalog;
      this.tellClosed(told.uri, file.file, view);
    }
    for (const { uri } of this.closedCatalogs.values()) {
      if (used.has(uri)) continue;
      this.closedCatalogs.delete(uri);
      if (!documents.get(uri)) this.workspace.forget(uri);
      // What is pushed of an open document, or by somebody else, takes the place of what was told before.
      if (!this.options.problems || !(this.workspace.document(uri) || this.options.told(uri))) {
        void this.connection.sendDiagnostics({ uri, diagnostics: [] });
      }
    }
  }

  private tellClosed(uri: string, reading: CatalogFile, view: View): void {
    const document = TextDocument.create(uri, catalogLanguage, 0, reading.text);
    void this.connection.sendDiagnostics({ uri, diagnostics: diagnostics({ document, reading }, view) });
  }

  /** Whether it is not known yet what holds for a document; comes back when it is. */
  private waits(uri: string): boolean {
    const pending = this.workspace.ready(uri);
    void pending?.then(() => this.schedule());
    return pending !== undefined;
  }

  private report(uri: string): void {
    const subject = this.workspace.subject(uri);
    if (!subject) return;
    const { version } = subject.document;
    const view = this.view(uri);
    if (this.options.problems)
      void this.connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(subject, view) });
    if (!this.options.coverage || !isPlan(subject)) return;
    const enough = minimumLevers(view.settings);
    const summary = sayMessage(coverageMessage(subject.reading, view.catalog, enough), view.locale);
    const key = `${summary} ${enough}`;
    if (this.told.get(uri) === key) return;
    this.told.set(uri, key);
    const count = coverage(subject.reading, view.catalog).covered.length;
    const params: CoverageParams = { uri, version, count, enough, summary };
    void this.connection.sendNotification(coverageNotification, params);
  }
}
