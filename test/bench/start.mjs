// From the start of a server to the first diagnostics.
import { Client, planted } from './client.mjs';
import { share } from './page.mjs';
import { broken, forLengths, sites } from './plans.mjs';
import { inTurn } from './samples.mjs';
import { languageServers, yamlServer } from './servers.mjs';
import { limits } from './settings.mjs';

export function measureStart() {
  const aims = [
    [1000, 0.25],
    [20_000, 0.3],
  ];
  return forLengths(aims, async (text, lines, aim) => {
    const start = async (server) => {
      const client = new Client(server);
      try {
        return (await client.open(broken(text), planted(sites(text).edits.value))) - client.started;
      } finally {
        await client.stop();
      }
    };
    const samples = await inTurn(languageServers(), start, limits);
    return share(`start → first diagnostics, ${lines}, over ${yamlServer}`, aim, samples, ' ms');
  });
}
