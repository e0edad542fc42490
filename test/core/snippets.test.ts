/** Every snippet and template, accepted with its default texts, is a good piece of a plan; both languages have the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { check } from '../../server/src/core/check/check.ts';
import { planTemplate } from '../../server/src/core/edits/planTemplate.ts';
import { locales } from '../../server/src/core/i18n/message.ts';
import { builtInCatalog } from '../../server/src/core/model/catalog.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { leverIds } from '../../server/src/core/schema/format.gen.ts';
import { settled as plain } from '../../server/src/features/snippet.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context, problemsOf } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const variables: Record<string, string> = { CURRENT_YEAR: '2027', CURRENT_MONTH: '03', CURRENT_DATE: '01' };

/** A snippet as it stands when each tab stop keeps its default; a stop that comes again repeats its text. */
function settled({ body }: Snippet): string {
  const stops = new Map<string, string>();
  const part =
    /\$\{(\d+)\|([^,|}]*)[^}]*\}|\$\{(\d+):((?:[^}\\]|\\.)*)\}|\$\{?(\d+)\}?|\$\{?(CURRENT_\w+)\}?|\\([$}\\])/g;
  const expand = (text: string): string =>
    text.replace(part, (_, choice, first, stop, fallback, again, variable, escaped) => {
      if (escaped) return escaped;
      if (variable) return variables[variable] ?? '';
      if (again) return stops.get(again) ?? '';
      const value = choice ? first : expand(fallback);
      stops.set(choice ?? stop, value);
      return value;
    });
  return expand(body.join('\n'));
}

/** A plan in which a snippet for a section, a lever or an item stands where it belongs. */
function placed(name: string, text: string): string {
  // A snippet knows the groups of no plan.
  const group = cleanPlan
    .replace('stakeholders:\n', 'stakeholders:\n  - { id: first-group, name: First group, impact: low }\n')
    .replace(
      '[agents], due: 2027-10-29, measures: [weekly-use] }\n  values',
      '[agents, first-group], due: 2027-10-29, measures: [weekly-use] }\n  values',
    );
  const at = (indent: number) =>
    text
      .split('\n')
      .map((line) => (line ? ' '.repeat(indent) + line : line))
      .join('\n')
      .trimEnd();
  const into = (key: string) => `${group.replace(new RegExp(`^${key}:\\n(  .*\\n)*`, 'm'), '')}${key}:\n${at(2)}\n`;
  const inStrategy = (key: string) =>
    group.replace(
      '- { use: executive-briefings, owner: Tom, audience: [leads], due: 2027-10-29, measures: [weekly-use] }',
      `- use: executive-briefings\n        owner: Tom\n        audience: [leads]\n        due: 2027-10-29\n        measures: [weekly-use]\n        ${key}:\n${at(10)}`,
    );
  if (name.startsWith('lever-')) {
    const lever = name.slice(6);
    const without = group.replace(new RegExp(`^ {2}${lever}:.*\\n(    .*\\n)*`, 'm'), '');
    return without.replace('levers:\n', `levers:\n${at(2)}\n`);
  }
  switch (name) {
    case 'stakeholder':
      return cleanPlan
        .replace('stakeholders:\n', `stakeholders:\n${at(2)}\n`)
        .replace('audience: [agents]', 'audience: [agents, first-group]');
    case 'strategy':
    case 'custom-strategy':
      return group.replace('  leadership:\n    strategies:\n', `  leadership:\n    strategies:\n${at(6)}\n`);
    case 'activity':
    case 'communication':
    case 'training':
      return inStrategy('activities');
    case 'evidence':
      return group.replace(/ {2}evidence: .*\n/, `  evidence:\n${at(4)}\n`);
    case 'resistance':
      return into('risks');
    case 'go-live-wave':
      // The day of the first wave is the plan's go-live.
      return into('milestones').replace('goLive: 2027-05-03', 'goLive: 2027-03-01');
    case 'deliverable':
      return inStrategy('deliverables');
    case 'measure':
      return into('measures');
    case 'reading':
      return `${group.replace(/^measures:\n( {2}.*\n)*/m, '')}measures:\n  - id: weekly-use\n    title: Weekly use\n    baseline: 0\n    target: 80\n    by: 2027-08-31\n    readings:\n${at(6)}\n`;
    case 'sustainment':
      return `${group}${text}\n`;
    default:
      return into(`${name}s`);
  }
}

