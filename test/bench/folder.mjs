// A folder of plans that is open in the editor.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client, clean, planted } from './lsp.mjs';
import { breakPlans, broken, makeFolder, removeFolder } from './planFolder.mjs';
import { sites } from './plans.mjs';
import { run } from './programs.mjs';
import { interleaved, record, remarks } from './samples.mjs';
import { commandLine, languageServers, us } from './servers.mjs';
import { fewTimes, folderSizes } from './settings.mjs';

/** The group of measurements of a folder with so many plans. */
export const editorGroup = (count) => `editor: a folder of ${count.toLocaleString('en')} plans`;

/** How long a server may take to look at the whole folder, in ms. */
const patience = 300_000;

/** A client writes an address in one way, a server maybe in another. */
const plain = (uri) => decodeURIComponent(uri);

const addressOf = (folder, { file }) => pathToFileURL(join(folder.path, file)).href;

/** What becomes known of the problems of many files: pulled as an editor does it, or pushed. */
class Knowledge {
  /** Files in which an error was found. @type {Set<string>} */
  wrong = new Set();
  /** How many reports with content came. */
  reports = 0;
  /** The moment of the last report. */
  last = 0;
  #ids = new Map();
  #pulls = 0;

  /** @param {Client} client */
  constructor(client) {
    this.client = client;
    client.onPublish = ({ uri, diagnostics }, at) => this.#see(uri, diagnostics, at);
    client.onProgress = ({ token, value }, at) => {
      if (String(token).startsWith('pull-')) this.#take(value?.items ?? [], at);
    };
  }

  #see(uri, diagnostics, at) {
    if (clean(diagnostics)) this.wrong.delete(plain(uri));
    else this.wrong.add(plain(uri));
    this.reports++;
    this.last = at;
  }

  #take(items, at) {
    for (const { uri, kind, resultId, items: diagnostics } of items) {
      if (resultId !== undefined) this.#ids.set(uri, resultId);
      if (kind === 'full') this.#see(uri, diagnostics, at);
    }
  }

  get pulls() {
    return this.client.can.diagnosticProvider?.workspaceDiagnostics === true;
  }

  /** Asks for the problems of the whole folder, with what is known. */
  async pull() {
    const { result, at } = await this.client.request(
      'workspace/diagnostic',
      {
        ...(this.client.can.diagnosticProvider.identifier && {
          identifier: this.client.can.diagnosticProvider.identifier,
        }),
        previousResultIds: [...this.#ids].map(([uri, value]) => ({ uri, value })),
        partialResultToken: `pull-${++this.#pulls}`,
      },
      patience,
    );
    this.#take(result?.items ?? [], at);
    this.last = at;
  }

  /** Resolves when errors are known in all of these files; false when the server is quiet and they are not. */
  async until(uris) {
    const end = performance.now() + patience;
    for (let quiet = 0; performance.now() < end; ) {
      if (uris.every((uri) => this.wrong.has(plain(uri)))) return true;
      const before = this.client.cpu();
      await sleep(20);
      quiet = this.client.cpu() - before < 0.6 ? quiet + 1 : 0;
      if (quiet > 100) return false;
    }
    return false;
  }
}

/** From the start of the server to the first diagnostics of the open file, with the folder and without. */
async function firstDiagnostics(folder, { server, within }, counts) {
  const plan = folder.plans.find(({ wrong }) => !wrong);
  const edit = sites(plan.text).edits.value;
  const uri = addressOf(folder, plan);
  const client = new Client(server, uri, { pull: true, ...(within && { folder: pathToFileURL(folder.path).href }) });
  const pushed = client.expect(planted(edit));
  pushed.catch(() => {});
  await client.start();
  const knowledge = new Knowledge(client);
  // As an editor does: the whole folder, and the open file beside it.
  if (within && knowledge.pulls) knowledge.pull().catch(() => {});
  client.show(uri, broken(plan.text));
  let at;
  if (client.can.diagnosticProvider) {
    const answer = await client.ask('diagnostic', {});
    if (!planted(edit)(answer.result.items)) remarks.add(`${server.name}: the open file lacks its error.`);
    at = answer.at;
  } else at = await pushed;
  if (counts) {
    const metric = `first diagnostics of the open file, ${within ? 'with' : 'without'} the folder: wall`;
    record(editorGroup(folder.plans.length), metric, server.name, at - client.started);
  }
  await client.stop();
}

