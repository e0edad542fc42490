// The first reading of a plan beside that of the library for YAML, in one process.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { share } from './page.mjs';
import { makePlan } from './plans.mjs';
import { inTurn, remarks } from './samples.mjs';
import { buildModule, us } from './servers.mjs';
import { limits, root } from './settings.mjs';

const source = `
export { parseDocument } from 'yaml';
export { check } from './server/src/core/check/check.ts';
export { parse } from './server/src/core/model/parse.ts';
export { context } from './test/kit/problems.ts';
`;

const letters = (n) => String(n).replace(/\d/g, (digit) => 'abcdefghij'[digit]);

/** The text with `n` at the end of each capitalized word, names and titles above all, so that all sections differ. */
const unseen = (text, n) => text.replace(/\b[A-Z][a-z]+\b/g, `$&${letters(n)}`);

export async function measureReading() {
  const { check, context, parse, parseDocument } = createRequire(import.meta.url)(await buildModule('core', source));
  const plans = [
    ['330 lines', readFileSync(join(root, 'examples/hospital-ai-scribe.levers.yaml'), 'utf8')],
    ['1,000 lines', makePlan(1000)],
    ['5,000 lines', makePlan(5000)],
  ];
  const figures = [];
  for (const [lines, text] of plans) {
    const ours = (version) => check(parse(version), context).length;
    const theirs = (version) => parseDocument(version).errors.length;
    const counts = new Map([ours, theirs].map((read) => [read, read(text)]));
    let n = 0;
    const once = (read) => {
      // One text for both, as they take turns.
      const version = unseen(text, n++ >> 1);
      const start = performance.now();
      const count = read(version);
      const time = performance.now() - start;
      if (count !== counts.get(read)) remarks.add(`${us}: the plan of ${lines} has other problems with other words.`);
      return time;
    };
    // First to warm up.
    await inTurn([ours, theirs], once, { ...limits, most: Number.POSITIVE_INFINITY });
    const samples = await inTurn([ours, theirs], once, limits);
    figures.push(share(`first reading, ${lines}, over \`parseDocument\` of \`yaml\``, 0.35, samples, ' ms'));
  }
  return figures;
}
