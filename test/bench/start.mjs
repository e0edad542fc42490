// From the start of a server to the first diagnostics.
import { Client, planted } from './client.mjs';
import { share } from './page.mjs';
import { broken, makePlan, sites } from './plans.mjs';
import { inTurn } from './samples.mjs';
import { languageServers, yamlServer } from './servers.mjs';
import { limits } from './settings.mjs';

export async function measureStart() {
  const servers = languageServers();
  const aims = [
    [1000, 0.25],
    [20_000, 0.3],
  ];
  const figures = [];
  for (const [lines, aim] of aims) {
    const text = makePlan(lines);
    const start = async (server) => {
      const client = new Client(server);
      try {
        return (await client.open(broken(text), planted(sites(text).edits.value))) - client.started;
      } finally {
        await client.stop();
      }
    };
    const samples = await inTurn(servers, start, limits);
    figures.push(
      share(`start → first diagnostics, ${lines.toLocaleString('en')} lines, over ${yamlServer}`, aim, samples, ' ms'),
    );
  }
  return figures;
}
