// From the start of a server to the first diagnostics.
import { Client, planted } from './lsp.mjs';
import { applied } from './plans.mjs';
import { atLines, interleaved, record } from './samples.mjs';
import { languageServers } from './servers.mjs';
import { limits, sizes } from './settings.mjs';
import { planOf } from './subject.mjs';

/** A server starts, and the open document has an error. */
async function start(server, { lines, text, uri, places }, counts) {
  const { value } = places.edits;
  const client = new Client(server, uri);
  const arrived = client.expect(planted(value));
  await client.open(applied(text, value.plant));
  const wall = (await arrived) - client.started;
  const cpu = await client.idle();
  if (counts) {
    const group = atLines(lines);
    record(group, 'start: wall', server.name, wall);
    record(group, 'start: CPU', server.name, cpu);
    record(group, 'memory: opened', server.name, client.memory());
  }
  await client.stop();
}

export async function measureStart() {
  const servers = await languageServers();
  for (const lines of sizes) {
    const subject = planOf(lines);
    await interleaved(servers, (server, counts) => start(server, subject, counts), limits);
  }
}
