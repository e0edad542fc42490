// Keystrokes of several kinds, and a burst of them.
import { setTimeout as sleep } from 'node:timers/promises';
import { clean, planted } from './lsp.mjs';
import { atLines, interleaved, record } from './samples.mjs';
import { fewTimes, hugeSizes, limits, sizes } from './settings.mjs';
import { keystroke, planOf, withServers } from './subject.mjs';

/** An edit and its undoing: diagnostics must follow each time. */
async function edits(lines, kind, edit, clients) {
  const { standing } = edit;
  const group = atLines(lines);
  if (standing) for (const client of clients) await keystroke(client, standing.plant, planted(standing));
  const once = async (client, counts) => {
    for (const [change, accept] of [
      [edit.plant, planted(standing ?? edit)],
      [edit.mend, standing ? planted(standing) : clean],
    ]) {
      const { wall, cpu } = await keystroke(client, change, accept);
      if (!counts) continue;
      record(group, `keystroke (${kind}): wall`, client.server.name, wall);
      record(group, `keystroke (${kind}): work`, client.server.name, wall - client.server.delay);
      record(group, `keystroke (${kind}): CPU`, client.server.name, cpu);
    }
  };
  await interleaved(clients, once, limits);
  if (standing) for (const client of clients) await keystroke(client, standing.mend, clean);
}

const prose = ' and who helps, when';

/** 20 characters of prose at eight a second, then a mistake. @param {import('./subject.mjs').Subject} subject */
async function burst({ lines, places }, client, counts) {
  const { line, character } = places.prose;
  const { value } = places.edits;
  const { name } = client.server;
  const before = client.cpu();
  const published = client.published;
  let next = performance.now();
  for (let n = 0; n < prose.length; n++) {
    const at = { line, character: character + n };
    client.change({ range: { start: at, end: at }, text: prose[n] });
    next += 125;
    await sleep(next - performance.now());
  }
  const { wall } = await keystroke(client, value.plant, planted(value));
  if (counts) {
    const group = atLines(lines);
    record(group, 'burst: mistake at its end', name, wall);
    record(group, 'burst: CPU', name, client.cpu() - before);
    record(group, 'burst: diagnostics sent (times)', name, client.published - published);
  }
  const typed = { start: { line, character }, end: { line, character: character + prose.length } };
  await keystroke(client, { range: typed, text: '' }, planted(value));
  await keystroke(client, value.mend, clean);
}

export async function measureKeystrokes() {
  for (const lines of [...sizes, ...hugeSizes]) {
    const subject = planOf(lines);
    await withServers(subject, async (clients) => {
      for (const [kind, edit] of Object.entries(subject.places.edits)) await edits(lines, kind, edit, clients);
      if (!hugeSizes.includes(lines))
        await interleaved(clients, (client, counts) => burst(subject, client, counts), fewTimes);
    });
  }
}
