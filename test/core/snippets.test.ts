/** Every snippet, accepted with its default texts, is a good piece of a plan; both languages have the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { builtInCatalog } from '../../server/src/core/model/catalog.ts';
import { leverIds } from '../../server/src/core/schema/format.gen.ts';
import { cleanPlan } from '../kit/plan.ts';
import { problemsOf } from '../kit/problems.ts';
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
  // A snippet knows neither the groups nor the dates of the plan.
  const group = cleanPlan
    .replace('stakeholders:\n', 'stakeholders:\n  - { id: first-group, name: First group, impact: low }\n')
    .replace('end: 2027-12-17', 'end: 2027-12-31');
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
      `- use: executive-briefings\n        owner: Tom\n        audience: [leads]\n        ${key}:\n${at(10)}`,
    );
  if (name.startsWith('levers-plan')) return text;
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
      return inStrategy('activities');
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
  it('are the same in both languages: a minimal and a full plan, each lever, each kind of item', () => {
    const names = Object.keys(snippets.en as object);
    assert.deepEqual(Object.keys(snippets['zh-CN'] as object), names);
    const items = [
      'stakeholder',
      'strategy',
      'custom-strategy',
      'activity',
      'deliverable',
      'measure',
      'reading',
      'risk',
      'milestone',
      'decision',
      'approval',
      'sustainment',
    ];
    assert.deepEqual(
      new Set(names),
      new Set(['levers-plan-minimal', 'levers-plan-full', ...leverIds.map((id) => `lever-${id}`), ...items]),
    );
  });

  for (const [locale, all] of Object.entries(snippets)) {
    for (const [name, snippet] of Object.entries(all)) {
      it(`${name} (${locale}) is without errors and warnings`, () => {
        assert.ok(snippet.prefix && snippet.description);
        const text = placed(name, settled(snippet));
        // What is still to be filled in is told, on purpose.
        const grave = problemsOf(text).filter(
          ({ severity, code }) => (severity === 'error' || severity === 'warning') && code !== 'unfinished-text',
        );
        // The strategy that the snippet names may be in the plan already, and its group is still to be chosen.
        const chosen = ['duplicate-strategy', 'group-without-enablement'];
        const expected = name === 'strategy' || name.startsWith('lever-') ? chosen : [];
        assert.deepEqual(
          grave.map(({ code }) => code).filter((code) => !expected.includes(code)),
          [],
          text,
        );
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
