/** Clients of the built server as far as they show problems of files: one that is pushed them, and one that pulls as VS Code does. */
import {
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node';
import type { OpenDocument, Session } from './server.ts';
import { codes } from './workspace.ts';

/** Codes of problems by the URIs of their files. */
type Shown = Readonly<Record<string, readonly string[]>>;

/** Opens and closes documents, and shows the problems that it was pushed. */
export class PushedClient {
  private readonly documents = new Map<string, OpenDocument>();

  constructor(protected readonly session: Session) {}

  async open(uri: string, text: string): Promise<void> {
    this.documents.set(uri, await this.session.open(uri, text));
  }

  async close(uri: string): Promise<void> {
    await this.documents.get(uri)?.close();
    this.documents.delete(uri);
  }

  /** Resolves when just these problems are shown, and still are when the server has checked the files. */
  async shows(wanted: Shown): Promise<void> {
    const reached = () =>
      Object.entries(wanted).every(([uri, are]) => String(codes(this.shown(uri)) ?? []) === String(are));
    do {
      await this.until(reached);
      // The answer for a file that is not open waits for its check.
      for (const uri of Object.keys(wanted)) {
        await this.session.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
      }
    } while (!reached());
  }

  async end(): Promise<void> {}

  protected shown(uri: string): readonly Diagnostic[] | undefined {
    return this.session.newest(uri);
  }

  protected async until(reached: () => boolean): Promise<void> {
    await this.session.until(() => reached() || undefined);
  }
}

/**
 * Pulls open documents and the workspace, as the client library of VS Code does. When a tab is closed its document is
 * pulled once more, and the answer is dropped: what was shown stays, without the id of a result, until the workspace
 * brings something else. While a document is pulled nothing of the workspace is shown of it, but the id is kept.
 */
export class PullingClient extends PushedClient {
  private readonly items = new Map<string, readonly Diagnostic[]>();
  /** Ids of results of the workspace. */
  private readonly results = new Map<string, string | undefined>();
  private readonly inTabs = new Set<string>();
  private readonly tracked = new Set<string>();
  private readonly pending = new Set<string>();
  private readonly ended = new CancellationTokenSource();
  private readonly pulling: Promise<void>;
  private waiting: (() => void)[] = [];

  constructor(session: Session) {
    super(session);
    this.pulling = this.pullWorkspace().catch((error) => {
      if (!this.ended.token.isCancellationRequested) throw error;
    });
  }

  override async open(uri: string, text: string): Promise<void> {
    this.inTabs.add(uri);
    await super.open(uri, text);
    void this.pullDocument(uri);
  }

  override async close(uri: string): Promise<void> {
    this.closeTab(uri);
    await super.close(uri);
  }

  /** Closes the tab of a document that stays open: something else reads it. */
  closeTab(uri: string): void {
    if (!this.inTabs.delete(uri)) return;
    if (!this.pending.has(uri)) void this.pullDocument(uri);
    this.results.delete(uri);
  }

  override async end(): Promise<void> {
    this.ended.cancel();
    await this.pulling;
  }

  protected override shown(uri: string): readonly Diagnostic[] | undefined {
    return this.items.get(uri);
  }

  protected override async until(reached: () => boolean): Promise<void> {
    while (!reached()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private async pullDocument(uri: string): Promise<void> {
    this.tracked.add(uri);
    this.pending.add(uri);
    const params = { textDocument: { uri } };
    const report = await this.session.connection.sendRequest<DocumentDiagnosticReport>(
      'textDocument/diagnostic',
      params,
    );
    this.pending.delete(uri);
    if (!this.inTabs.has(uri)) this.tracked.delete(uri);
    else if (report.kind === 'full') this.show(uri, report.items);
  }

  private async pullWorkspace(): Promise<void> {
    const { connection } = this.session;
    for (let n = 0; !this.ended.token.isCancellationRequested; n++) {
      const previousResultIds = [...this.results].flatMap(([uri, value]) =>
        value === undefined || this.tracked.has(uri) ? [] : { uri, value },
      );
      const partialResultToken = `workspace-${n}`;
      const listening = connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, (part) =>
        this.take(part),
      );
      const params = { previousResultIds, partialResultToken };
      const whole = connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', params, this.ended.token);
      this.take(await whole.finally(() => listening.dispose()));
    }
  }

  private take(report: WorkspaceDiagnosticReport): void {
    for (const item of report.items) {
      if (item.kind === 'full' && !this.tracked.has(item.uri)) this.show(item.uri, item.items);
      this.results.set(item.uri, item.resultId);
    }
  }

  private show(uri: string, items: readonly Diagnostic[]): void {
    this.items.set(uri, items);
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
