// A language client over stdio that waits for diagnostics, and reads the server's CPU time and memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { broken, sites } from './plans.mjs';
import { cpuOf, memoryOf } from './process.mjs';
import { remarks } from './samples.mjs';

/** What an editor without pulled diagnostics can do. */
const capabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceFolders: true,
  },
  window: { workDoneProgress: true },
  textDocument: {
    synchronization: { didSave: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
  },
};

/** How long a server may take for anything, in ms. */
const patience = 120_000;

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * How to start a server and how to treat it.
 * @typedef {object} Server
 * @property {string} name
 * @property {string[]} args of node
 * @property {string} languageId
 * @property {number} delay how long it waits by design before it validates, in ms
 * @property {boolean} versions its diagnostics must name the version of the document
 * @property {Record<string, unknown>} [settings] answers to `workspace/configuration`
 */

/** A server process with one open document. */
export class Client {
  started = performance.now();
  /** The newest. */
  diagnostics = [];
  #uri = 'file:///plans/plan.levers.yaml';
  #version = 0;
  #waiting;
  #child;
  #connection;

  /** @param {Server} server */
  constructor(server) {
    this.server = server;
    this.#child = spawn(process.execPath, server.args, { stdio: ['pipe', 'pipe', 'ignore'] });
    running.add(this.#child);
    this.#child.once('exit', () => {
      running.delete(this.#child);
      this.#waiting?.reject(new Error(`${server.name} ended`));
    });
    const { stdin, stdout } = this.#child;
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params) => this.#receive(params));
    this.#connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => server.settings?.[section] ?? null),
    );
    this.#connection.onRequest(() => null);
    this.#connection.listen();
  }

  #receive({ uri, version, diagnostics }) {
    if (uri !== this.#uri) return;
    this.diagnostics = diagnostics;
    const isCurrent = version === this.#version || (version === undefined && !this.server.versions);
    if (isCurrent && this.#waiting?.accept(diagnostics)) this.#waiting.resolve(performance.now());
  }

  async #shakeHands(text) {
    const connection = this.#connection;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      locale: 'en',
      rootUri: null,
      workspaceFolders: null,
      capabilities,
    });
    await connection.sendNotification('initialized', {});
    const { languageId } = this.server;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.#uri, version: this.#version, languageId, text },
    });
  }

  /** The moment of the first diagnostics of the current version that `accept` accepts, after `send`. */
  async #expect(accept, send) {
    const answer = new Promise((resolve, reject) => {
      this.#waiting = { accept, resolve, reject };
    });
    const timer = setTimeout(() => {
      const seen = JSON.stringify(this.diagnostics.slice(0, 3));
      this.#waiting.reject(new Error(`${this.server.name}: no such diagnostics in ${patience} ms; last were ${seen}`));
    }, patience);
    try {
      const [moment] = await Promise.all([answer, send()]);
      return moment;
    } finally {
      clearTimeout(timer);
      this.#waiting = undefined;
    }
  }

  /** Shakes hands and opens the document; resolves with the moment of the diagnostics that must follow. */
  open(text, accept) {
    return this.#expect(accept, () => this.#shakeHands(text));
  }

  /** Changes the document. @param {import('./plans.mjs').Change} change */
  async type(change) {
    this.#version++;
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [change],
    });
  }

  /** Changes the document; resolves with the moment of the diagnostics that must follow. Rejects when none come. */
  change(change, accept) {
    return this.#expect(accept, () => this.type(change));
  }

  /** CPU time of all living threads so far, in ms. */
  cpu() {
    return cpuOf(this.#child.pid);
  }

  /** Resident memory in MB. */
  memory() {
    return memoryOf(this.#child.pid);
  }

  /** Waits until the server has nothing more to do. */
  async idle() {
    let last = this.cpu();
    for (let still = 0, tries = 0; still < 3 && tries < 500; tries++) {
      await sleep(10);
      const now = this.cpu();
      still = now - last < 0.6 ? still + 1 : 0;
      last = now;
    }
  }

  async #takeLeave() {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
  }

  /** Ends the process: politely, then not. */
  async stop() {
    if (!running.has(this.#child)) return;
    const ended = once(this.#child, 'exit');
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 3000);
    this.#takeLeave().catch(() => {});
    await ended;
    clearTimeout(force);
    this.#connection.dispose();
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

/** A change, and waiting until all is quiet. @returns {Promise<number>} how long the diagnostics that must follow took, in ms */
export async function keystroke(client, change, accept) {
  const sent = performance.now();
  const wall = (await client.change(change, accept)) - sent;
  await client.idle();
  if (!accept(client.diagnostics)) remarks.add(`${client.server.name}: right diagnostics were followed by wrong ones.`);
  return wall;
}

/**
 * Lets `use` work with servers in which a plan is open, without an error, and ends them whatever happens.
 * @template T
 * @param {readonly Server[]} servers
 * @param {(clients: Client[]) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withServers(servers, text, use) {
  const { value } = sites(text).edits;
  const clients = servers.map((server) => new Client(server));
  try {
    for (const client of clients) {
      await client.open(broken(text), planted(value));
      await client.idle();
      await keystroke(client, value.mend, clean);
    }
    return await use(clients);
  } finally {
    await Promise.all(clients.map((client) => client.stop()));
  }
}
