// Measures what we make beside the alternatives, on the same plans: `npm run bench`.
//   --quick  --huge  --sizes 100,1000  --plans 300  --only PART (several times)  --write  --page FILE
//   --json FILE  --server FILE  --cli FILE
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { measureCommandLine } from './commandLine.mjs';
import { measureFolder } from './folder.mjs';
import { measureKeystrokes } from './keystrokes.mjs';
import { measureMemory } from './memory.mjs';
import { measurePackaged } from './packaged.mjs';
import { method, report } from './report.mjs';
import { measureRequests } from './requests.mjs';
import { measureRules } from './rules.mjs';
import { remarks, rows } from './samples.mjs';
import { options } from './settings.mjs';
import { measureStart } from './start.mjs';

const parts = {
  start: measureStart,
  keystrokes: measureKeystrokes,
  requests: measureRequests,
  memory: measureMemory,
  rules: measureRules,
  commandLine: measureCommandLine,
  folder: measureFolder,
  packaged: measurePackaged,
};

const asked = options.only.length ? options.only : Object.keys(parts);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length) {
  console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const started = performance.now();
const load = [loadavg()[0]];
for (const name of asked) {
  await parts[name]();
  console.error(`${name}: measured after ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
load.push(loadavg()[0]);
const page = report({ load });
console.log(page);
if (options.json) writeFileSync(options.json, `${JSON.stringify({ rows, remarks: [...remarks] }, null, 1)}\n`);
if (options.write) writeFileSync(options.page, method + page);
