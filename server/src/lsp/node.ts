/** The server as a program: speaks over `--stdio` or `--node-ipc`; and what its threads run, which look at their share of many files. */
import { readdir } from 'node:fs/promises';
import { availableParallelism, setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import type { Opened } from '../core/model/catalogFile.ts';
import { type Batch, startPool, takeBatches, type Work, workOn } from '../host/pool.ts';
import { readWithin } from '../host/readWithin.ts';
import { localDay } from '../host/today.ts';
import { serve } from './server.ts';
import type { Files } from './workspace/catalogs.ts';
import { type Help, isOurs } from './workspace/diagnostics.ts';
import { type Errand, type Inspected, Inspector } from './workspace/fileChecker.ts';

/** The disk; what has another address (a folder in the cloud, say) is known only while it is open. */
async function read(uri: string, top: string): Promise<Opened> {
  try {
    return uri.startsWith('file:') ? readWithin(fileURLToPath(uri), fileURLToPath(top)) : { reason: 'absent' };
  } catch {
    return { reason: 'absent' };
  }
}

/** The plans and catalogs below a folder; links to folders are not followed. */
async function list(folder: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (path: string, uri: string): Promise<void> => {
    for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
      const inner = `${uri}/${encodeURIComponent(entry.name)}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) await visit(join(path, entry.name), inner);
      } else if (isOurs(folder, inner)) found.push(inner);
    }
  };
  try {
    if (folder.startsWith('file:')) await visit(fileURLToPath(folder), folder);
  } catch {
    // An address that is no path here.
  }
  return found;
}

const files: Files = { read, list };

/** A thread pays for its start with so many files; more threads than this take too much memory. */
const fewest = 100;
const most = 4;

/** Room (megabytes) for a thread: with more it would be no faster, only larger. What needs more is looked at without it. */
const room = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 96 };

const help: Help = (errand, uris, found) => {
  const count = Math.min(availableParallelism(), Math.floor(uris.length / fewest), most);
  if (count < 2) return undefined;
  return startPool(
    workOn(errand, uris),
    count,
    (workerData) => new Worker(new URL(import.meta.url), { workerData, argv: [], resourceLimits: room }),
    ({ first, results }: Batch<Inspected | undefined>) =>
      found(results.map((inspected, index) => [uris[first + index] as string, inspected])),
  );
};

async function work(given: Work<Errand>): Promise<void> {
  // On Linux this is for the thread alone: answers to the reader go first.
  if (process.platform === 'linux') setPriority(10);
  const inspector = new Inspector(given.job, files);
  await takeBatches(
    given,
    (uri) => inspector.inspect(uri),
    (batch) => parentPort?.postMessage(batch),
  );
}

if (isMainThread) {
  const connection = createConnection(ProposedFeatures.all);
  serve(connection, {
    today: localDay,
    rulePage: `${new URL('../docs', import.meta.url).href}/{locale}rules/{code}.md`,
    version,
    files,
    help,
  });
  connection.listen();
} else {
  void work(workerData as Work<Errand>);
}
