/** Plans and catalogs in the workspace that are not open: looked at in the background, and their problems told as the client can. */
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { isCatalogPath } from '../../core/model/catalogFile.ts';
import { diagnostics } from '../../features/diagnostics.ts';
import type { View } from '../../features/view.ts';
import { ByAddress, comparable, innermost } from '../address.ts';
import { nextTurn, refuseIfCancelled } from '../answer.ts';
import type { Workspace } from '../documents/openDocuments.ts';
import type { Files } from './catalogs.ts';
import { type Errand, type Inspected, Inspector, type Reader } from './fileChecker.ts';
import type { Overviews } from './overviews.ts';

/** What came of some files; nothing for one that could not be opened. */
export type Findings = readonly (readonly [uri: string, inspected: Inspected | undefined])[];

/** Threads that look at files. */
export interface Helpers {
  /** Resolves when they have looked at all; rejects when they cannot. */
  readonly done: Promise<void>;
  /** Nothing is of interest any more. */
  stop(): void;
}

/** Has files looked at beside the thread that answers requests; nothing where that does not pay. */
export type Help = (
  errand: Errand,
  uris: readonly string[],
  found: (findings: Findings) => void,
) => Helpers | undefined;

/** What is known of one file. */
interface Entry {
  readonly uri: string;
  /** Its problems as JSON: a tenth of what they would take otherwise. */
  readonly json: string;
  /** Changes with the problems. */
  readonly id: string;
}

/** A client that waits for news. */
interface Waiting {
  /** The files of which there is news, comparable. */
  readonly news: Set<string>;
  /** Documents that it has asked about meanwhile (comparable): what it makes of two answers at once is uncertain. */
  readonly asked: Set<string>;
  wake(): void;
}

export interface ClosedOptions {
  readonly reader: Reader;
  /** For whom answers about an open document are made. */
  view(uri: string): View;
  /** Push problems: the client does not pull. */
  readonly push: boolean;
  today(): string;
  /** What is known of a catalog that is not open has come or gone. */
  catalogsTold(): void;
  /** A new day has begun. */
  newDay(): void;
  /** Where overviews go that are made with the same look. */
  readonly overviews: Overviews;
}

/** So often (milliseconds) it is looked whether a new day has begun. */
const dayWatch = 600_000;

const none = '[]';

/** Whether an address below a folder is one of the files that are looked for there. */
export function isOurs(folder: string, uri: string): boolean {
  const steps = uri.split('/').slice(folder.split('/').length);
  return (
    /(\.levers|\/levers\.catalog)\.ya?ml$/.test(`/${steps.at(-1)}`) &&
    steps.slice(0, -1).every((step) => step !== 'node_modules' && !step.startsWith('.'))
  );
}

