/** What the page of a portfolio is told. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Locale } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { overview } from '../../server/src/features/pictures/overview.ts';
import { portfolio } from '../../server/src/features/pictures/portfolio.ts';
import type { PortfolioPicture } from '../../server/src/protocol.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

function drawn(texts: Readonly<Record<string, string>>, locale: Locale = 'en'): PortfolioPicture {
  const found = Object.entries(texts).map(([uri, text]) => {
    const document = TextDocument.create(uri, 'levers-plan', 1, text);
    return { uri, ...overview({ document, reading: parse(text) }, { ...view, locale }) };
  });
  const parts = found.map(({ uri, plan, groups }) => ({ plan: { uri, ...plan }, groups }));
  return portfolio(parts, '2027-03-01', false, locale).picture;
}

const second = cleanPlan
  .replace('AI assist for the service desk', 'AI search')
  .replace('goLive: 2027-05-03', 'goLive: 2027-07-05');

describe('the picture of a portfolio', () => {
  it('has a row for each plan with the depth of each lever', () => {
    const { plans, levers, news } = drawn({ 'file:///a.levers.yaml': cleanPlan, 'file:///%C3%A9.levers.yaml': '' });
    assert.equal(news, '1 plan: none at risk; 1 file is no plan yet');
    assert.equal(levers.length, 6);
    assert.deepEqual(
      plans.map(({ title, covered, levers: six }) => [title, covered, six.map(({ depth }) => depth).join('')]),
      [
        ['AI assist for the service desk', '4 of 6', '222002'],
        ['é.levers.yaml', '0 of 6', '000000'],
      ],
    );
    assert.equal(plans[0]?.detail, 'Active · On track: nothing is overdue, missed or left to fill in');
    assert.equal(plans[0]?.levers[0]?.label, 'AI assist for the service desk, Leadership: 2 Covered; 1 strategy');
  });

  it('calls a plan without a title as its file is called, however that is written', () => {
    assert.equal(drawn({ 'file:///50%.levers.yaml': '' }).plans[0]?.title, '50%.levers.yaml');
  });

  it('has a month for each from the first go-live to the last', () => {
    const { calendar } = drawn({ 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': second });
    assert.deepEqual(
      calendar.map(({ month, goLives }) => [month, ...goLives.map(({ day, title }) => `${day} ${title}`)]),
      [['2027-05', '2027-05-03 AI assist for the service desk'], ['2027-06'], ['2027-07', '2027-07-05 AI search']],
    );
    assert.deepEqual(drawn({ 'file:///a.levers.yaml': '' }).calendar, []);
    const far = cleanPlan
      .replace('goLive: 2027-05-03', 'goLive: 9027-05-03')
      .replace('end: 2027-12-17', 'end: 9999-01-01');
    assert.equal(drawn({ 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': far }).calendar.length, 36);
  });

  it('says for each group and month which plans change something', () => {
    const { load, months } = drawn({ 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': second });
    const agents = load.find(({ title }) => title === 'Agents');
    assert.equal(agents?.detail, 'Impact: High');
    const march = agents?.cells[months.indexOf('2027-03')];
    assert.deepEqual(march?.keys, ['file:///a.levers.yaml', 'file:///b.levers.yaml']);
    assert.equal(march?.label, 'Agents, 2027-03: AI assist for the service desk and AI search (6 strategies in all)');
  });

  it('says the same in Chinese', () => {
    const texts = { 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': second };
    const { news, plans, load, months, words } = drawn(texts, 'zh-CN');
    assert.equal(news, '2 个计划：没有计划有风险；2027年3月至10月有 2 个计划影响Agents；另有 1 个群体受多个计划影响');
    assert.equal(plans[0]?.covered, '4/6');
    assert.match(plans[0]?.detail ?? '', /^执行中 · 进展顺利：/);
    assert.equal(
      load[0]?.cells[months.indexOf('2027-03')]?.label,
      'Agents、2027-03：AI assist for the service desk、AI search（共 6 项策略）',
    );
    for (const [name, word] of Object.entries(words)) assert.match(word, /\p{Script=Han}/u, name);
  });
});
