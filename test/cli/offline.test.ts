/** That the tests of the server and of the command line would see a connection: nothing of ours opens one. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe } from 'node:test';
import { offline } from '../kit/offline.ts';
import { it } from '../kit/test.ts';

describe('a program that the tests run', () => {
  for (const [way, script] of [
    ['fetch', "fetch('http://127.0.0.1:40404/')"],
    ['a socket', "import('node:net').then(({ connect }) => connect(40404))"],
    ['a server', "import('node:http').then(({ createServer }) => createServer().listen(0))"],
    ['a datagram', "import('node:dgram').then(({ createSocket }) => createSocket('udp4'))"],
    [
      'a thread',
      "new (require('node:worker_threads').Worker)(new URL('data:text/javascript,fetch(`http://127.0.0.1:40404/`)'))",
    ],
  ] as const) {
    it(`is ended by ${way}`, () => {
      const { status, stderr } = spawnSync(process.execPath, [...offline, '-e', script], { encoding: 'utf8' });
      assert.match(stderr, /A connection was to be opened/);
      assert.notEqual(status, 0);
    });
  }
});
