/** Places of a plan that are still to be filled in: plans in, what waits out. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { placesToFill } from '../../server/src/core/analysis/placesToFill.ts';
import { draft } from '../../server/src/core/authoring/draft.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import english from '../../snippets/levers-plan.json';
import chinese from '../../snippets/levers-plan.zh-cn.json';
import { cleanPlan } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

const places = (text: string) => placesToFill(parse(text)).map(({ start, end }) => text.slice(start, end));

/** A template with its tab stops as they are before anything is typed. */
const untouched = (body: readonly string[]) => {
  const words = new Map<string, string>();
  const text = body.join('\n').replace(/\$\{(\d+):([^}]*)\}/g, (_, stop, word) => {
    words.set(stop, word);
    return word;
  });
  return text.replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1').replace(/\$(\d+)/g, (_, stop) => words.get(stop) ?? '');
};

describe('places to fill in', () => {
  it('are none in a plan that is written', () => {
    assert.deepEqual(places(cleanPlan), []);
  });

  it('are texts that end in an ellipsis or are not decided, and people who are not named', () => {
    const text = cleanPlan
      .replace('need: Simple questions take nine minutes.', 'need: What goes wrong today …')
      .replace('owner: Bo', 'owner: TBD')
      .replace('owner: Cy', 'owner:')
      .replace('response: Town hall', 'response: 待定')
      .replace('title: Fear of job loss', 'title: 谁可能有阻力……');
    assert.deepEqual(places(text), ['What goes wrong today …', 'TBD', '', '谁可能有阻力……', '待定']);
  });

  it('are no ids, and no words that a list of the format has', () => {
    assert.deepEqual(places(cleanPlan.replace('impact: high', 'impact: high, attitude: unknown')), []);
    assert.deepEqual(places(`${cleanPlan}approvals:\n  - { role: Sponsor, name: Tom, status: pending }\n`), []);
  });

  it('are the words of templates in both languages', () => {
    for (const templates of [english, chinese]) {
      for (const { body } of Object.values(templates)) {
        const found = places(untouched(body));
        if (body[0] === 'version: 1') assert.ok(found.length > 2, `${found}`);
      }
    }
    const small = untouched(english['levers-plan-minimal'].body);
    assert.deepEqual(places(small), ['What changes', 'Why we need this change', 'The first group']);
  });

  it('are all that a draft leaves to its author', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const { text } = draft({ groups: [], aspects: [] }, { ...context, locale });
      const open = text
        .split('\n')
        .filter(
          (line) =>
            /(?:…|Example numbers.*|示例数字.*|name: (?:The first group|第一个群体))$/.test(line) && !/^ *#/.test(line),
        );
      assert.ok(open.length > 5);
      assert.equal(places(text).length, open.length);
    }
  });
});
