/** Reports on open documents after a change: diagnostics (if the client does not pull them) and coverage, always of the newest version. */
import type { Connection } from 'vscode-languageserver';
import { coverageMessage } from '../../core/analysis/coach.ts';
import { coverage, minimumLevers } from '../../core/analysis/coverage.ts';
import { check } from '../../core/check/check.ts';
import { sayMessage } from '../../core/i18n/message.ts';
import { healthLine, healthOf } from '../../core/overview/health.ts';
import { coverageLine } from '../../features/codeLens.ts';
import { diagnostics } from '../../features/diagnostics.ts';
import { isPlan, type Subject, type View } from '../../features/view.ts';
import { type CoverageParams, coverageNotification } from '../../protocol.ts';
import type { CatalogReports } from '../workspace/catalogReports.ts';
import type { OpenDocuments } from './openDocuments.ts';

export interface PublisherOptions {
  /** Push diagnostics: the client does not pull. */
  readonly push: boolean;
  /** The client wants `levers/coverage`. */
  readonly coverage: boolean;
  view(uri: string): View;
}

/** After a report that took longer than this (milliseconds), the next one comes no sooner than after as long again. */
const quickReport = 8;

/** The longest such wait (milliseconds). */
const longestWait = 200;

/** Grace period (milliseconds) for requests that editors send right after a change. */
const gracePeriod = 3;

/** Runs `then` after two event-loop turns: a message that arrives now is answered first. */
function afterTwoTurns(then: () => void): void {
  setImmediate(() => setImmediate(then));
}

/** Reports at once if that is quick, else when typing pauses a little. */
export class Publisher {
  /** Documents with changes that are not reported yet. */
  private readonly dirty = new Set<string>();
  /** The last coverage that was sent of each document, as a fingerprint. */
  private readonly sentCoverage = new Map<string, string>();
  private scheduled = false;
  /** How many documents wait for their settings and catalogs. */
  private postponed = 0;
  /** Callers of `settled`. */
  private readonly waiting: (() => void)[] = [];
  private changes = 0;
  /** How long the last report took, and when it ended (milliseconds). */
  private cost = 0;
  private ended = 0;

  constructor(
    private readonly connection: Connection,
    private readonly documents: OpenDocuments,
    private readonly catalogReports: CatalogReports,
    private readonly options: PublisherOptions,
  ) {}

  /** The text of a document, or what it is checked with, has changed. */
  changed(uri: string): void {
    this.changes++;
    this.dirty.add(uri);
    this.schedule();
  }

  closed(uri: string): void {
    this.changes++;
    this.dirty.delete(uri);
    this.sentCoverage.delete(uri);
    if (this.options.push) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    // It may have been the last document that its catalog holds for.
    this.schedule();
  }

  /** Reports soon, if only on catalogs. */
  schedule(): void {
    if (!this.scheduled) this.later();
    this.scheduled = true;
  }

  /** Resolves when all changes until now are reported. */
  async settled(): Promise<void> {
    if (this.scheduled || this.postponed > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Messages arrive one a turn: while changes keep coming in they go first, and so do requests in between. */
  private later(): void {
    const { changes } = this;
    const unlessChanged = (then: () => void) => () => (this.changes === changes ? then() : this.later());
    const read = unlessChanged(() => {
      for (const uri of this.dirty) this.documents.subject(uri);
      const report = unlessChanged(() => this.flush());
      if (this.cost > quickReport) setTimeout(afterTwoTurns, gracePeriod, report);
      else afterTwoTurns(report);
    });
    const rest = this.ended + Math.min(this.cost, longestWait) - performance.now();
    if (this.cost > quickReport && rest > 0) setTimeout(read, rest);
    else afterTwoTurns(read);
  }

  private flush(): void {
    const uris = [...this.dirty];
    this.dirty.clear();
    this.scheduled = false;
    const start = performance.now();
    for (const uri of uris) {
      if (!this.documents.texts.get(uri)) continue;
      const pending = this.documents.ready(uri);
      if (pending) void this.postpone(uri, pending);
      else this.report(uri);
    }
    void this.catalogReports.update()?.then(() => this.schedule());
    this.ended = performance.now();
    this.cost = this.ended - start;
    if (this.postponed === 0) for (const resolve of this.waiting.splice(0)) resolve();
  }

  private async postpone(uri: string, pending: Promise<void>): Promise<void> {
    this.postponed++;
    await pending;
    this.postponed--;
    this.changed(uri);
  }

  private report(uri: string): void {
    const subject = this.documents.subject(uri);
    if (!subject) return;
    const view = this.options.view(uri);
    const { version } = subject.document;
    if (this.options.push) {
      const found = this.documents.isCurrent(uri) ? diagnostics(subject, view) : [];
      void this.connection.sendDiagnostics({ uri, version, diagnostics: found });
    }
    if (this.options.coverage) this.reportCoverage(uri, subject, view);
  }

  private reportCoverage(uri: string, subject: Subject, view: View): void {
    if (!isPlan(subject)) return;
    const enough = minimumLevers(view.settings);
    const summary = sayMessage(coverageMessage(subject.reading, view.catalog, enough), view.locale);
    const health = healthOf(subject.reading, check(subject.reading, view), view);
    const standing = sayMessage(healthLine(health), view.locale);
    const line = coverageLine(subject.reading, health, view);
    const fingerprint = `${standing} ${line} ${summary} ${enough}`;
    if (this.sentCoverage.get(uri) === fingerprint) return;
    this.sentCoverage.set(uri, fingerprint);
    const count = coverage(subject.reading, view.catalog).covered.length;
    const { version } = subject.document;
    const params: CoverageParams = { uri, version, count, enough, line, standing, summary };
    void this.connection.sendNotification(coverageNotification, params);
  }
}
