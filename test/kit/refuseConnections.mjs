// Ends a program that opens a connection: nothing of ours may. For `node --import`, before the program itself.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const ways = [
  [net.Socket.prototype, 'connect'],
  [net.Server.prototype, 'listen'],
  [dgram, 'createSocket'],
  [dns, 'lookup'],
];
for (const [owner, name] of ways) {
  owner[name] = () => {
    writeSync(2, `${new Error(`A connection was to be opened, by ${name}`).stack}\n`);
    // Also from a thread.
    process.kill(process.pid, 'SIGKILL');
  };
}
syncBuiltinESMExports();
