/** The built server as a process, with an LSP client over stdio. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import {
  CancellationToken,
  type ClientCapabilities,
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type RegistrationParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CoverageParams, InitializationOptions } from '../../server/src/protocol.ts';
import { offline } from './offline.ts';

/** What a full client says of itself. */
export const capable: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown'],
      },
    },
    publishDiagnostics: { versionSupport: true },
  },
};

export interface SessionOptions {
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly options?: InitializationOptions;
  /** Answers of the client to requests of the server, by their methods. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
  /** Addresses of the workspace folders. */
  readonly folders?: readonly string[];
  /** The section `levers` of the settings, for a client that can be asked. */
  readonly settings?: object;
  /** What is run, with its arguments. */
  readonly program?: readonly string[];
}

/** A running server; use it inside `withServer`, which ends it. */
export class Session {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly coverage: CoverageParams[] = [];
  /** Messages that the server has asked to be sent, by `client/registerCapability`. */
  readonly registered: string[] = [];
  /** How often the server has asked to pull again. */
  refreshes = 0;
  /** What the server has asked to be asked for again beside problems: `codeLens`, `inlayHint`, `semanticTokens`. */
  readonly stale: string[] = [];
  /** The section `levers` of the settings. */
  settings: object;
  /** Messages of the server that nobody expected: errors in its log, say. */
  readonly unexpected: unknown[] = [];
  private waiting: (() => void)[] = [];

  constructor(
    readonly connection: ProtocolConnection,
    readonly child: ChildProcess,
    settings: object,
  ) {
    this.settings = settings;
    const wake = () => {
      for (const check of this.waiting.splice(0)) check();
    };
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      wake();
    });
    connection.onNotification('levers/coverage', (params: CoverageParams) => {
      this.coverage.push(params);
      wake();
    });
    connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registered.push(...registrations.map(({ method }) => method));
      wake();
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ section }) => (section === 'levers' ? this.settings : null)),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      wake();
    });
    for (const name of ['codeLens', 'inlayHint', 'semanticTokens']) {
      connection.onRequest(`workspace/${name}/refresh`, () => {
        this.stale.push(name);
        wake();
        return null;
      });
    }
    child.once('exit', wake);
    const unexpected = (message: unknown) => {
      this.unexpected.push(message);
    };
    connection.onUnhandledNotification(unexpected);
    connection.onNotification('window/logMessage', unexpected);
    connection.onError(unexpected);
  }

  /** Resolves as soon as `find` gives something; it is asked again after each message. */
  async until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (this.child.exitCode !== null) throw new Error(`the server has ended with ${this.child.exitCode}`);
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** The problems that were pushed last for a document, open or not. */
  newest(uri: string): Diagnostic[] | undefined {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics;
  }

  async open(uri: string, text: string, languageId = 'levers-plan', version = 1): Promise<OpenDocument> {
    const document = TextDocument.create(uri, languageId, version, text);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
    return new OpenDocument(this, document);
  }
}

/** A document that is open in the server. */
export class OpenDocument {
  constructor(
    private readonly session: Session,
    private document: TextDocument,
  ) {}

  get text(): string {
    return this.document.getText();
  }

  get version(): number {
    return this.document.version;
  }

  get uri(): string {
    return this.document.uri;
  }

  positionAt(offset: number) {
    return this.document.positionAt(offset);
  }

  /** Replaces a range of offsets, as one incremental change. */
  async replace(start: number, end: number, text: string): Promise<void> {
    const range = { start: this.document.positionAt(start), end: this.document.positionAt(end) };
    const change = { range, text };
    this.document = TextDocument.update(this.document, [change], this.document.version + 1);
    await this.session.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [change],
    });
  }

  /** The problems that were pushed for the current version; `again`: for the second, third … time. */
  async diagnostics(again = 0): Promise<Diagnostic[]> {
    const { version, uri } = this;
    const pushed = await this.session.until(
      () => this.session.published.filter((params) => params.uri === uri && params.version === version)[again],
    );
    return pushed.diagnostics;
  }

  async close(): Promise<void> {
    await this.session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  request<T>(method: string, params: object = {}, token = CancellationToken.None): Promise<T> {
    return this.session.connection.sendRequest<T>(method, { textDocument: { uri: this.uri }, ...params }, token);
  }
}

/** Starts the built server, says hello, runs `use`, says goodbye; the server must end by itself, with exit code 0 and nothing unexpected. */
export async function withServer(
  {
    capabilities = capable,
    locale = 'en',
    options = { today: '2027-03-01' },
    answers = {},
    folders = [],
    settings = {},
    program = ['dist/server.mjs', '--stdio'],
  }: SessionOptions,
  use: (session: Session, hello: InitializeResult) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, [...offline, ...program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const session = new Session(connection, child, settings);
  for (const [method, reply] of Object.entries(answers)) connection.onRequest(method, reply);
  connection.listen();
  try {
    const hello = await connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
      capabilities,
      locale,
      initializationOptions: options,
    });
    await connection.sendNotification('initialized', {});
    await use(session, hello);
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
    assert.deepEqual(session.unexpected, []);
  } finally {
    connection.dispose();
    child.kill();
  }
}
