/** The questions on the way to a new plan: what is asked, offered and said to what is typed. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import type { GivenAnswers } from '../../server/src/core/authoring/answers.ts';
import { locales } from '../../server/src/core/i18n/message.ts';
import { question } from '../../server/src/features/newPlan/question.ts';
import { it, property } from '../kit/test.ts';
import { view } from '../kit/view.ts';

const steps = ['title', 'need', 'ai', 'goLive', 'people', 'groups', 'changes', 'strategies'];
const at = (key: string, answers: GivenAnswers = {}, locale: (typeof locales)[number] = 'en') =>
  question(answers, steps.indexOf(key), { ...view, locale });

describe('the questions', () => {
  it('come one after the other, each in both languages', () => {
    for (const locale of locales) {
      const asked = steps.map((_, step) => question({}, step, { ...view, locale }));
      assert.deepEqual(
        asked.map(({ key }) => key),
        steps,
      );
      assert.equal(new Set(asked.map(({ title }) => title)).size, steps.length);
    }
    assert.equal(at('people').title, 'New Change Plan: Who leads it, and which leader stands behind it?');
    assert.equal(at('groups', {}, 'zh-CN').title, '新建变更计划：会影响到谁？');
  });

  it('propose days, and read those that are typed', () => {
    const offered = (goLive: string, locale: (typeof locales)[number] = 'en') =>
      at('goLive', { goLive }, locale).choices.map(({ value, label }) => `${value ?? '-'} ${label}`);
    assert.deepEqual(offered('').slice(0, 3), [
      '2027-04-01 In 1 month',
      '2027-05-03 In 2 months',
      '2027-06-01 In 3 months',
    ]);
    // Enter takes the likeliest, and of what is typed the first.
    assert.deepEqual(at('goLive').proposed, ['2027-06-01']);
    assert.deepEqual(at('goLive', { goLive: 'June 2027' }).proposed, []);
    assert.deepEqual(offered('mid May'), ['2027-05-17 Monday, May 17, 2027']);
    assert.deepEqual(offered('六月十五日', 'zh-CN'), ['2027-06-15 2027年6月15日星期二']);
    assert.deepEqual(offered('2027-06-15'), ['2027-06-15 Tuesday, June 15, 2027']);
    assert.deepEqual(offered('15.6.2027'), ['2027-06-15 Tuesday, June 15, 2027']);
    assert.deepEqual(offered('3/4/2027'), ['2027-04-03 Saturday, April 3, 2027', '2027-03-04 Thursday, March 4, 2027']);
    assert.deepEqual(offered('2027年6月15日', 'zh-CN'), ['2027-06-15 2027年6月15日星期二']);
    assert.deepEqual(offered('next spring').slice(-2), ['- This is not a complete date', ' Not decided yet']);
    assert.equal(offered('').at(-1), ' Not decided yet');
    assert.equal(at('goLive').choices.at(-1)?.description, 'the plan assumes 12 weeks from today, and says so');
    assert.equal(at('goLive', {}, 'zh-CN').choices.at(-1)?.description, '先按 12 周后上线编写，并会注明');
    assert.deepEqual(offered('June 2027'), ['2027-06-30 Wednesday, June 30, 2027']);
    assert.deepEqual(offered('15 June'), ['2027-06-15 Tuesday, June 15, 2027']);
    assert.deepEqual(offered('2927-06-15'), ['- Sunday, June 15, 2927']);
    assert.match(at('goLive', { goLive: '2027-02-01' }).choices[0]?.description ?? '', /^in the past/);
    assert.equal(at('goLive', { goLive: '3/4/2027' }).blocked, true);
    assert.equal(at('goLive', { goLive: '2027-04-03' }).blocked, false);
    assert.equal(at('goLive', { goLive: '' }).blocked, false);
  });

  it('ask whether it is about AI, and propose what the title says', () => {
    const { kind, choices, proposed } = at('ai', { title: 'AI scribe' });
    assert.equal(kind, 'pick');
    assert.deepEqual(
      choices.map(({ value }) => value),
      ['yes', 'no', 'unknown'],
    );
    assert.deepEqual(proposed, ['yes']);
    assert.deepEqual(at('ai', { title: 'Office move' }).proposed, ['no']);
    assert.deepEqual(at('ai', { title: 'AI scribe', ai: 'unknown' }).proposed, ['unknown']);
  });

  it('say who was understood, and take “not known yet” for an answer everywhere', () => {
    const said = (people: string, locale: (typeof locales)[number] = 'en') => at('people', { people }, locale).message;
    assert.equal(said('Ana Ruiz, Tom Berg'), 'Leads it: Ana Ruiz. Stands behind it: Tom Berg.');
    assert.equal(said('Ana Ruiz'), 'Leads it: Ana Ruiz. Stands behind it: not known yet.');
    assert.equal(said('TBD; Berg, Tom'), 'Leads it: not known yet. Stands behind it: Berg, Tom.');
    assert.equal(said('王敏、李雷', 'zh-CN'), '负责推进：王敏。支持者：李雷。');
    assert.match(said('Tom Berg, tom berg') ?? '', /^Leads it and stands behind it: Tom Berg\./);
    for (const key of steps.slice(1)) assert.equal(at(key, { [key]: '' }).blocked, false, key);
    assert.equal(at('title', { title: ' ' }).blocked, true);
  });

  it('say which groups were understood', () => {
    const said = (groups: string, locale: (typeof locales)[number] = 'en') => at('groups', { groups }, locale).message;
    assert.equal(
      said('Service agents (120, skeptical), Team leads, Customers'),
      '3 groups: Service agents (120 and Skeptical), Team leads and Customers',
    );
    assert.equal(said('A and B'), '1 group: A and B');
    assert.equal(said('客服专员（120人，怀疑）、客户', 'zh-CN'), '2 个群体：客服专员（120、怀疑）、客户');
    assert.equal(said(' ,、'), undefined);
  });

  it('offer for each group how much and what changes, and tick nothing that nobody said', () => {
    const { choices, proposed } = at('changes', { groups: 'Agents (12), Team leads' });
    assert.equal(choices.length, 26);
    assert.deepEqual(choices[0], {
      group: 'Agents',
      value: 'high Agents',
      label: 'A lot changes',
      description: 'Agents: they have to work in another way every day',
    });
    assert.deepEqual(proposed, []);
    assert.deepEqual(at('changes', { groups: '客服' }, 'zh-CN').choices[3], {
      value: 'processes 客服',
      label: '流程',
      description: '完成工作的步骤。',
    });
    assert.equal(
      at('changes', { groups: '客服、班组长' }, 'zh-CN').choices[0]?.description,
      '客服：每天的工作方式都会不同',
    );
    assert.deepEqual(at('changes').choices, [{ label: 'No group is named yet: press Enter to go on' }]);
  });

  it('offer only strategies for any change where it is not about AI', () => {
    const { choices } = at('strategies', { title: 'Office move' });
    assert.ok(choices.length > 15);
    for (const { label, detail = '' } of choices) assert.doesNotMatch(label + detail, /\bAI\b/);
  });

  it('offer the strategies by lever, and count the levers that are ticked', () => {
    const { choices, proposed, title, levers } = at('strategies', { ai: 'yes' });
    assert.equal(title, 'New Change Plan: Which strategies fit? 5 of 6 levers covered');
    assert.equal(levers, true);
    assert.deepEqual(
      [...new Set(choices.map(({ group }) => group))],
      ['Proposed for your plan', 'Leadership', 'Ecosystem', 'Values', 'Enablement', 'Rewards', 'Structure'],
    );
    assert.deepEqual(
      choices.slice(0, proposed.length).map(({ value }) => value),
      proposed,
    );
    assert.equal(choices[0]?.description, 'Leadership');
    assert.match(choices[0]?.detail ?? '', /^Good for: Honest facts/);
    assert.equal(new Set(choices.map(({ value }) => value)).size, choices.length);
    assert.equal(choices.length, 34);
    assert.ok(proposed.includes('training-strategy'));
    const few = at('strategies', { ai: 'yes', strategies: ['training-strategy', 'live-demos', 'ai-governance'] });
    assert.equal(few.title, 'New Change Plan: Which strategies fit? 2 of 6 levers covered – at least 4 are needed');
    assert.equal(
      few.message,
      'At least 4 levers should work together: tick something of Leadership, Ecosystem, Values or Rewards',
    );
    // Who types `rewards` finds them.
    for (const { value, description } of choices.filter(({ group }) => group === 'Rewards'))
      assert.equal(description, 'Rewards', value);
    assert.equal(few.blocked, false);
    assert.equal(
      at('strategies', { strategies: [] }, 'zh-CN').title,
      '新建变更计划：选择哪些策略？已启用 0/6 个 LEVERS，至少需要 4 个',
    );
  });

  it('tell of each strategy what it is good for, in a line', () => {
    for (const locale of locales) {
      for (const { detail = '' } of at('strategies', {}, locale).choices) {
        const columns = [...detail].reduce((sum, letter) => sum + (/[\u1100-\uFFEF]/.test(letter) ? 2 : 1), 0);
        assert.ok(columns > 10 && columns <= 80, detail);
      }
    }
  });

  property('have an answer whatever comes', 2000, (trials) => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...steps), fc.anything()), fc.anything(), (answers, step) => {
        const { key, step: at } = question(answers, step as number, view);
        assert.equal(key, steps[at]);
      }),
      trials,
    );
  });
});
