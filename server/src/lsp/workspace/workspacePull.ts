/** One `workspace/diagnostic` request, which is held open until there is something to report. */
import {
  type CancellationToken,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { comparable } from '../address.ts';
import { refuseIfCancelled } from '../answer.ts';
import { type FileReports, noDiagnostics } from './fileReports.ts';

/** What the client knows of a file. */
interface Reported {
  readonly uri: string;
  readonly id: string | undefined;
}

export interface PullOptions {
  /** Whether files are still being scanned. */
  busy(): boolean;
  /** The version of a document, if it is open. */
  version(uri: string): number | undefined;
  /** Whether a file is open and pulled by itself as long as it is. */
  tellsItself(uri: string): boolean;
}

function isFull({ kind }: WorkspaceDocumentDiagnosticReport): boolean {
  return kind === DocumentDiagnosticReportKind.Full;
}

/** Files are identified by their comparable addresses. */
export class WorkspacePull {
  private readonly reported: Map<string, Reported>;
  /** Files whose report may differ from what the client knows. */
  private readonly dirty: Set<string>;
  /** Files pulled by themselves meanwhile, left out here: what a client makes of two answers at once is uncertain. */
  private readonly pulled = new Set<string>();
  private resume = () => {};

  constructor(
    previous: readonly PreviousResultId[],
    private readonly reports: FileReports,
    private readonly options: PullOptions,
  ) {
    this.reported = new Map(previous.map(({ uri, value }) => [comparable(uri), { uri, id: value }]));
    this.dirty = new Set([...this.reported.keys(), ...reports.keys()]);
  }

  markDirty(key: string): void {
    this.dirty.add(key);
  }

  markPulled(key: string): void {
    this.pulled.add(key);
  }

  /** Has the request look again whether there is something to report. */
  wake(): void {
    this.resume();
  }

  /**
   * What the client does not know yet. With `send` it is reported in parts as it is found, and as long as there is no
   * change at all the request stays open; without, it stays open until all files have been scanned.
   */
  async answer(
    token: CancellationToken,
    send: ((report: WorkspaceDiagnosticReport) => void) | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const cancelled = token.onCancellationRequested(() => this.wake());
    try {
      for (let sent = false, wasBusy = this.options.busy(); ; ) {
        refuseIfCancelled(token);
        const busy = this.options.busy();
        // Only after the scan is it certain which files are gone.
        if (wasBusy && !busy) this.markMissing();
        wasBusy = busy;
        if (send || !busy) {
          const items = this.takeDirty();
          const changed = items.some(isFull);
          if (!busy && (!send || sent || changed || this.pulled.size)) return { items };
          if (changed) {
            send?.({ items: items.filter(isFull) });
            sent = true;
          }
        }
        await new Promise<void>((resolve) => {
          this.resume = resolve;
          if (this.dirty.size && send) resolve();
        });
      }
    } finally {
      cancelled.dispose();
    }
  }

  private markMissing(): void {
    for (const key of [...this.reported.keys(), ...this.reports.keys()]) if (!this.reports.at(key)) this.dirty.add(key);
  }

  private takeDirty(): WorkspaceDocumentDiagnosticReport[] {
    const items = [...this.dirty].flatMap((key) => {
      if (this.pulled.has(key)) return [];
      const item = this.itemOf(key);
      if (item?.kind === DocumentDiagnosticReportKind.Full) {
        this.reported.set(key, { uri: item.uri, id: item.resultId });
      }
      return item ?? [];
    });
    this.dirty.clear();
    return items;
  }

  /** The item of a file; undefined if there is nothing that the client has to know. */
  private itemOf(key: string): WorkspaceDocumentDiagnosticReport | undefined {
    const doubted = this.options.busy() ? undefined : this.reports.doubtedAt(key);
    const report = this.reports.at(key) ?? doubted;
    const known = this.reported.get(key);
    const uri = known?.uri ?? report?.uri;
    if (uri === undefined) return undefined;
    const version = this.options.version(uri) ?? null;
    if (!report) {
      const gone = known?.id !== undefined && !this.options.busy();
      return gone ? { kind: DocumentDiagnosticReportKind.Full, uri, version, items: [] } : undefined;
    }
    const { id: resultId, json } = report;
    if (known?.id === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
    const isShown = known !== undefined || (doubted !== undefined && !this.options.tellsItself(uri));
    if (json === noDiagnostics && !isShown) return undefined;
    return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: JSON.parse(json) };
  }
}