/** All problems of the folder, without opening its plans; then one of them changes on the disk. */
async function wholeFolder(folder, server) {
  const group = editorGroup(folder.plans.length);
  const [open] = folder.plans;
  const client = new Client(server, addressOf(folder, open), { folder: pathToFileURL(folder.path).href, pull: true });
  const knowledge = new Knowledge(client);
  const put = (metric, value) => record(group, metric, server.name, value);
  try {
    await client.start();
    const pulled = knowledge.pulls ? knowledge.pull() : undefined;
    pulled?.catch(() => {});
    client.show(client.uri, open.text);
    const wrong = () => folder.plans.filter((plan) => plan.wrong).map((plan) => addressOf(folder, plan));
    const known = await knowledge.until(wrong());
    if (!known) {
      const found = knowledge.wrong.size;
      remarks.add(
        pulled || found
          ? `${server.name}: of the folder, only ${found} of ${wrong().length} plans with errors become known.`
          : `${server.name}: says nothing about plans that are not open.`,
      );
      return;
    }
    // A server may hold its answer back until something changes.
    let answered = false;
    pulled?.then(
      () => {
        answered = true;
      },
      () => {},
    );
    await client.idle();
    const cpu = client.ticks();
    put('all problems known: wall', knowledge.last - client.started);
    put('all problems known: CPU', cpu);
    put('all problems known: memory', client.memory());

    const victim = folder.plans.findLast((plan) => !plan.wrong);
    breakPlans(folder, [victim]);
    const { reports } = knowledge;
    const changed = performance.now();
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: addressOf(folder, victim), type: 2 }] });
    const again = knowledge.pulls && answered ? knowledge.pull() : undefined;
    again?.catch(() => {});
    if (!(await knowledge.until([addressOf(folder, victim)]))) {
      remarks.add(`${server.name}: a change of a plan on the disk stays unknown.`);
      return;
    }
    await client.idle();
    put('one plan changed on the disk: wall', knowledge.last - changed);
    put('one plan changed on the disk: CPU', client.ticks() - cpu);
    put('one plan changed on the disk: reports (number)', knowledge.reports - reports);
  } finally {
    await client.stop();
  }
}

/** All plans opened as documents: the only way in which a server knows a folder that looks at open files only. */
async function allOpened(folder, server) {
  const client = new Client(server, addressOf(folder, folder.plans[0]), { folder: pathToFileURL(folder.path).href });
  const knowledge = new Knowledge(client);
  const put = (metric, value) => record(editorGroup(folder.plans.length), metric, server.name, value);
  try {
    await client.start();
    // Each has an error, so that one without any is not taken for one that was looked at.
    for (const plan of folder.plans) client.show(addressOf(folder, plan), plan.wrong ? plan.text : broken(plan.text));
    const known = await knowledge.until(folder.plans.map((plan) => addressOf(folder, plan)));
    if (!known) {
      remarks.add(`${server.name}: of ${folder.plans.length} open plans, some lack their errors.`);
      return;
    }
    await client.idle();
    const cpu = client.ticks();
    put('all plans opened: wall', knowledge.last - client.started);
    put('all plans opened: CPU', cpu);
    put('all plans opened: memory', client.memory());
  } finally {
    await client.stop();
  }
}

/** What the command line takes for the same. */
async function byCommandLine(folder) {
  const cli = await commandLine();
  const { wall } = await run([cli, 'check'], { cwd: folder.path });
  record(editorGroup(folder.plans.length), 'levers check: wall', us, wall);
}

export async function measureFolder() {
  const servers = await languageServers();
  const [ours] = servers;
  for (const count of [folderSizes.some, folderSizes.all]) {
    const folder = makeFolder(count);
    const cases = servers.flatMap((server) => [
      { server, within: false },
      { server, within: true },
    ]);
    await interleaved(cases, (one, counts) => firstDiagnostics(folder, one, counts), fewTimes);
    for (let n = 0; n < fewTimes.most; n++) {
      await byCommandLine(folder);
      await wholeFolder(folder, ours);
    }
    if (count === folderSizes.some) for (const server of servers) await allOpened(folder, server);
    removeFolder(folder);
  }
}
