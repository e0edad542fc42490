/** One mistake in a good plan: what is found, where, and what the plan is after the first fix. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { severities } from '../../server/src/core/diagnostics/severity.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { examined, problemsOf } from '../kit/problems.ts';
import { it } from '../kit/test.ts';
import { goodPlans, planted } from './planted/index.ts';
import { type Planted, plantedIn } from './planted/row.ts';

/** The plans with either kind of line ends, as they are read: what a mistake leaves as it was need not be read again. */
const readings = new Map(
  Object.values(goodPlans)
    .flatMap((text) => [text, text.replaceAll('\n', '\r\n')])
    .map((text) => [text, parse(text)]),
);

const grave = ({ severity }: Problem) => severities.indexOf(severity);
const named = ({ severity, code }: Problem) => `${severity} ${code}`;
const said = (problem: Problem) => `${named(problem)}: ${sayMessage(problem.message, 'en')}`;

/** Line and column of an offset, as an editor shows them. */
function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n');
  return `${lines.length}:${(lines.at(-1) as string).length + 1}`;
}

/** What is asked of a strategy that a fix adds or moves, and of a group that it adds to one. */
const askedNext: ReadonlySet<string> = new Set([
  'strategy-without-dates',
  'strategy-without-owner',
  'group-without-enablement',
  'handover-unclear',
]);

/** Plants a mistake, and holds what is found and the first fix against the row. */
function holds(row: Planted, crlf: boolean): void {
  const lines = (text: string) => (crlf ? text.replaceAll('\n', '\r\n') : text);
  const { text, marks, region, original } = plantedIn(goodPlans[row.plan], row, lines);
  const { plan, problems: all } = examined(text, readings.get(lines(goodPlans[row.plan])));
  // Whatever takes the only strategy on ethics away is told so too; no row is about that.
  const problems = all.filter(({ code }) => code !== 'ai-without-ethics');
  const findings = problems.map((problem) => `${place(text, problem.span.start)} ${named(problem)}`);
  const expected = row.found.map((found, index) => `${place(text, marks[index] ?? region.start)} ${found}`);
  assert.deepEqual([...findings].sort(), [...expected].sort(), problems.map(said).join('\n'));
  const [problem] = row.about === undefined ? problems : problems.filter(({ code }) => code === row.about);
  if (!problem) return;
  const fixes = problem.fixes();
  const fix = fixes.find(({ preferred }) => preferred) ?? fixes[0];
  if (row.fixed === null) {
    assert.equal(fix && sayMessage(fix.title, 'en'), undefined);
    return;
  }
  assert.ok(fix, `no fix: ${said(problem)}`);
  const title = sayMessage(fix.title, 'en');
  const repaired = apply(text, fix.edits);
  if (row.fixed === undefined) assert.equal(repaired, original, title);
  else if (typeof row.fixed === 'string') {
    assert.equal(repaired, text.slice(0, region.start) + lines(row.fixed) + text.slice(region.end), title);
  } else if (!row.fixed.elsewhere) {
    const from = text.lastIndexOf('\n', region.start - 1) + 1;
    const to = Math.max(region.end, text.indexOf('\n', region.end));
    for (const { span } of fix.edits)
      assert.ok(span.start === span.end || (span.start >= from && span.end <= to), title);
  }
  if (crlf) assert.doesNotMatch(repaired, /[^\r]\n/);
  // What a fix leaves for the author to fill in is told, on purpose.
  const after = examined(repaired, plan).problems.filter(
    ({ code }) => code !== 'unfinished-text' && code !== 'ai-without-ethics',
  );
  const times = (list: readonly Problem[]) => list.filter((other) => said(other) === said(problem)).length;
  assert.ok(times(after) < times(problems), `still there after ${title}`);
  const before = problems.map(({ code }) => code);
  const isNew = ({ code }: Problem) => !before.includes(code) && !(row.opens && askedNext.has(code));
  const news = after.filter((other) => grave(other) <= grave(problem) && isNew(other));
  assert.deepEqual(news.map(said), [], `new after ${title}`);
  assert.ok(after.length < problems.length || row.opens, after.map(said).join('\n'));
}

describe('a good plan', () => {
  for (const [name, text] of Object.entries(goodPlans)) {
    it(`of the ${name} shows nothing, with either kind of line ends`, () => {
      assert.deepEqual(problemsOf(text).map(said), []);
      assert.deepEqual(problemsOf(text.replaceAll('\n', '\r\n')).map(said), []);
    });
  }
});

for (const [topic, rows] of Object.entries(planted)) {
  describe(topic, () => {
    for (const row of rows) {
      it(`${row.plan}: ${row.what}`, () => {
        holds(row, false);
        holds(row, true);
      });
    }
  });
}
