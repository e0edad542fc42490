/**
 * Judgment: whole plans as a practitioner sees them. `test/plans/good` holds plans that an expert approves;
 * those in `test/plans/bad` begin with what an expert raises in them, a line each:
 * `#! CODE @ "part of the line where it is raised"`, and `#- CODE` for what must not be raised there.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { problemsOf } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

/** More remarks than this, and a reader looks at none. */
const mostInfos = 3;

function plansOf(kind: 'good' | 'bad'): { name: string; text: string }[] {
  const folder = `test/plans/${kind}`;
  return readdirSync(folder).map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] as string;
}

function shown(text: string, { code, severity, span, message }: Problem): string {
  return `${severity} ${code} @ ${lineAt(text, span.start).trim()}: ${sayMessage(message, 'en')}`;
}

function isGrave({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}

describe('good plans', () => {
  for (const { name, text } of plansOf('good')) {
    it(`${name} draws no warning`, () => {
      const problems = problemsOf(text);
      const say = (problem: Problem) => shown(text, problem);
      assert.deepEqual(problems.filter(isGrave).map(say), []);
      const infos = problems.filter(({ severity }) => severity === 'info').map(say);
      assert.ok(infos.length <= mostInfos, infos.join('\n'));
    });
  }
});

describe('bad plans', () => {
  for (const { name, text } of plansOf('bad')) {
    const expected = [...text.matchAll(/^#! ([a-z-]+) @ "(.*)"$/gm)].map(([, code = '', part = '']) => ({
      code,
      part,
    }));
    const forbidden = new Set([...text.matchAll(/^#- ([a-z-]+)/gm)].map(([, code]) => code));

    it(`${name}: what an expert raises is found, and no other warning`, () => {
      assert.ok(expected.length > 0);
      const body = text.search(/^(?!#|\s*$)/m);
      for (const { part } of expected) assert.ok(text.includes(part, body), `not in the plan: ${part}`);
      const problems = problemsOf(text);
      const fits = (problem: Problem) =>
        expected.find(({ code, part }) => problem.code === code && lineAt(text, problem.span.start).includes(part));
      const found = new Set(problems.map(fits));
      const missed = expected.filter((fault) => !found.has(fault)).map(({ code, part }) => `${code} @ "${part}"`);
      const wrong = problems.filter((problem) => forbidden.has(problem.code) || (isGrave(problem) && !fits(problem)));
      assert.deepEqual({ missed, wrong: wrong.map((problem) => shown(text, problem)) }, { missed: [], wrong: [] });
    });
  }
});
