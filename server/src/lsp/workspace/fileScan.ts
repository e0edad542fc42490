/** The scan of files that are not open: all of them in the background, and single ones again when they change. */
import { Emitter } from 'vscode-languageserver';
import { isTeamPath } from '../../core/model/parse.ts';
import type { Pool } from '../../host/pool.ts';
import { ByAddress, comparable, innermost } from '../address.ts';
import { nextTurn } from '../answer.ts';
import type { ClientProfile } from '../clientProfile.ts';
import type { OpenDocuments } from '../documents/openDocuments.ts';
import { type CheckedFile, type CheckJob, FileChecker } from './fileChecker.ts';
import { type Files, isScanned } from './files.ts';

/** Results by file; undefined for a file that could not be opened. */
export type ScanResults = readonly (readonly [uri: string, checked: CheckedFile | undefined])[];

/** Checks files on worker threads; undefined where these do not pay. */
export type CheckInPool = (
  job: CheckJob,
  uris: readonly string[],
  found: (results: ScanResults) => void,
) => Pool | undefined;

/** The files of a scan. */
export interface ListedFiles {
  readonly uris: readonly string[];
  /** Whether a file is one of them, and its diagnostics are wanted. */
  isReported(uri: string): boolean;
}

export interface ScanOptions {
  readonly profile: ClientProfile;
  today(): string;
  /** Overviews are likely to be requested: making them from the start means that no file is read twice. */
  readonly overviews: boolean;
  readonly pool?: CheckInPool | undefined;
  logError(message: string): void;
}

/** A file that waits to be checked by itself. */
interface WaitingFile {
  readonly uri: string;
  /** It has changed since its check began. */
  changed: boolean;
  /** Those who wait for the check. */
  readonly done: (() => void)[];
}

/** The state of one scan of all files; replaced by the next. */
class Round {
  checker: FileChecker | undefined;
  pool: Pool | undefined;
  /** Files (comparable) that were checked by themselves meanwhile; the results of the scan for them are outdated. */
  readonly rechecked = new Set<string>();

  constructor(public busy: boolean) {}
}

export class FileScan {
  private round = new Round(false);
  /** Files on the disk, open or not. */
  private present = new ByAddress<string>();
  private readonly waiting = new ByAddress<WaitingFile>();
  private isChecking = false;
  /** Number of changes until now. */
  private changes = 0;
  /** A client has requested overviews: all folders are scanned, wanted or not for their diagnostics. */
  private overviewsRequested = false;

  private readonly started = new Emitter<void>();
  private readonly listed = new Emitter<ListedFiles>();
  private readonly checked = new Emitter<ScanResults>();
  private readonly finished = new Emitter<void>();
  /** Something changed that concerns all files. */
  readonly onDidStart = this.started.event;
  /** The files are known; results for any others are outdated. */
  readonly onDidList = this.listed.event;
  readonly onDidCheck = this.checked.event;
  readonly onDidFinish = this.finished.event;

  constructor(
    private readonly documents: OpenDocuments,
    private readonly files: Files,
    private readonly options: ScanOptions,
  ) {}

  /** Whether a scan of all files is going on. */
  get busy(): boolean {
    return this.round.busy;
  }

  /** Whether a file is on the disk, as far as is known. */
  isPresent(uri: string): boolean {
    return this.present.has(uri);
  }

  /** The workspace folders whose diagnostics are wanted. */
  reportedFolders(): string[] {
    const { folders, configuration } = this.documents;
    return folders.filter((folder) => configuration.now(folder).workspaceProblems);
  }

  /** A client requests overviews for the first time: scans what has been left out until now. `known`: files that have one. */
  includeOverviews(known: (uri: string) => boolean): void {
    const complete = this.options.overviews && this.reportedFolders().length === this.documents.folders.length;
    this.overviewsRequested = true;
    if (complete) return;
    this.restart(this.busy ? () => false : (uri) => isTeamPath(uri) || known(uri));
  }

  /** Checks all files (again), except those to `skip`. */
  restart(skip: (uri: string) => boolean = () => false): void {
    this.started.fire();
    if (!this.files.list) return;
    this.round.pool?.stop();
    this.round = new Round(true);
    void this.checkAll(this.round, skip);
  }

  /** A file or folder has been deleted. @returns the files that are gone with it, open ones included */
  removed(uri: string): string[] {
    const gone = uri.includes('/node_modules/') ? [] : this.present.in(uri);
    for (const file of gone) {
      this.present.delete(file);
      this.changed(file);
    }
    return gone;
  }

  /** A file has been created or changed, open or not. */
  written(uri: string): void {
    if (this.belongs(uri)) this.present.set(uri, uri);
    this.changed(uri);
  }

  /** A file has been created, changed or deleted, or its document closed: checks it, once, when no more such messages come. */
  changed(uri: string): void {
    if (!this.covers(uri)) return;
    this.changes++;
    const entry = this.waiting.get(uri);
    if (entry) entry.changed = true;
    else this.waiting.set(uri, { uri, changed: false, done: [] });
    if (!this.isChecking) void this.checkWaiting();
  }

