// What the rules cost beside the reading of the text, in one process.
import { createRequire } from 'node:module';
import { makePlan } from './plans.mjs';
import { atLines, record, remarks } from './samples.mjs';
import { buildModule, us } from './servers.mjs';
import { limits, options } from './settings.mjs';

const core = `
export { check } from './server/src/core/check/check.ts';
export { parse } from './server/src/core/model/parse.ts';
export { context } from './test/kit/problems.ts';
`;

/** Each plan is read anew, so that its rules find nothing that was worked out before. */
export async function measureRules() {
  const { check, parse, context } = createRequire(import.meta.url)(await buildModule('core', core));
  for (const lines of options.quick ? [1000] : [1000, 20_000]) {
    const group = atLines(lines);
    const warm = performance.now() + limits.budget / 4;
    for (let n = 0, counted = 0; counted < limits.most; n++) {
      const text = makePlan(lines, n);
      const start = performance.now();
      const plan = parse(text);
      const read = performance.now();
      const problems = check(plan, context);
      const end = performance.now();
      if (problems.length) remarks.add(`${us}: a plan without errors is said to have ${problems.length} problems.`);
      // The first is shown for itself; what follows warms up.
      if (n > 0 && end < warm) continue;
      const name = n ? 'in one process' : 'in one process, first of its size';
      if (n) counted++;
      record(group, `${name}: parse`, us, read - start);
      record(group, `${name}: check`, us, end - read);
    }
  }
}
