/**
 * Fixes as an expert judges them: all of them over whole plans, sound, faulty and weakened. None may do what a
 * practitioner would have to take back, and none may decide for the author.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { lastGoLiveOf } from '../../server/src/core/analysis/goLives.ts';
import { phaseOf } from '../../server/src/core/analysis/timeline.ts';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { lost } from '../kit/lines.ts';
import { context, examined } from '../kit/problems.ts';
import { it, sweep } from '../kit/test.ts';

const plans = ['test/plans/good', 'test/plans/bad', 'examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.levers.yaml'))
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);

/** What sound plans are made to lack, so that fixes are offered. */
const weakenings: Readonly<Record<string, (text: string) => string>> = {
  'no answers to risks': (text) =>
    text.replace(/^ +(response|addressedBy):.*\n/gm, '').replace(/, (response|addressedBy): (\[[^\]]*\]|[^,}]*)/g, ''),
  'risks about data': (text) =>
    text
      .replace(/kind: (barrier|capacity|downtime|resistance|other)/g, 'kind: data')
      .replace(/^ +(response|addressedBy):.*\n/gm, ''),
  'no owners': (text) => text.replace(/^( {6,}owner:).*$/gm, '$1'),
  'no audiences': (text) => text.replace(/^ +audience: \[.*\n/gm, ''),
  'no leadership': (text) => without(text, 'leadership'),
  'no ecosystem, no values': (text) => without(without(text, 'ecosystem'), 'values'),
  'no enablement, no structure': (text) => without(without(text, 'enablement'), 'structure'),
  'all in work, half a year later': (text) => later(text.replace(/status: (planned|done)/g, 'status: in-progress')),
  'sustaining, half a year later': (text) => later(text.replace(/^ {2}status: active/m, '  status: sustaining')),
  'nothing after go-live': (text) => text.replace(/^sustainment:\n( .*\n|\n)*/m, ''),
  'no impact': (text) => text.replace(/^ +impact:.*\n/gm, ''),
};

function without(text: string, lever: string): string {
  return text.replace(new RegExp(`^  ${lever}:\\n(   .*\\n|\\n)*`, 'm'), '');
}

function later(text: string): string {
  return text.replace(
    /^( {2}asOf: )\d{4}-\d\d/m,
    (_, key) => `${key}${/^ {2}end: (\d{4}-\d\d)/m.exec(text)?.[1] ?? '2027-12'}`,
  );
}

const leadersOnly = ['executive-briefings', 'leadership-accountability', 'leadership-recognition-program'];

/** Talk, however good, keeps no data in. */
const talk = [
  'ai-discussion-channel',
  'two-way-feedback-channels',
  'transparent-communication',
  'ai-roadshow',
  'live-demos',
];

/** What happens once, and is not to go on. */
const once = /kick-?off|launch|assessment|启动会|评估/i;

/** A fix asks for what it leaves open. */
const leftOpen = new Set(['unfinished-text', 'strategy-without-owner', 'done-but-open']);

/** Told once it is known whom the plan reaches, and when, which was asked first. */
const ofReached = ['high-impact-group-uncovered', 'group-without-enablement', 'resistance-unaddressed'];

/** Who there is, whom the plan reaches and from when on, and whether it is a draft. */
const reached = (plan: Plan) => [
  plan.status,
  ...plan.strategies.flatMap((strategy) => [strategy.date('start'), ...strategy.texts('audience')]),
  ...plan.list('stakeholders').map((group) => group.text('id')),
];

/** Strategies made for leaders that somebody else is in. */
function misled(plan: Plan): string[] {
  const kinds = new Map(plan.list('stakeholders').map((group) => [group.text('id'), group.text('kind') ?? '']));
  return plan.strategies.flatMap((strategy) =>
    leadersOnly.includes(strategy.text('use') ?? '')
      ? strategy
          .texts('audience')
          .filter((id) => !['leaders', 'managers'].includes(kinds.get(id) ?? ''))
          .map((id) => `${strategy.text('use')}: ${id}`)
      : [],
  );
}

/** Days after the go-live of those they are for on which preparation, and what happens once, ends. */
function dragging(plan: Plan): string[] {
  return plan.strategies.flatMap((strategy) => {
    const goLive = lastGoLiveOf(plan, strategy.says.groups);
    const due = strategy.date('due');
    if (!due || !goLive || goLive === 'unclear' || due <= goLive.value) return [];
    const early = phaseOf(plan, strategy, context.catalog) === 'prepare' || once.test(strategy.text('title') ?? '');
    return early ? [due] : [];
  });
}

/** All days on which strategies end. */
function ends(plan: Plan): string[] {
  return plan.strategies.flatMap((strategy) => strategy.date('due') ?? []);
}