  /** Resolves when a file that has changed has been checked. */
  async settled(uri: string): Promise<void> {
    const entry = this.waiting.get(uri);
    if (entry) await new Promise<void>((resolve) => entry.done.push(resolve));
  }

  private async checkWaiting(): Promise<void> {
    this.isChecking = true;
    for (const entry of this.waiting.values()) {
      // Messages arrive one a turn: those of a burst go first, and so do requests in between.
      for (let before = -1; before !== this.changes; await nextTurn()) {
        before = this.changes;
        await nextTurn();
      }
      entry.changed = false;
      await this.check(entry.uri);
      this.waiting.delete(entry.uri);
      if (entry.changed) this.waiting.set(entry.uri, entry);
      else for (const done of entry.done) done();
    }
    this.isChecking = false;
  }

  private async checkAll(round: Round, skip: (uri: string) => boolean): Promise<void> {
    const { documents, files } = this;
    await Promise.all(documents.folders.map((folder) => documents.configuration.pending(folder)));
    // Of a burst of changes that concern all files, only the last has them listed.
    await nextTurn();
    await nextTurn();
    if (round !== this.round) return;
    const listed = new ByAddress<string>();
    for (const folder of this.scannedFolders()) {
      for (const uri of (await files.list?.(folder)) ?? []) listed.set(uri, uri);
      if (round !== this.round) return;
    }
    this.present = listed;
    const all = [...listed.values()];
    const uris = all.filter((uri) => !documents.get(uri) && !skip(uri));
    const reported = this.reportedFolders();
    this.listed.fire({
      uris: all,
      isReported: (uri) => listed.has(uri) && innermost(reported, uri) !== undefined,
    });
    // Files of teams first: they are few, and their diagnostics may have been published for open plans already.
    uris.sort((a, b) => Number(isTeamPath(b)) - Number(isTeamPath(a)));
    const left = new Set(uris);
    round.pool = this.options.pool?.(this.job(), uris, (results) => {
      if (round !== this.round) return;
      for (const [uri] of results) left.delete(uri);
      this.put(results.filter(([uri]) => !round.rechecked.has(comparable(uri))));
    });
    // What the threads do not manage (they are short of memory, say) is checked one by one.
    await round.pool?.done.catch(() => {});
    if (round !== this.round) return;
    round.pool?.stop();
    round.pool = undefined;
    for (const uri of left) {
      await nextTurn();
      if (round !== this.round) return;
      if (!round.rechecked.has(comparable(uri))) await this.check(uri);
    }
    if (round !== this.round) return;
    round.busy = false;
    this.finished.fire();
  }

  private async check(uri: string): Promise<void> {
    if (!this.covers(uri)) return;
    const { round } = this;
    const checked = await this.checkAlone(round, uri).catch((error) => {
      this.options.logError(String(error));
      return undefined;
    });
    // Something that concerns all files has changed meanwhile: the next scan checks this one too.
    if (round !== this.round) return;
    if (round.busy) round.rechecked.add(comparable(uri));
    this.put([[uri, checked]]);
  }

  /** The result for one file, on a thread where that pays. */
  private async checkAlone(round: Round, uri: string): Promise<CheckedFile | undefined> {
    let result: CheckedFile | undefined;
    const pool = this.options.pool?.(this.job(), [uri], ([found]) => {
      result = found?.[1];
    });
    if (pool) {
      await pool.done;
      return result;
    }
    round.checker ??= new FileChecker(this.job(), this.files);
    return round.checker.check(uri);
  }

  private put(results: ScanResults): void {
    // Not every client tells of each file that comes or goes.
    for (const [uri, checked] of results) {
      if (!checked) this.present.delete(uri);
      else if (!this.present.has(uri)) this.present.set(uri, uri);
    }
    // A document that has been opened meanwhile has its own results.
    this.checked.fire(results.filter(([uri, checked]) => !checked || !this.documents.get(uri)));
  }

  private job(): CheckJob {
    const { folders, configuration } = this.documents;
    const { profile, today, overviews } = this.options;
    return {
      profile,
      today: today(),
      overviews: overviews || this.overviewsRequested,
      folders: new Map(folders.map((folder) => [folder, configuration.now(folder)])),
    };
  }

  private scannedFolders(): readonly string[] {
    return this.overviewsRequested ? this.documents.folders : this.reportedFolders();
  }

  /** Whether a file belongs to the scan, and is not open. */
  private covers(uri: string): boolean {
    return !this.documents.get(uri) && this.belongs(uri);
  }

  /** Whether a file, there or not, belongs to the scan. */
  private belongs(uri: string): boolean {
    if (!this.files.list) return false;
    const folder = innermost(this.scannedFolders(), uri);
    return folder !== undefined && isScanned(folder, uri);
  }
}
