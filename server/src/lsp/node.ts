/** The server as a program: speaks over `--stdio` or `--node-ipc`. */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import type { Opened } from '../core/catalogFile.ts';
import { readWithin } from '../readWithin.ts';
import { localDay } from '../today.ts';
import { serve } from './server.ts';

/** The disk; what has another address (a folder in the cloud, say) is known only while it is open. */
async function read(uri: string, top: string): Promise<Opened> {
  try {
    return uri.startsWith('file:') ? readWithin(fileURLToPath(uri), fileURLToPath(top)) : { reason: 'absent' };
  } catch {
    return { reason: 'absent' };
  }
}

const connection = createConnection(ProposedFeatures.all);
serve(connection, {
  today: localDay,
  rulePage: `${pathToFileURL(join(__dirname, '..', 'docs')).href}/{locale}rules/{code}.md`,
  version,
  files: { read },
});
connection.listen();
