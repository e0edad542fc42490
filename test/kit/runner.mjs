// Runs test programs with Node's test runner, prints its report, and counts.
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { root } from './bundle.mjs';

/** What Node says of a test whose name was not asked for: it is no test that was left out. */
const unasked = 'test name does not match pattern';

/**
 * Counts tests; suites are not counted. A skipped test is a failed one: nothing may be left out silently.
 * @param {string[]} programs paths from the root
 * @param {{ concurrency: number, env?: Record<string, string>, pattern?: string }} options env: for the tests; pattern:
 *   only tests whose name matches this regular expression
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runTests(programs, { concurrency, env = {}, pattern }) {
  const counts = { passed: 0, failed: 0 };
  Object.assign(process.env, env);
  const files = programs.map((program) => root + program);
  const events = run({ files, concurrency, ...(pattern && { testNamePatterns: [pattern] }) });
  events.on('test:pass', ({ details, skip, todo }) => {
    if (details.type === 'suite' || skip === unasked) return;
    counts[skip === undefined && todo === undefined ? 'passed' : 'failed']++;
  });
  events.on('test:fail', ({ details }) => details.type !== 'suite' && counts.failed++);
  await new Promise((done) => events.compose(new spec()).on('end', done).pipe(process.stdout, { end: false }));
  for (const name of Object.keys(env)) delete process.env[name];
  return counts;
}
