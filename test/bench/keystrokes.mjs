// Keystrokes of several kinds, and a burst of them.
import { setTimeout as sleep } from 'node:timers/promises';
import { clean, keystroke, planted, withServers } from './client.mjs';
import { atMost, share, short } from './page.mjs';
import { forLengths, sites } from './plans.mjs';
import { inTurn, quantile, ratio } from './samples.mjs';
import { languageServers, ourServer, yamlServer } from './servers.mjs';
import { limits } from './settings.mjs';

/**
 * An edit and its undoing, time after time: diagnostics must follow each.
 * @returns {Promise<number[][]>} how long they took, less what each server waits by design, in ms
 */
async function work(edit, clients) {
  const { standing } = edit;
  if (standing) for (const client of clients) await keystroke(client, standing.plant, planted(standing));
  const once = async (client) => [
    await keystroke(client, edit.plant, planted(standing ?? edit)),
    await keystroke(client, edit.mend, standing ? planted(standing) : clean),
  ];
  const samples = await inTurn(clients, once, limits);
  if (standing) for (const client of clients) await keystroke(client, standing.mend, clean);
  return samples.map((pairs, n) => pairs.flat().map((wall) => wall - clients[n].server.delay));
}

/** What `figureOf` makes of the samples for each kind of edit: the worst, and all of them as text, the worst first. */
function ofAllKinds(servers, text, figureOf) {
  return withServers(servers, text, async (clients) => {
    const kinds = [];
    for (const [kind, edit] of Object.entries(sites(text).edits))
      kinds.push([kind, figureOf(...(await work(edit, clients)))]);
    kinds.sort(([, a], [, b]) => b - a);
    return { worst: kinds[0][1], ours: kinds.map(([kind, value]) => `${kind} ${short(value)}`).join(', ') };
  });
}

export async function measureKeystrokes() {
  const aims = [
    [1000, 5],
    [5000, 10],
    [20_000, 16],
  ];
  const walls = await forLengths(aims, async (text, lines, aim) => {
    const { worst, ours } = await ofAllKinds([ourServer], text, (wall) => quantile(wall, 0.95));
    return atMost(`keystroke → diagnostics, 95th percentile, ${lines}, every kind of edit`, aim, worst, ' ms', {
      ours,
    });
  });
  const works = await forLengths([[1000, 0.1]], async (text, lines, aim) => {
    const { worst, ours } = await ofAllKinds(languageServers(), text, ratio);
    return atMost(`keystroke, work, ${lines}, every kind of edit, over ${yamlServer}`, aim, worst, '', { ours });
  });
  return [...walls, ...works];
}

const prose = ' and who helps, when';

/** 20 characters of prose at eight a second, then a mistake. @returns {Promise<number>} CPU time in ms */
async function burst(client, { prose: { line, character }, edits: { value } }) {
  const before = client.cpu();
  let next = performance.now();
  for (let n = 0; n < prose.length; n++) {
    const at = { line, character: character + n };
    await client.type({ range: { start: at, end: at }, text: prose[n] });
    next += 125;
    await sleep(next - performance.now());
  }
  await keystroke(client, value.plant, planted(value));
  const cpu = client.cpu() - before;
  const typed = { start: { line, character }, end: { line, character: character + prose.length } };
  await keystroke(client, { range: typed, text: '' }, planted(value));
  await keystroke(client, value.mend, clean);
  return cpu;
}

export function measureBurst() {
  const aims = [
    [100, 1],
    [1000, 0.5],
  ];
  return forLengths(aims, async (text, lines, aim) => {
    const samples = await withServers(languageServers(), text, (clients) =>
      inTurn(clients, (client) => burst(client, sites(text)), { ...limits, most: limits.least }),
    );
    return share(`CPU of a burst of 20 characters, ${lines}, over ${yamlServer}`, aim, samples, ' ms');
  });
}
