// A language client over stdio, just large enough to drive a server and to read its CPU time and memory.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf, memoryOf, ticksOf } from './process.mjs';

const markup = ['markdown', 'plaintext'];

/** What an editor without pulled diagnostics can do. */
const capabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: markup,
      },
    },
    hover: { contentFormat: markup },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
      isPreferredSupport: true,
    },
    definition: { linkSupport: true },
    foldingRange: { rangeLimit: 5000, lineFoldingOnly: true },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: ['keyword', 'string', 'number', 'property', 'variable', 'comment', 'enumMember', 'type', 'class'],
      tokenModifiers: ['declaration', 'definition', 'deprecated'],
      formats: ['relative'],
    },
  },
};

/** What is added by an editor that pulls diagnostics, also those of files that are not open. */
const pulling = {
  ...capabilities,
  workspace: { ...capabilities.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...capabilities.textDocument, diagnostic: { relatedDocumentSupport: true } },
};

/** How long a server may take for anything. */
const patience = 120_000;

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Calls `take` with each message of a stream (parsed), and with the moment at which its last byte came. */
function readMessages(stream, take) {
  let chunks = [];
  let size = 0;
  let wanted = 0;
  stream.on('data', (chunk) => {
    const at = performance.now();
    chunks.push(chunk);
    size += chunk.length;
    while (size > 0 && size >= wanted) {
      const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      chunks = [all];
      const head = all.indexOf('\r\n\r\n');
      if (head < 0) return;
      wanted = head + 4 + Number(/content-length: (\d+)/i.exec(all.toString('latin1', 0, head))?.[1]);
      if (size < wanted) return;
      take(JSON.parse(all.toString('utf8', head + 4, wanted)), at);
      chunks = [all.subarray(wanted)];
      size -= wanted;
      wanted = 0;
    }
  });
}

/**
 * How to start a server and how to treat it.
 * @typedef {object} Server
 * @property {string} name
 * @property {string[]} args of node
 * @property {string} languageId
 * @property {number} delay how long it waits by design before it validates, in ms
 * @property {Record<string, unknown>} [settings] answers to `workspace/configuration`
 * @property {boolean} [versions] its diagnostics must name the version of the document
 */

/** A server process with one document in the middle of attention. */
export class Client {
  #child;
  #requests = new Map();
  #nextId = 1;
  #waiting;
  #ended;

