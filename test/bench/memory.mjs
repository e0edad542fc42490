// Memory of a server after many keystrokes.
import { clean, planted, withServers } from './client.mjs';
import { share } from './page.mjs';
import { errorsAllOver, makePlan } from './plans.mjs';
import { languageServers, yamlServer } from './servers.mjs';
import { keystrokes } from './settings.mjs';

/** Errors come and go all over the plan, each as soon as the diagnostics of the one before are there. @returns {Promise<number>} in MB */
async function endurance(client, errors) {
  for (let done = 0; done < keystrokes; done += 2) {
    const edit = errors(done >> 1);
    await client.change(edit.plant, planted(edit));
    await client.change(edit.mend, clean);
  }
  await client.idle();
  return client.memory();
}

/** The peer waits before each answer: all servers work beside each other. */
export function measureMemory() {
  const aims = [
    [100, 0.55],
    [1000, 0.45],
  ];
  const count = `${keystrokes.toLocaleString('en')} keystrokes`;
  return Promise.all(
    aims.map(async ([lines, aim]) => {
      const text = makePlan(lines);
      const errors = errorsAllOver(text);
      const samples = await withServers(languageServers(), text, (clients) =>
        Promise.all(clients.map(async (client) => [await endurance(client, errors)])),
      );
      const what = `memory of the server after ${count}, ${lines.toLocaleString('en')} lines, over ${yamlServer}`;
      return share(what, aim, samples, ' MB');
    }),
  );
}
