// The plan of one size, servers in which it is open, and a keystroke in them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, clean, planted } from './lsp.mjs';
import { applied, makePlan, sites } from './plans.mjs';
import { remarks } from './samples.mjs';
import { languageServers } from './servers.mjs';
import { temporary } from './settings.mjs';

/** @typedef {{ lines: number, text: string, uri: string, places: ReturnType<typeof sites> }} Subject */

/** @returns {Subject} */
export function planOf(lines) {
  const text = makePlan(lines);
  const uri = pathToFileURL(join(temporary, `plan-${lines}.levers.yaml`)).href;
  return { lines, text, uri, places: sites(text) };
}

/** A server in which the plan is open, without an error, and quiet. @param {Subject} subject */
export async function opened(server, { text, uri, places }) {
  const { value } = places.edits;
  const client = new Client(server, uri);
  const arrived = client.expect(planted(value));
  await client.open(applied(text, value.plant));
  await arrived;
  await client.idle();
  await keystroke(client, value.mend, clean);
  return client;
}

/** Lets `use` work with both servers, and ends them whatever happens. @param {Subject} subject */
export async function withServers(subject, use) {
  const clients = [];
  try {
    for (const server of await languageServers()) clients.push(await opened(server, subject));
    await use(clients);
  } finally {
    await Promise.all(clients.map((client) => client.stop()));
  }
}

/** A change and the diagnostics that must follow; `during` is asked at once after the change. */
export async function keystroke(client, change, accept, during) {
  const before = client.cpu();
  const arrived = client.expect(accept);
  const sent = performance.now();
  client.change(change);
  const answer = during && (await during());
  const wall = (await arrived) - sent;
  const cpu = (await client.idle()) - before;
  if (!accept(client.diagnostics)) remarks.add(`${client.server.name}: right diagnostics were followed by wrong ones.`);
  return { wall, cpu, sent, answer };
}