/** Risks about data that are answered by talk. */
function talkedAway(plan: Plan): string[] {
  const uses = new Map(plan.strategies.map((strategy) => [strategy.id?.value, strategy.text('use') ?? '']));
  return plan
    .list('risks')
    .filter((risk) => ['data', 'ethics'].includes(risk.text('kind') ?? ''))
    .flatMap((risk) => risk.texts('addressedBy').filter((id) => talk.includes(uses.get(id) ?? '')));
}

/** What somebody has to decide. */
function decided(text: string): string[] {
  const written = /\b(?:owner|sponsor|impact): *(?:"([^"]*)"|'([^']*)'|([^\s,}#"'][^,}#\n]*))/g;
  return [...text.matchAll(written)].map(([, double, single, plain = '']) => double ?? single ?? plain.trim());
}

const severe = (problems: readonly Problem[], severity: Problem['severity']) =>
  problems
    .filter((problem) => problem.severity === severity)
    .map(({ code }) => code)
    .sort();

/** What an expert would take back, of all fixes of a text. */
function takenBack(text: string): { tried: number; found: string[] } {
  const { plan, problems } = examined(text);
  const found: string[] = [];
  let tried = 0;
  for (const problem of problems) {
    for (const fix of problem.fixes()) {
      tried++;
      const title = sayMessage(fix.title, 'en');
      const fixed = apply(text, fix.edits);
      const { plan: after, problems: left } = examined(fixed, plan);
      // What can be read again shows what was wrong in it all along.
      if (after.errors.length < plan.errors.length) continue;
      const isReachTold = String(reached(after)) !== String(reached(plan));
      const wrong = {
        'not leaders': lost(misled(after).sort(), misled(plan)),
        'goes on': lost(ends(after), ends(plan)).filter((day) => dragging(after).includes(day)),
        'talked away': lost(talkedAway(after).sort(), talkedAway(plan)),
        decided: lost(decided(fixed).sort(), decided(text)).filter((value) => !title.includes(value)),
        errors: lost(severe(left, 'error'), severe(problems, 'error')),
        warnings: lost(severe(left, 'warning'), severe(problems, 'warning')).filter(
          (code) => !leftOpen.has(code) && !(isReachTold && ofReached.includes(code)),
        ),
      };
      for (const [kind, list] of Object.entries(wrong)) {
        if (list.length) found.push(`${problem.code} → ${title}: ${kind}: ${list.join(', ')}`);
      }
    }
  }
  return { tried, found };
}

describe('what an expert would take back', () => {
  for (const { name, text } of plans) {
    it(`is in no fix of ${name}`, () => assert.deepEqual(takenBack(text).found, []));
  }

  for (const [what, weaken] of Object.entries(weakenings)) {
    sweep(`is in no fix of a plan with ${what}`, () => {
      let all = 0;
      for (const { name, text } of plans) {
        const { tried, found } = takenBack(weaken(text));
        all += tried;
        assert.deepEqual(found, [], name);
      }
      assert.ok(all >= plans.length, `only ${all} fixes`);
    });
  }
});

describe('an id that is not written as it must be', () => {
  const declared = (id: string, used: string) =>
    readFileSync('test/kit/minimal.levers.yaml', 'utf8')
      .replace('{ id: office-staff,', `{ id: ${id},`)
      .replaceAll('[office-staff]', `[${used}]`);
  const errors = (text: string) => examined(text).problems.filter(({ severity }) => severity === 'error');

  for (const [id, used] of [
    ['care agents', 'care-agents'],
    ['Care_Agents', 'care-agents'],
    ['agents\u200b', 'agents'],
    ['weekly\u2011staff', 'weekly-staff'],
  ] as const) {
    it(`${JSON.stringify(id)} is corrected where it is declared, and nothing is said of what refers to ${used}`, () => {
      const text = declared(id, used);
      const [only, ...others] = errors(text);
      assert.deepEqual(others, []);
      assert.equal(only?.span.start, text.indexOf(id) + (only?.code === 'malformed-value' ? 0 : id.search(/[^a-z]/)));
      const [fix] = only?.fixes() ?? [];
      assert.ok(fix);
      assert.equal(apply(text, fix.edits), declared(used, used));
    });
  }

  it('is written by no fix', () => {
    for (const used of ['care-agent', 'leads', 'carre agents']) {
      for (const problem of examined(declared('care agents', used)).problems) {
        for (const { title, edits } of problem.fixes()) {
          for (const { text } of edits) assert.doesNotMatch(text, /care agents/, sayMessage(title, 'en'));
        }
      }
    }
  });
});
