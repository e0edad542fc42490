/** The last diagnostics of each file, with result ids, so that a client is not sent again what it has. */
import { Emitter } from 'vscode-languageserver';
import { ByAddress, comparable } from '../address.ts';

export interface FileReport {
  readonly uri: string;
  /** The diagnostics as JSON, which takes a tenth of the memory of the objects. */
  readonly json: string;
  /** Result id: another one for each change of the diagnostics. */
  readonly id: string;
}

/** The JSON of no diagnostics. */
export const noDiagnostics = '[]';

export class FileReports {
  private readonly reports = new ByAddress<FileReport>();
  /** For each doubted file, the report that counts where it has no other. */
  private readonly doubted = new ByAddress<FileReport>();
  private count = 0;
  /** Distinguishes the result ids of this server from those of its predecessor. */
  private readonly session = Math.random().toString(36).slice(2);
  private readonly changed = new Emitter<string>();
  /** Fires with the comparable address of a file. */
  readonly onDidChange = this.changed.event;

  get(uri: string): FileReport | undefined {
    return this.reports.get(uri);
  }

  /** The report under an address that is `comparable` already. */
  at(key: string): FileReport | undefined {
    return this.reports.at(key);
  }

  /** Of a doubted file the report of no diagnostics, which counts where it has no other; the address is `comparable`. */
  doubtedAt(key: string): FileReport | undefined {
    return this.doubted.at(key);
  }

  all(): FileReport[] {
    return [...this.reports.values()];
  }

  /** The comparable addresses of all files that are reported or doubted. */
  keys(): string[] {
    return [...this.reports.values(), ...this.doubted.values()].map(({ uri }) => comparable(uri));
  }

  /**
   * A client has pulled a file as a document, or closed it: VS Code keeps diagnostics that it shows then, forgets their
   * result or takes a later one without showing it. So no result that it has is taken for what it shows.
   */
  doubt(uri: string): void {
    const report = this.reports.get(uri);
    if (report) this.reports.set(uri, { ...report, id: this.nextId() });
    this.doubted.set(uri, { uri, json: noDiagnostics, id: this.nextId() });
    this.changed.fire(comparable(uri));
  }

  /** Sets the diagnostics of a file; undefined: it is gone, or they are not wanted. @returns whether that is a change */
  set(uri: string, json: string | undefined): boolean {
    const before = this.reports.get(uri);
    if (before?.json === json) return false;
    if (json === undefined) this.reports.delete(uri);
    else this.reports.set(uri, { uri: before?.uri ?? uri, json, id: this.nextId() });
    this.changed.fire(comparable(uri));
    return true;
  }

  /** Forgets a file without a word: its open document has other means to report. */
  drop(uri: string): void {
    this.reports.delete(uri);
  }

  private nextId(): string {
    return `${this.session}.${++this.count}`;
  }
}
