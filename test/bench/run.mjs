// Measures what we make beside its peers: `npm run bench`.   --quick  --only PART (several times)  --write
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { measureDiff, measureFolder } from './folder.mjs';
import { measureBurst, measureKeystrokes } from './keystrokes.mjs';
import { measureMemory } from './memory.mjs';
import { measureOnePlan } from './onePlan.mjs';
import { measurePackaged } from './packaged.mjs';
import { page } from './page.mjs';
import { measureReading } from './reading.mjs';
import { remarks } from './samples.mjs';
import { options, root } from './settings.mjs';
import { measureStart } from './start.mjs';

const parts = {
  reading: measureReading,
  start: measureStart,
  keystrokes: measureKeystrokes,
  burst: measureBurst,
  folder: measureFolder,
  diff: measureDiff,
  onePlan: measureOnePlan,
  memory: measureMemory,
  packaged: measurePackaged,
};

const asked = options.only.length ? options.only : Object.keys(parts);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length) {
  console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const started = performance.now();
const [load] = loadavg();
const figures = [];
for (const name of asked) {
  try {
    figures.push(...(await parts[name]()));
  } catch (error) {
    console.error(error);
    remarks.add(`${name} could not be measured: ${error.message.split('\n')[0]}`);
  }
  console.error(`${name}: measured after ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
const text = page(figures, load);
console.log(text);
if (options.write) writeFileSync(join(root, 'docs/benchmarks.md'), text);
// A figure of wrong answers is none.
process.exitCode = remarks.size ? 1 : 0;
