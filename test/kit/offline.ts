/** Arguments of Node for programs of ours: one that opens a connection is ended. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const offline: readonly string[] = ['--import', pathToFileURL(resolve('test/kit/refuseConnections.mjs')).href];