const files = { en: 'snippets/levers-plan.json', 'zh-CN': 'snippets/levers-plan.zh-cn.json' };
const snippets = Object.fromEntries(
  Object.entries(files).map(([locale, path]) => [
    locale,
    JSON.parse(readFileSync(path, 'utf8')) as Record<string, Snippet>,
  ]),
);

describe('snippets', () => {
  it('are the same in both languages: each lever, each kind of item', () => {
    const names = Object.keys(snippets.en as object);
    assert.deepEqual(Object.keys(snippets['zh-CN'] as object), names);
    const items = [
      ...['stakeholder', 'strategy', 'custom-strategy', 'activity', 'communication', 'training', 'deliverable'],
      ...['measure', 'reading', 'risk', 'resistance', 'milestone', 'go-live-wave', 'decision', 'approval'],
      ...['sustainment', 'evidence'],
    ];
    assert.deepEqual(new Set(names), new Set([...leverIds.map((id) => `lever-${id}`), ...items]));
  });

  it('have no day but that on which they are inserted', () => {
    assert.doesNotMatch(JSON.stringify(snippets), /\d{4}-\d{2}|CURRENT_YEAR-(?!12-31)\d/);
  });

  for (const [locale, all] of Object.entries(snippets)) {
    for (const [name, snippet] of Object.entries(all)) {
      it(`${name} (${locale}) draws no finding in a sound plan`, () => {
        assert.ok(snippet.prefix && snippet.description);
        const text = placed(name, settled(snippet));
        // The snippet of a lever stands in place of one with more, and its strategy may be in the plan already.
        const expected = name.startsWith('lever-')
          ? [
              'duplicate-strategy',
              'strategy-without-measure',
              'sustain-coverage-below-four',
              'unused-stakeholder',
              'invisible-sponsor',
              'group-without-enablement',
            ]
          : name.endsWith('strategy')
            ? ['duplicate-strategy', 'strategy-without-measure']
            : [];
        // What is still to be filled in is told, on purpose.
        const found = problemsOf(text)
          .filter(({ code }) => code !== 'unfinished-text')
          .map(({ severity, code }) => `${severity} ${code}`);
        assert.deepEqual(
          found.filter((problem) => !expected.includes(problem.replace(/^\w+ /, ''))),
          [],
          text,
        );
      });
    }
  }

  for (const locale of locales) {
    for (const name of ['minimal', 'full'] as const) {
      it(`of a ${name} plan (${locale}) take their days from today, whenever that is`, () => {
        for (const today of ['2027-03-01', '2028-02-29', '2031-12-31']) {
          const text = plain(planTemplate(name, today, locale));
          const grave = check(parse(text), { ...context, locale, today }).filter(({ severity }) =>
            /error|warning/.test(severity),
          );
          assert.deepEqual(
            grave.map(({ code }) => code),
            [],
            text,
          );
          assert.ok(text.includes(`start: ${today}\n`));
        }
      });
    }
  }

  it('offer the strategies of the catalog for each lever', () => {
    for (const all of Object.values(snippets)) {
      for (const id of leverIds) {
        const choices = /\$\{\d+\|([^|]*)\|\}/.exec((all[`lever-${id}`] as Snippet).body.join('\n'))?.[1]?.split(',');
        assert.deepEqual(new Set(choices), new Set(builtInCatalog.under(id).map((strategy) => strategy.id)));
      }
    }
  });
});
