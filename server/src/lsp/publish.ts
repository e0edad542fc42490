/** Tells the client about a document after it was opened or changed: problems (where it cannot pull) and coverage. */
import type { Connection } from 'vscode-languageserver';
import { coverageMessage } from '../core/coach.ts';
import { coverage } from '../core/coverage.ts';
import { minimumLevers } from '../core/rules/coverage-below-four.ts';
import { sayMessage } from '../core/text.ts';
import { diagnostics } from '../features/diagnostics.ts';
import type { View } from '../features/view.ts';
import { type CoverageParams, coverageNotification } from '../protocol.ts';
import type { Workspace } from './workspace.ts';

export interface PublishOptions {
  /** Push problems: the client does not pull. */
  readonly problems: boolean;
  readonly coverage: boolean;
}

/** A report that took longer than this (milliseconds) is not made at every key: the next waits as long as it took. */
const quick = 8;

/** The longest such wait. */
const longestWait = 200;

/** Reports on documents, always at their newest version: at once where that is quick, else when typing pauses a little. */
export class Publisher {
  private readonly waiting = new Set<string>();
  private readonly told = new Map<string, string>();
  private changes = 0;
  private cost = 0;

  constructor(
    private readonly connection: Connection,
    private readonly workspace: Workspace,
    private readonly options: PublishOptions,
    private readonly view: (uri: string) => View,
  ) {}

  changed(uri: string): void {
    this.changes++;
    if (this.waiting.size === 0) this.later();
    this.waiting.add(uri);
  }

  /** Messages arrive one a turn: while more changes keep coming in, they go first. */
  private later(): void {
    const { changes } = this;
    const then = () => (this.changes === changes ? this.flush() : this.later());
    if (this.cost > quick) setTimeout(then, Math.min(this.cost, longestWait));
    else setImmediate(() => setImmediate(then));
  }

  closed(uri: string): void {
    this.waiting.delete(uri);
    this.told.delete(uri);
    if (this.options.problems) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private flush(): void {
    const uris = [...this.waiting];
    this.waiting.clear();
    const start = performance.now();
    for (const uri of uris) this.report(uri);
    this.cost = performance.now() - start;
  }

  private report(uri: string): void {
    const subject = this.workspace.subject(uri);
    if (!subject) return;
    const { version } = subject.document;
    const view = this.view(uri);
    if (this.options.problems)
      void this.connection.sendDiagnostics({ uri, version, diagnostics: diagnostics(subject, view) });
    if (!this.options.coverage) return;
    const enough = minimumLevers(view.settings);
    const summary = sayMessage(coverageMessage(subject.plan, view.catalog, enough), view.locale);
    const key = `${summary} ${enough}`;
    if (this.told.get(uri) === key) return;
    this.told.set(uri, key);
    const count = coverage(subject.plan, view.catalog).covered.length;
    const params: CoverageParams = { uri, version, count, enough, summary };
    void this.connection.sendNotification(coverageNotification, params);
  }
}
