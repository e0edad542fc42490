/** Code lenses: each as the line below it and what stands above that. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { ruleSettings } from '../../server/src/core/diagnostics/ruleSettings.ts';
import { codeLens } from '../../server/src/features/codeLens.ts';
import type { View } from '../../server/src/features/view.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { opened, view } from '../kit/view.ts';

const all = { coverage: true, levers: true };

/** The lenses of a text: the line below each, and its words. */
function lenses(text: string, different: Partial<View> = {}, on = all): string[] {
  const subject = opened(text);
  const lines = text.split('\n');
  return codeLens(subject, on, { ...view, ...different }).map(
    ({ range, command }) => `${lines[range.start.line]?.replace(/:.*/, ':')} ← ${command?.title}`,
  );
}

/** The lens above the only lever of a fragment that has these strategies. */
function lens(strategies: readonly string[], different: Partial<View> = {}): string | undefined {
  const items = strategies.map((strategy) => `      - ${strategy}\n`).join('');
  const text = completed(`levers:\n  enablement:\n    strategies:\n${items}`);
  return lenses(text, different)
    .at(-1)
    ?.replace(/^.* ← /, '');
}

describe('code lenses', () => {
  it('say how many levers are covered, which are missing, and of each lever what it has and what comes next', () => {
    assert.deepEqual(lenses(cleanPlan), [
      'levers: ← On track · 4 of 6 levers covered · Enablement, Rewards left out, with a reason',
      '  leadership: ← 1 strategy · next: 2027-10-29, “Develop Focused Executive Briefings” is due',
      '  ecosystem: ← 1 strategy · next: 2027-10-29, “Build an AI Change Network” is due',
      '  values: ← 1 strategy · next: 2027-10-29, “Communicate the Purpose and Value of AI” is due',
      '  enablement: ← left out, with a reason',
      '  rewards: ← left out, with a reason',
      '  structure: ← 1 strategy · next: 2027-10-29, “Establish AI Governance” is due',
    ]);
    assert.deepEqual(lenses(cleanPlan, { locale: 'zh-CN' }).slice(0, 2), [
      'levers: ← 进展顺利 · 已启用 4/6 个 LEVERS · 赋能、奖励不启用，已说明理由',
      '  leadership: ← 1 项策略 · 下一步：2027-10-29，“编制有针对性的高管简报”到期',
    ]);
  });

  it('tell apart all, some and none, and what cannot be read', () => {
    const one = (lever: string) => `  ${lever}: { strategies: [{ id: ${lever}-one, title: One, owner: Ana }] }\n`;
    const six = ['leadership', 'ecosystem', 'values', 'enablement', 'rewards', 'structure'].map(one);
    const first = (levers: string) => lenses(completed(`levers:\n${levers}`))[0]?.replace('levers: ← ', '');
    assert.equal(first(six.join('')), 'Needs attention · All 6 levers covered');
    assert.equal(first('  values:\n'), 'Needs attention · None of the 6 levers covered yet');
    assert.equal(
      first(`${six.slice(0, 4).join('')}  structure:\n    strategies:\n      - { use: "ai\n`),
      'At risk · 4 of 6 levers covered · Rewards missing · Structure cannot be read',
    );
  });

  it('tell apart what is left out with a reason from what is missing', () => {
    const one = (lever: string) => `  ${lever}: { strategies: [{ id: ${lever}-one, title: One, owner: Ana }] }\n`;
    const text = completed(`levers:\n${one('leadership')}${one('values')}  rewards: { notUsed: "None is planned" }\n`);
    assert.equal(
      lenses(text)[0],
      'levers: ← Needs attention · 2 of 6 levers covered · Ecosystem, Enablement, Structure missing · Rewards left out, with a reason',
    );
  });

  it('say of a lever only what can be read', () => {
    assert.equal(lens(['{ use: "live']), 'something cannot be read');
    assert.equal(lens(['{ use: live-demos, owner: Ana, audience: [agents] }', '{ use: "live']), '1 strategy');
  });

  it('count what counts, and say why the rest does not', () => {
    const good = '{ use: live-demos, owner: Ana, audience: [agents] }';
    assert.equal(lens([good]), '1 strategy');
    assert.equal(lens([good, good.replace('Ana', 'TBD')]), '2 strategies, 1 of them counts · one has no owner');
    assert.equal(lens([good.replace('Ana', 'TBD')]), '1 strategy, not covered · it has no owner');
    assert.equal(
      lens([`${good.slice(0, -2)}, status: paused }`, `${good.slice(0, -2)}, status: cancelled }`, good]),
      '3 strategies, 1 of them counts · one is paused · one is cancelled',
    );
    assert.equal(
      lens([good.replace('live-demos', 'incentive-program')]),
      '1 strategy, not covered · it belongs to another lever',
    );
    assert.equal(lens([]), 'no strategies yet');
    assert.equal(
      lens([good, good.replace('Ana', '待定')], { locale: 'zh-CN' }),
      '2 项策略，计入 1 项 · 1 项没有负责人',
    );
  });

  it('say what is overdue and who is for nobody, as the rules do, and not where these are switched off', () => {
    const late = ['{ use: live-demos, owner: Ana, due: 2027-02-12 }', '{ use: training-strategy, owner: Ana }'];
    assert.equal(lens(late), '2 strategies · 1 overdue · 2 without an audience');
    assert.equal(lens(late, { locale: 'zh-CN' }), '2 项策略 · 1 项逾期 · 2 项没有受众');
    const settings = ruleSettings({ overdue: 'off', 'strategy-without-audience': 'off' });
    assert.equal(lens(late, { settings }), '2 strategies');
    const closed = completed(
      `levers:\n  values:\n    strategies: [{ use: ai-purpose-value, owner: Ana, due: 2027-02-12 }]\n`,
    );
    assert.equal(lenses(closed.replace('status: active', 'status: closed')).at(-1), '  values: ← 1 strategy');
  });

  it('name the first day to come, of whichever strategy or activity, and cut long titles', () => {
    assert.equal(
      lens([
        '{ use: live-demos, owner: Ana, audience: [agents], start: 2027-04-05, due: 2027-05-28 }',
        '{ use: training-strategy, owner: Ana, audience: [agents], activities: [{ title: Quiz, due: 2027-03-10 }] }',
      ]),
      '2 strategies · next: 2027-03-10, an activity of “Create a Detailed Training Strategy” is due',
    );
    const title = 'Practice with our own real cases, one hour in each week until summer';
    assert.equal(
      lens([`{ id: own, title: "${title}", owner: Ana, audience: [agents], start: 2027-03-01 }`]),
      '1 strategy · next: 2027-03-01, “Practice with our own real cases, one h…” starts',
    );
  });

  it('are silent about the next day while the day of the plan is being typed', () => {
    const typed = cleanPlan.replace('asOf: 2027-03-01', 'asOf: 2027-03-');
    assert.equal(lenses(typed)[1], '  leadership: ← 1 strategy');
  });

  it('are switched off by kind', () => {
    assert.equal(lenses(cleanPlan, {}, { coverage: false, levers: true }).length, 6);
    assert.equal(lenses(cleanPlan, {}, { coverage: true, levers: false }).length, 1);
    assert.deepEqual(lenses(cleanPlan, {}, { coverage: false, levers: false }), []);
  });

  it('open the picture where the editor can show it', () => {
    const commands = (showPlan: boolean) =>
      codeLens(opened(cleanPlan), all, { ...view, showPlan }).map(({ command }) => command?.command);
    assert.deepEqual(commands(true), Array(7).fill('levers.showPlan'));
    assert.deepEqual(commands(false), ['', '', '', '', '', '', '']);
    const [first] = codeLens(opened(cleanPlan), all, { ...view, showPlan: true });
    assert.deepEqual(first?.command?.arguments, ['file:///x.levers.yaml']);
    assert.match(
      first?.command?.tooltip ?? '',
      /^On track: nothing is overdue, missed or left to fill in · 4 of 6 levers are covered \(/,
    );
  });

  it('are none where there are no levers', () => {
    for (const text of ['', 'plan:\n', 'levers: "x', 'levers: [a]', 'x: [', '变更'])
      assert.deepEqual(lenses(text), [], text);
    assert.deepEqual(lenses('levers:'), ['levers: ← At risk · None of the 6 levers covered yet']);
  });
});