export class Closed {
  private readonly entries = new ByAddress<Entry>();
  /** The files that are on the disk, open or not. */
  private present = new ByAddress<string>();
  private readonly waiting = new Set<Waiting>();
  /** Files that are looked at on their own, the last time of each. */
  private readonly looking = new ByAddress<Promise<void>>();
  private last = Promise.resolve();
  /** What came of them while all files were looked at is newer than what comes of that. */
  private newer = new Set<string>();
  private inspector: Inspector | undefined;
  private helpers: Helpers | undefined;
  /** All files are being looked at, for the `round`th time. */
  busy = false;
  private round = 0;
  private changes = 0;
  /** Tells the ids of this server from those of one before it. */
  private readonly self = Math.random().toString(36).slice(2);
  private day = '';

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly files: Files,
    private readonly help: Help | undefined,
    private readonly options: ClosedOptions,
  ) {}

  /** Whether the problems of a file are told from here. */
  covers(uri: string): boolean {
    return this.entries.has(uri);
  }

  /**
   * Overviews are asked for, for the first time: what was not looked at for its problems is looked at now. `collected`:
   * their overviews were made with them.
   */
  overviewsAsked(collected: boolean): void {
    const { folders } = this.workspace.catalogs;
    if (collected && this.wanted().length === folders.length) return;
    this.restart(!this.busy);
  }

  /**
   * Looks at all files again: for the first time, or because something changed that holds for many. `unknown`: only at
   * plans whose overview is not known.
   */
  restart(unknown = false): void {
    this.options.overviews.openChanged();
    if (!this.files.list) return;
    const round = ++this.round;
    this.busy = true;
    this.inspector = undefined;
    this.newer = new Set();
    this.helpers?.stop();
    this.helpers = undefined;
    void this.lookAtAll(() => this.round === round, unknown);
  }

  /** A file is not on the disk any more, or a folder with all that was in it; gives what was known to be there. */
  removed(uri: string): string[] {
    const files = uri.includes('/node_modules/') ? [] : this.present.in(uri);
    for (const file of files) {
      this.present.delete(file);
      // An editor may keep a document that it does not show.
      if (this.workspace.document(file)) this.enter(file, undefined);
      else this.changed(file);
    }
    this.wake();
    return files;
  }

  /** A file has changed on the disk, has come, or been closed. */
  changed(uri: string): void {
    if (!this.concerns(uri)) return;
    // Whatever the client wants goes first.
    const look = this.last.then(nextTurn).then(() => this.look(uri));
    this.last = look;
    this.looking.set(uri, look);
    void look.then(() => {
      if (this.looking.get(uri) === look) this.looking.delete(uri);
    });
  }

  /** From now on the open document tells its problems. */
  opened(uri: string): void {
    if (this.options.push) this.entries.delete(uri);
  }

  /** A client that pulls asks about one document: it will want to know what is new, and that in another answer. */
  asked(uri: string): void {
    for (const { asked } of this.waiting) asked.add(comparable(uri));
    this.wake();
  }

  /** The problems of one file that is not open. */
  async problems(uri: string): Promise<Diagnostic[]> {
    await this.looking.get(uri);
    return JSON.parse(this.entries.get(uri)?.json ?? none);
  }

  /** Starts to watch for a new day. */
  watchDay(): void {
    this.day = this.options.today();
    const timer = setTimeout(() => {
      if (this.day !== this.options.today()) {
        this.restart();
        this.options.newDay();
      }
      this.watchDay();
    }, dayWatch);
    (timer as { unref?: () => void }).unref?.();
  }

  /**
   * What a client does not know yet. With `send` it is told as it is found, and while there is no news at all the answer
   * waits for some; else the answer waits until all files have been looked at.
   */
  async report(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
    send: ((report: WorkspaceDiagnosticReport) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const told = new Map(previous.map(({ uri, value }) => [comparable(uri), { uri, id: value as string | undefined }]));
    let ring = () => {};
    const waiting: Waiting = { news: new Set(told.keys()), asked: new Set(), wake: () => ring() };
    this.lookAtOpen();
    for (const { uri } of this.entries.values()) waiting.news.add(comparable(uri));
    const take = () => {
      const items = [...waiting.news].flatMap((key) => {
        if (waiting.asked.has(key)) return [];
        const known = told.get(key);
        const entry = this.entries.at(key);
        const item = this.itemOf(entry, known);
        if (item?.kind === DocumentDiagnosticReportKind.Full) told.set(key, { uri: item.uri, id: entry?.id });
        return item ?? [];
      });
      waiting.news.clear();
      return items;
    };
    const news = (item: WorkspaceDocumentDiagnosticReport) => item.kind === DocumentDiagnosticReportKind.Full;
    this.waiting.add(waiting);
    const cancelled = token.onCancellationRequested(() => ring());
    try {
      for (let sent = false, wasBusy = this.busy; ; ) {
        refuseIfCancelled(token);
        // Only now it is sure which files are no more.
        if (wasBusy && !this.busy) for (const key of told.keys()) if (!this.entries.at(key)) waiting.news.add(key);
        wasBusy = this.busy;
        if (send || !this.busy) {
          const items = take();
          const some = items.some(news);
          if (!this.busy && (!send || sent || some || waiting.asked.size)) return { items };
          if (some) {
            send?.({ items: items.filter(news) });
            sent = true;
          }
        }
        await new Promise<void>((resolve) => {
          ring = resolve;
          if (waiting.news.size && send) resolve();
        });
      }
    } finally {
      cancelled.dispose();
      this.waiting.delete(waiting);
    }
  }

  /** What is to be told of a file to a client that knows this of it; nothing for one that the client need not know. */
  private itemOf(
    entry: Entry | undefined,
    known: { readonly uri: string; readonly id: string | undefined } | undefined,
  ): WorkspaceDocumentDiagnosticReport | undefined {
    const uri = known?.uri ?? entry?.uri;
    if (uri === undefined) return undefined;
    const version = this.workspace.document(uri)?.version ?? null;
    if (entry && known?.id === entry.id) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId: entry.id };
    }
    if (!entry) {
      const gone = known?.id !== undefined && !this.busy;
      return gone ? { kind: DocumentDiagnosticReportKind.Full, uri, version, items: [] } : undefined;
    }
    if (!known && entry.json === none) return undefined;
    return {
      kind: DocumentDiagnosticReportKind.Full,
      uri,
      version,
      resultId: entry.id,
      items: JSON.parse(entry.json),
    };
  }

  private async lookAtAll(current: () => boolean, unknown: boolean): Promise<void> {
    const { workspace, files } = this;
    const { overviews } = this.options;
    const { folders } = workspace.catalogs;
    await Promise.all(folders.map((folder) => workspace.configuration?.pending(folder)));
    if (!current()) return;
    const listed = new ByAddress<string>();
    for (const folder of this.lookedAt()) {
      for (const uri of (await files.list?.(folder)) ?? []) listed.set(uri, uri);
      if (!current()) return;
    }
    this.present = listed;
    const uris = [...listed.values()].filter(
      (uri) => !workspace.document(uri) && !(unknown && (isCatalogPath(uri) || overviews.knows(uri))),
    );
    const told = this.wanted();
    for (const { uri } of [...this.entries.values()]) {
      if (!listed.has(uri) || innermost(told, uri) === undefined) this.tell(uri, undefined);
    }
    overviews.retain([...listed.values()]);
    // Catalogs first: they are few, and somebody may be waiting for what was said about them to be right.
    uris.sort((a, b) => Number(isCatalogPath(b)) - Number(isCatalogPath(a)));
    const left = new Set(uris);
    const found = (findings: Findings) => {
      if (!current()) return;
      for (const [uri, inspected] of findings) {
        left.delete(uri);
        if (!this.newer.has(comparable(uri))) this.put(uri, inspected);
      }
      this.wake();
    };
    this.helpers = this.help?.(this.errand(), uris, found);
    // Threads are no more than help: what they do not manage is looked at here.
    await this.helpers?.done.catch(() => {});
    if (!current()) return;
    this.helpers?.stop();
    this.helpers = undefined;
    await this.lookHere([...left], current);
    if (!current()) return;
    this.busy = false;
    overviews.schedule();
    this.wake();
  }

  /** The problems of documents that are open but in no tab are told with the others: an editor relies on that. */
  private lookAtOpen(): void {
    const { workspace, options } = this;
    if (!this.files.list || options.push) return;
    for (const uri of workspace.documents.keys()) {
      const folder = innermost(this.wanted(), uri);
      const subject = workspace.subject(uri);
      if (folder === undefined || !this.present.has(uri) || !subject || workspace.ready(uri)) continue;
      this.enter(uri, JSON.stringify(diagnostics(subject, options.view(uri))));
    }
  }

  private async lookHere(uris: readonly string[], current: () => boolean): Promise<void> {
    for (const uri of uris) {
      // Whatever the client wants goes first.
      await nextTurn();
      if (!current()) return;
      if (!this.newer.has(comparable(uri))) await this.look(uri);
    }
  }

  private async look(uri: string): Promise<void> {
    if (!this.concerns(uri)) return;
    this.inspector ??= new Inspector(this.errand(), this.files);
    const { inspector } = this;
    const inspected = await inspector.inspect(uri).catch((error) => {
      this.connection.console.error(String(error));
      return undefined;
    });
    // What holds for all files has changed meanwhile: they are looked at again.
    if (inspector !== this.inspector) return;
    if (this.busy) this.newer.add(comparable(uri));
    this.put(uri, inspected);
    this.wake();
  }

  private errand(): Errand {
    const { workspace, options } = this;
    const folders = workspace.catalogs.folders.flatMap((folder) => {
      const settings = workspace.configuration?.now(folder);
      return settings ? [[folder, settings] as const] : [];
    });
    const { reader, overviews } = options;
    return { reader, today: options.today(), overviews: overviews.collected, folders: new Map(folders) };
  }

  /** The workspace folders whose problems are wanted. */
  private wanted(): string[] {
    const { catalogs, configuration } = this.workspace;
    return catalogs.folders.filter((folder) => configuration?.now(folder).workspaceProblems);
  }

  /** The workspace folders whose files are looked at, be it for their overviews. */
  private lookedAt(): readonly string[] {
    return this.options.overviews.asked ? this.workspace.catalogs.folders : this.wanted();
  }

  /** Whether a file is one of those that are looked at, and not open. */
  private concerns(uri: string): boolean {
    if (!this.files.list || this.workspace.document(uri)) return false;
    const folder = innermost(this.lookedAt(), uri);
    return folder !== undefined && isOurs(folder, uri);
  }

  /** This is known of a file from now on; undefined: that it is not there. */
  private put(uri: string, inspected: Inspected | undefined): void {
    if (inspected && !this.present.has(uri)) this.present.set(uri, uri);
    if (inspected && this.workspace.document(uri)) return;
    this.options.overviews.put(uri, inspected?.overview);
    this.tell(uri, inspected?.problems);
  }

  /** These are the problems of a file from now on; undefined: that it is not there, or that they are not wanted. */
  private tell(uri: string, json: string | undefined): void {
    const before = this.entries.get(uri);
    if (!this.enter(uri, json)) return;
    const open = this.workspace.document(uri);
    if (this.options.push && !open && (before?.json ?? none) !== (json ?? none)) {
      void this.connection.sendDiagnostics({ uri: before?.uri ?? uri, diagnostics: JSON.parse(json ?? none) });
    }
    if (isCatalogPath(uri) && (before === undefined || json === undefined)) this.options.catalogsTold();
  }

  /** Notes what is known of a file; whether that is new. */
  private enter(uri: string, json: string | undefined): boolean {
    const before = this.entries.get(uri);
    if (before?.json === json) return false;
    if (json === undefined) this.entries.delete(uri);
    else this.entries.set(uri, { uri: before?.uri ?? uri, json, id: `${this.self}.${++this.changes}` });
    for (const { news } of this.waiting) news.add(comparable(uri));
    return true;
  }

  private wake(): void {
    for (const waiting of this.waiting) waiting.wake();
  }
}
