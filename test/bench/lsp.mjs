// A language client over stdio, just large enough to drive a server and to read its CPU time and memory from /proc.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** What an editor without pulled diagnostics can do. */
const capabilities = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, workspaceFolders: true },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    completion: {
      contextSupport: true,
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
      },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** How long a server may take for anything. */
const patience = 60_000;

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

/** A server process with one open document. */
export class Client {
  #child;
  #requests = new Map();
  #nextId = 1;
  #waiting;
  #ended;

  /**
   * @param {object} server how to start and treat it
   * @param {string} server.name
   * @param {string[]} server.args of node
   * @param {string} server.languageId
   * @param {Record<string, unknown>} [server.settings] answers to `workspace/configuration`
   * @param {boolean} [server.versions] its diagnostics must name the version of the document
   * @param {string} uri of the document
   */
  constructor(server, uri) {
    this.server = server;
    this.uri = uri;
    this.version = 0;
    /** The newest diagnostics, and how many times any were sent. */
    this.diagnostics = [];
    this.published = 0;
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
    if (method === 'textDocument/publishDiagnostics' && params.uri === this.uri) {
      const right = params.version === this.version || (params.version === undefined && !this.server.versions);
      this.diagnostics = params.diagnostics;
      this.published++;
      if (right && this.#waiting?.accept(params.diagnostics)) this.#waiting.resolve(at);
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

  async #patiently(promise, what) {
    const stop = new AbortController();
    const late = sleep(patience, undefined, stop).then(() => {
      const seen = JSON.stringify(this.diagnostics.slice(0, 3));
      throw new Error(`${this.server.name}: no ${what} in ${patience} ms; last diagnostics ${seen}`);
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
  request(method, params) {
    const id = this.#nextId++;
    const answer = new Promise((resolve, reject) => this.#requests.set(id, { resolve, reject }));
    this.#send({ id, method, params });
    return this.#patiently(answer, method);
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

  /** Shakes hands and opens the document. */
  async open(text) {
    const { uri, version } = this;
    await this.request('initialize', { processId: process.pid, rootUri: null, locale: 'en', capabilities });
    this.notify('initialized', {});
    this.notify('textDocument/didOpen', {
      textDocument: { uri, version, languageId: this.server.languageId, text },
    });
  }

  change(...contentChanges) {
    this.version++;
    this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges,
    });
  }

  /** CPU time of all threads so far, in ms. */
  cpu() {
    const tasks = `/proc/${this.#child.pid}/task`;
    return readdirSync(tasks).reduce((sum, task) => {
      try {
        return sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
      } catch {
        return sum; // The thread has just ended.
      }
    }, 0);
  }

  /** Resident memory in MiB. */
  memory() {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8'))?.[1]) / 1024;
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
      await this.request('shutdown');
      this.notify('exit');
    } catch {
      child.kill('SIGKILL');
    }
    await this.#ended;
    clearTimeout(force);
  }
}
