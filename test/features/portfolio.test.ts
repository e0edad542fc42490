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

function drawn(texts: Readonly<Record<string, string>>, locale: Locale = 'en', threshold = 0): PortfolioPicture {
  const found = Object.entries(texts).map(([uri, text]) => {
    const document = TextDocument.create(uri, 'levers-plan', 1, text);
    return { uri, ...overview({ document, reading: parse(text) }, { ...view, locale }) };
  });
  const parts = found.map(({ uri, plan, groups }) => ({ plan: { uri, ...plan }, groups }));
  return portfolio(parts, { locale, today: '2027-03-01', threshold }, false).picture;
}

const second = cleanPlan
  .replace('AI assist for the service desk', 'AI search')
  .replace('goLive: 2027-05-03', 'goLive: 2027-07-05');

/** Clean plans with other titles, and what else a line of them is. */
const titled = (title: string, ...[from, to]: string[]) =>
  cleanPlan.replace('AI assist for the service desk', title).replace(from ?? '', to ?? '');

const lateTask = ['due: 2027-10-29', 'due: 2027-02-01'];

describe('the picture of a portfolio', () => {
  it('has a line for each plan: how it stands, its levers, go-live, change lead, people, what is next', () => {
    const written = cleanPlan
      .replace('name: Agents', 'name: Agents\n    size: 1200')
      .replace('impact: low', 'impact: low, size: 9');
    const { plans, news } = drawn({ 'file:///a.levers.yaml': written, 'file:///%C3%A9.levers.yaml': '' });
    assert.equal(news, '1 plan: none at risk; 1 file is no plan yet');
    const [first, last] = plans;
    assert.equal(
      first?.label,
      'AI assist for the service desk; Active · On track: nothing is overdue, missed or left to fill in',
    );
    assert.deepEqual(
      [first?.sign, first?.word, first?.covered, first?.goLive, first?.owner, first?.people, first?.next],
      ['✓', 'On track', '4/6', 'May 3, 2027', 'Ana', '1,209', 'Mar 15: Pilot'],
    );
    const squares = first?.levers.map(({ letter, depth, leftOut }) => `${letter}${leftOut ? '–' : depth}`);
    assert.equal(squares?.join(' '), 'L2 E2 V2 E– R– S2');
    assert.equal(first?.levers[0]?.label, 'Leadership: 2 Covered; 1 strategy');
    assert.deepEqual([last?.title, last?.word, last?.reason, last?.next], ['é.levers.yaml', 'No plan yet', '', '']);
  });

  it('calls a plan without a title as its file is called, and two of one title by their files, too', () => {
    assert.equal(drawn({ 'file:///50%.levers.yaml': '' }).plans[0]?.title, '50%.levers.yaml');
    const { plans } = drawn({ 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': cleanPlan });
    assert.deepEqual(
      plans.map(({ title }) => title),
      ['AI assist for the service desk (a.levers.yaml)', 'AI assist for the service desk (b.levers.yaml)'],
    );
  });

  it('sorts by health first, then by go-live; files that are no plans yet come last', () => {
    const { plans, sorts } = drawn({
      'file:///1.levers.yaml': '',
      'file:///2.levers.yaml': titled('A', 'goLive: 2027-05-03', 'goLive: 2027-07-05'),
      'file:///3.levers.yaml': titled('B'),
      'file:///4.levers.yaml': titled('C', ...lateTask),
      'file:///5.levers.yaml': titled('D', '  goLive: 2027-05-03\n', ''),
      'file:///6.levers.yaml': titled('E', 'goLive: 2027-05-03', 'goLive: 2027-02-08'),
    });
    const orders = sorts.map(({ key, order }) => `${key}: ${order.map((place) => plans[place]?.title).join(' ')}`);
    const empty = '1.levers.yaml';
    assert.deepEqual(orders.slice(1), [
      `goLive: C B A E D ${empty}`,
      `people: C D B A E ${empty}`,
      `title: A B C D E ${empty}`,
    ]);
    assert.equal(orders[0], `health: C D B A E ${empty}`);
  });

  it('has the go-lives of plans that have not ended in the order of time, and names those that clash', () => {
    const { goLives, clashes, months } = drawn({
      'file:///a.levers.yaml': titled('A', 'goLive: 2027-05-03', 'goLive: 2027-07-05'),
      'file:///b.levers.yaml': titled('B'),
      'file:///c.levers.yaml': titled('C', 'goLive: 2027-05-03', 'goLive: 2027-05-04'),
      'file:///d.levers.yaml': titled('D', 'status: active', 'status: closed'),
    });
    assert.deepEqual(
      goLives.map(({ days }) => days.map(({ label }) => label).join()),
      ['B on May 3, 2027: go-live', 'C on May 4, 2027: go-live', 'A on Jul 5, 2027: go-live'],
    );
    assert.deepEqual(
      clashes.map(({ label, n }) => `${n} ${label}`),
      ['2 May 3 – May 4, 2027: B and C'],
    );
    assert.deepEqual([months[0], months.at(-1)], ['2027-01', '2027-10']);
  });

  it('says for each group and month which plans change something, and where one goes live', () => {
    const { load, months } = drawn({ 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': second });
    const agents = load.find(({ title }) => title === 'Agents');
    assert.equal(agents?.detail, '2 plans Mar – Oct 2027 · Impact: High');
    const march = agents?.cells[months.indexOf('2027-03')];
    assert.deepEqual(march?.keys, ['file:///a.levers.yaml', 'file:///b.levers.yaml']);
    assert.equal(
      march?.label,
      'Agents, Mar 2027: AI assist for the service desk and AI search (6 strategies in all, load 6)',
    );
    assert.deepEqual([march?.text, agents?.cells[months.indexOf('2027-07')]?.text, march?.weight], ['2', '2 ◆', 6]);
  });

  it('marks loads over the threshold, and says so in words', () => {
    const texts = { 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': second };
    const cells = (threshold: number) => {
      const { load, months } = drawn(texts, 'en', threshold);
      return load.map(({ title, cells }) => `${title} ${cells[months.indexOf('2027-03')]?.text}`);
    };
    assert.deepEqual(cells(0), ['Agents 2', 'Team leads 2']);
    assert.deepEqual(cells(6), ['Agents 2', 'Team leads 2']);
    assert.deepEqual(cells(5), ['Agents 2 ▲', 'Team leads 2']);
    const { load, months, words, news } = drawn(texts, 'en', 5);
    assert.equal(
      load[0]?.cells[months.indexOf('2027-03')]?.label,
      'Agents, Mar 2027: AI assist for the service desk and AI search (6 strategies in all, load 6): over the threshold of 5',
    );
    assert.match(words.loadNote, / ◆ marks go-lives\. ▲ marks a load over the threshold of 5\.$/);
    assert.equal(drawn(texts).words.loadNote, words.loadNote.replace(/ ▲.*/, ''));
    assert.match(news, /; Agents carries a load of 6 Mar – Oct 2027, over the threshold of 5; /);
    assert.match(drawn(texts, 'zh-CN', 5).news, /；2027年3月至10月Agents的负荷为 6，超过阈值 5；/);
  });

  it('asks about groups of one id and several names, and says what to do', () => {
    const renamed = second.replace('name: Agents', 'name: Service desk');
    const texts = { 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': renamed };
    assert.deepEqual(drawn(texts).asked, [
      '“agents” is “Agents” in AI assist for the service desk and “Service desk” in AI search. If they are one group, give it the same name in each plan; if not, give them different ids.',
    ]);
    assert.match(drawn(texts, 'zh-CN').asked[0] ?? '', /^“agents”在不同计划中名称不同：/);
    assert.deepEqual(drawn({ ...texts, 'file:///b.levers.yaml': second }).asked, []);
  });

  it('says the same in Chinese', () => {
    const texts = { 'file:///a.levers.yaml': cleanPlan, 'file:///b.levers.yaml': second };
    const { news, plans, load, months, words, sorts } = drawn(texts, 'zh-CN');
    assert.equal(news, '2 个计划：没有计划有风险；2027年3月至10月有 2 个计划影响Agents；另有 1 个群体受多个计划影响');
    assert.deepEqual(
      [plans[0]?.word, plans[0]?.goLive, plans[0]?.next],
      ['进展顺利', '2027年5月3日', '3月15日：Pilot'],
    );
    assert.equal(
      load[0]?.cells[months.indexOf('2027-03')]?.label,
      'Agents、2027年3月：AI assist for the service desk、AI search（共 6 项策略，负荷 6）',
    );
    assert.deepEqual(
      sorts.map(({ title }) => title),
      ['状态', '上线日期', '人数', '标题'],
    );
    for (const [name, word] of Object.entries(words)) assert.match(word, /\p{Script=Han}/u, name);
  });
});