  /**
   * @param {Server} server
   * @param {string} uri of the document
   * @param {{ folder?: string, pull?: boolean }} [how] the address of the open folder; whether diagnostics are pulled
   */
  constructor(server, uri, { folder, pull = false } = {}) {
    this.server = server;
    this.uri = uri;
    this.folder = folder;
    this.pull = pull;
    this.version = 0;
    /** What the server has said that it can do. @type {Record<string, any>} */
    this.can = {};
    /** The newest diagnostics, and how many times any were sent. */
    this.diagnostics = [];
    this.published = 0;
    /** Called with diagnostics of any document. @type {(params: any, at: number) => void} */
    this.onPublish = () => {};
    /** Called with partial answers. @type {(params: any, at: number) => void} */
    this.onProgress = () => {};
    this.started = performance.now();
    this.#child = spawn(process.execPath, server.args, { stdio: ['pipe', 'pipe', 'ignore'] });
    running.add(this.#child);
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', () => {
        running.delete(this.#child);
        const error = new Error(`${server.name} ended`);
        for (const { reject } of [...this.#requests.values(), ...(this.#waiting ? [this.#waiting] : [])]) reject(error);
        resolve();
      });
    });
    this.#child.stdin.on('error', () => {});
    readMessages(this.#child.stdout, (message, at) => this.#receive(message, at));
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive({ id, method, params, result, error }, at) {
    if (method === 'textDocument/publishDiagnostics') {
      this.onPublish(params, at);
      if (params.uri === this.uri) this.#receiveOwn(params, at);
    } else if (method === '$/progress') {
      this.onProgress(params, at);
    } else if (method !== undefined && id !== undefined) {
      const answers = params?.items?.map(({ section }) => this.server.settings?.[section] ?? null);
      this.#send({ id, result: method === 'workspace/configuration' ? answers : null });
    } else if (id !== undefined) {
      const request = this.#requests.get(id);
      this.#requests.delete(id);
      if (error) request?.reject(new Error(`${this.server.name}: ${error.message}`));
      else request?.resolve({ result, at });
    }
  }

  #receiveOwn({ version, diagnostics }, at) {
    const right = version === this.version || (version === undefined && !this.server.versions);
    this.diagnostics = diagnostics;
    this.published++;
    if (right && this.#waiting?.accept(diagnostics)) this.#waiting.resolve(at);
  }

  async #patiently(promise, what, time = patience) {
    const stop = new AbortController();
    const late = sleep(time, undefined, stop).then(() => {
      const seen = JSON.stringify(this.diagnostics.slice(0, 3));
      throw new Error(`${this.server.name}: no ${what} in ${time} ms; last diagnostics ${seen}`);
    });
    try {
      return await Promise.race([promise, late]);
    } finally {
      late.catch(() => {});
      stop.abort();
    }
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  /** The answer, and the moment at which it was there. */
  request(method, params, time) {
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => this.#requests.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return this.#patiently(answer, method, time);
  }

  /** A request about the document. */
  ask(method, params) {
    return this.request(`textDocument/${method}`, { textDocument: { uri: this.uri }, ...params });
  }

  /** The moment of the next diagnostics of the current version that `accept` accepts. */
  async expect(accept) {
    const answer = new Promise((resolve, reject) => {
      this.#waiting = { accept, resolve, reject };
    });
    try {
      return await this.#patiently(answer, 'such diagnostics');
    } finally {
      this.#waiting = undefined;
    }
  }

  /** Shakes hands. */
  async start() {
    const { folder } = this;
    const { result } = await this.request('initialize', {
      processId: process.pid,
      locale: 'en',
      rootUri: folder ?? null,
      workspaceFolders: folder ? [{ uri: folder, name: 'plans' }] : null,
      capabilities: this.pull ? pulling : capabilities,
    });
    this.can = result.capabilities;
    this.notify('initialized', {});
  }

  /** Opens any document. */
  show(uri, text, version = 0) {
    this.notify('textDocument/didOpen', { textDocument: { uri, version, languageId: this.server.languageId, text } });
  }

  /** Shakes hands and opens the document. */
  async open(text) {
    await this.start();
    this.show(this.uri, text, this.version);
  }

  change(...contentChanges) {
    this.version++;
    this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges,
    });
  }

  /** CPU time so far, in ms, to the hundredth of a second; also of threads and processes that have ended. */
  ticks() {
    return ticksOf(this.#child.pid);
  }

  /** CPU time of all living threads so far, in ms. */
  cpu() {
    return cpuOf(this.#child.pid);
  }

  /** Resident memory in MiB. */
  memory() {
    return memoryOf(this.#child.pid);
  }

  /** Waits until the server has nothing more to do; its CPU time so far. */
  async idle() {
    let last = this.cpu();
    for (let still = 0, tries = 0; still < 3 && tries < 500; tries++) {
      await sleep(10);
      const now = this.cpu();
      still = now - last < 0.6 ? still + 1 : 0;
      last = now;
    }
    return last;
  }

  /** Ends the process: politely, then not. */
  async stop() {
    const child = this.#child;
    const force = setTimeout(() => child.kill('SIGKILL'), 3000);
    try {
      await this.request('shutdown', undefined, 3000);
      this.notify('exit');
    } catch {
      child.kill('SIGKILL');
    }
    await this.#ended;
    clearTimeout(force);
  }
}

const grave = ({ severity = 1 }) => severity <= 2;

/** Whether diagnostics complain about nothing that counts. */
export const clean = (diagnostics) => !diagnostics.some(grave);

/** Whether diagnostics hold the error that an edit plants. @param {import('./plans.mjs').Edit} edit */
export const planted =
  ({ line }) =>
  (diagnostics) =>
    diagnostics.some((one) => grave(one) && (line === undefined || one.range.start.line === line));
