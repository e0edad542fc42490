/** `levers brief`: a plan in, a page out. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { hostilePlan, hostileTexts } from '../kit/hostile.ts';
import { MemoryMachine } from '../kit/machine.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const levers = (files: Record<string, string>, ...args: string[]) => new MemoryMachine(files).levers(...args);

const plan = { 'a.levers.yaml': cleanPlan };

/** The tags of a page; what stands in quotes in them holds neither `<` nor `>`. */
const tags = (html: string) => [...html.replace(/<style>.*<\/style>/s, '').matchAll(/<[^>]*>/g)].map(([tag]) => tag);

describe('levers brief', () => {
  it('writes one page that stands alone', async () => {
    const { code, stdout, stderr } = await levers(plan, 'brief', 'a.levers.yaml');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^<!DOCTYPE html>\n<html lang="en">\n/);
    assert.match(stdout, /<title>AI assist for the service desk<\/title>/);
    assert.match(stdout, /On track<\/p>/);
    assert.match(
      stdout,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/,
    );
    assert.doesNotMatch(stdout, /<script|<link|<img|\ssrc=|\shref=|url\(|@import|https?:/);
    assert.match(stdout, /<\/html>\n$/);
  });

  it('speaks the language that is asked for, and takes the day and the rules of the call', async () => {
    const chinese = await levers(plan, 'brief', '--locale', 'zh-CN', '--today', '2027-06-09', 'a.levers.yaml');
    assert.match(chinese.stdout, /<html lang="zh-CN">/);
    assert.match(chinese.stdout, /截至 2027年3月1日（100 天前）/);
    const strict = { ...plan, 'rules.json': '{ "coverage-below-four": ["error", { "minimumLevers": 5 }] }' };
    assert.match(
      (await levers(strict, 'brief', '--rules', 'rules.json', 'a.levers.yaml')).stdout,
      /The plan has 1 error\./,
    );
  });

  it('says what it cannot do, and writes nothing', async () => {
    for (const args of [[], ['a.levers.yaml', 'b.levers.yaml'], ['--fix', 'a.levers.yaml'], ['none.levers.yaml']]) {
      const { code, stdout, stderr } = await levers(plan, 'brief', ...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(
        stderr,
        /^levers: (?:levers brief (?:takes one plan|does not take --fix)|Cannot be read: none\.levers\.yaml)/,
      );
    }
  });

  it('shows hostile texts as they are written, to browsers and to terminals', async () => {
    const known = new Set(
      tags((await levers(plan, 'brief', 'a.levers.yaml')).stdout).map((tag) => /^<\/?!?(\w+)/.exec(tag)?.[1]),
    );
    for (const name of ['strong', 'span', 'ul', 'li', 'table', 'tbody', 'tr', 'th', 'td']) known.add(name);
    for (const text of hostileTexts) {
      const { code, stdout } = await levers({ 'a.levers.yaml': hostilePlan(text) }, 'brief', 'a.levers.yaml');
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /[^\P{C}\n\u00ad\u200b-\u200f\ufeff]|[\u2028\u2029]/u, text);
      for (const line of stdout.split('\n')) assert.doesNotMatch(line, /^\s*::|##(?:vso|teamcity)?\[/, text);
      for (const tag of tags(stdout)) {
        assert.ok(known.has(/^<\/?!?(\w+)/.exec(tag)?.[1]), `${text}: ${tag}`);
        assert.doesNotMatch(tag.replace(/"[^"]*"/g, ''), /\son\w+=|style=/, text);
      }
    }
  });
});
