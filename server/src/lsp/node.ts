/** The server as a program: speaks over `--stdio` or `--node-ipc`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { localDay } from '../today.ts';
import { serve } from './server.ts';

const connection = createConnection(ProposedFeatures.all);
serve(connection, {
  today: localDay,
  rulePage: `${pathToFileURL(join(__dirname, '..', 'docs')).href}/{locale}rules/{code}.md`,
  version,
});
connection.listen();
