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

  all(): FileReport[] {
    return [...this.reports.values()];
  }

  /** Sets the diagnostics of a file; undefined: it is gone, or they are not wanted. @returns whether that is a change */
  set(uri: string, json: string | undefined): boolean {
    const before = this.reports.get(uri);
    if (before?.json === json) return false;
    if (json === undefined) this.reports.delete(uri);
    else this.reports.set(uri, { uri: before?.uri ?? uri, json, id: `${this.session}.${++this.count}` });
    this.changed.fire(comparable(uri));
    return true;
  }

  /** Forgets a file without a word: its open document has other means to report. */
  drop(uri: string): void {
    this.reports.delete(uri);
  }
}
