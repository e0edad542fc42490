// Memory after many keystrokes.
import { availableParallelism } from 'node:os';
import { clean, planted } from './lsp.mjs';
import { errorsAllOver } from './plans.mjs';
import { atLines, record } from './samples.mjs';
import { languageServers } from './servers.mjs';
import { countsOf, hugeSizes, sizes } from './settings.mjs';
import { opened, planOf } from './subject.mjs';

/** After how many keystrokes memory is read at plans of so many lines, as it is called. */
export const memoryAfter = (count) => `memory: after ${count.toLocaleString('en')} keystrokes`;

/** Errors come and go all over the plan, each as soon as the diagnostics of the one before are there. */
async function endurance(server, lines) {
  const subject = planOf(lines);
  const errors = errorsAllOver(subject.text);
  const client = await opened(server, subject);
  try {
    let done = 0;
    for (const count of countsOf(lines)) {
      for (; done < count; done++) {
        const edit = errors(done >> 1);
        const arrived = client.expect(done % 2 ? clean : planted(edit));
        client.change(done % 2 ? edit.mend : edit.plant);
        await arrived;
      }
      await client.idle();
      record(atLines(lines), memoryAfter(count), server.name, client.memory());
    }
  } finally {
    await client.stop();
  }
}

/** The other server waits before each answer: as many sessions as there are cores run beside each other. */
export async function measureMemory() {
  const servers = await languageServers();
  const sessions = [...hugeSizes, ...sizes.toReversed()].flatMap((lines) => servers.map((server) => [server, lines]));
  const work = async () => {
    for (let session = sessions.shift(); session; session = sessions.shift()) await endurance(...session);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}
