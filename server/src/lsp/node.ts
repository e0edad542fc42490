/** The server as a program, which speaks over `--stdio` or `--node-ipc`; and the worker threads that check many files for it. */
import { existsSync, statSync, writeSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Connection, createConnection, ProposedFeatures, StreamMessageWriter } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import type { Opened } from '../core/model/catalogFile.ts';
import { filesBelow } from '../host/filesBelow.ts';
import { type Batch, startPool, takeBatches, type Work, workOn } from '../host/pool.ts';
import { readWithin } from '../host/readWithin.ts';
import { localDay } from '../host/today.ts';
import { serve } from './server.ts';
import { StdioReader } from './stdioReader.ts';
import { type CheckedFile, type CheckJob, FileChecker } from './workspace/fileChecker.ts';
import type { CheckInPool } from './workspace/fileScan.ts';
import { type Files, isScannedName } from './workspace/files.ts';

/** Reads from the disk; what has another scheme than `file` is known only while it is open. */
async function read(uri: string, top: string): Promise<Opened> {
  try {
    return uri.startsWith('file:') ? readWithin(fileURLToPath(uri), fileURLToPath(top)) : { reason: 'absent' };
  } catch {
    return { reason: 'absent' };
  }
}

/** The plans and catalogs below a folder; links to folders are not followed. */
async function list(folder: string): Promise<string[]> {
  try {
    const path = fileURLToPath(folder);
    const found = await filesBelow(path, isScannedName, () => {});
    return found.map((file) => `${folder}/${file.split('/').map(encodeURIComponent).join('/')}`);
  } catch {
    // An address that is no path here.
    return [];
  }
}

const files: Files = { read, list };

/** A thread is worth its start from this many files; more threads than this take too much memory. */
const filesPerThread = 100;
const maxThreads = 4;

/** Memory (megabytes) of each of several threads: more would not make them faster. A file that needs more is checked alone. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 96 };

/** A file of more bytes than this, which no plan has, is checked on a thread: what is typed meanwhile is not held up. */
const longFile = 100_000;

function isLong(uri: string): boolean {
  try {
    return statSync(fileURLToPath(uri)).size > longFile;
  } catch {
    return false;
  }
}

const pool: CheckInPool = (job, uris, found) => {
  const count = Math.min(availableParallelism(), Math.floor(uris.length / filesPerThread), maxThreads);
  const many = count > 1;
  if (!many && !uris.some(isLong)) return undefined;
  return startPool(
    workOn(job, uris),
    many ? count : 1,
    (workerData) => new Worker(new URL(import.meta.url), { workerData, argv: [], ...(many && { resourceLimits }) }),
    ({ first, results }: Batch<CheckedFile | undefined>) =>
      found(results.map((checked, index) => [uris[first + index] as string, checked])),
  );
};

async function runThread(work: Work<CheckJob>): Promise<void> {
  // On Linux this is for the thread alone: answers to the client go first.
  if (process.platform === 'linux') setPriority(10);
  const checker = new FileChecker(work.job, files);
  await takeBatches(
    work,
    (uri) => checker.check(uri),
    (batch) => parentPort?.postMessage(batch),
  );
}

/** The connection that the arguments name. When one over `--stdio` can be read no longer, the process ends and says so. */
function connect(): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all);
  const reader = new StdioReader(process.stdin);
  const connection = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout));
  let isOver = false;
  connection.onShutdown(() => {
    isOver = true;
  });
  reader.onError((error) => connection.console.error(`A message cannot be read: ${error.message}`));
  reader.onClose(() => {
    if (!isOver) writeSync(process.stderr.fd, `levers: the connection has ended (${reader.reason})\n`);
    process.exit(isOver ? 0 : 1);
  });
  return connection;
}

if (isMainThread) {
  const connection = connect();
  const docs = new URL('../docs', import.meta.url);
  // The packaged extension has them in a file for its client; others are shown the list there.
  const hasPages = existsSync(new URL('../docs/rules/unreadable-file.md', import.meta.url));
  serve(connection, {
    today: localDay,
    rulePage: `${docs.href}/{locale}rules/${hasPages ? '{code}' : 'README'}.md`,
    version,
    files,
    pool,
  });
  connection.listen();
} else {
  void runThread(workerData as Work<CheckJob>);
}
