/** The brief of a plan: text in, what stands on the page out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { brief } from '../../server/src/core/brief/brief.ts';
import { htmlOf } from '../../server/src/core/brief/element.ts';
import { briefHtml } from '../../server/src/core/brief/html.ts';
import type { Brief, BriefList } from '../../server/src/core/brief/model.ts';
import { briefPage } from '../../server/src/core/brief/page.ts';
import { briefText } from '../../server/src/core/brief/text.ts';
import { compare } from '../../server/src/core/compare/compare.ts';
import { Comparison } from '../../server/src/core/compare/comparison.ts';
import { since } from '../../server/src/core/compare/since.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

function of(text: string, locale: 'en' | 'zh-CN' = 'en', today = context.today): Brief {
  return brief(parse(text), { ...context, locale, today });
}

const lines = ({ items, more }: BriefList) => [
  ...items.map(({ title, detail }) => [title, detail].filter(Boolean).join(' | ')),
  ...(more ? [more] : []),
];

const hospital = readFileSync('examples/hospital-ai-scribe.levers.yaml', 'utf8');

describe('the brief of a plan', () => {
  it('says why, what, for whom and when', () => {
    const { title, about, people, asOf, health, why, goLive } = of(hospital, 'en', '2027-04-16');
    assert.deepEqual(
      [title, about, people.map(({ text }) => text), asOf],
      [
        'AI documentation assistant for clinicians',
        ['Larkmoor Regional Hospitals', 'Active', 'revision 6', 'Internal'],
        ['Sponsor Dr. Miriam Castell', 'Change lead Nuala Brandt'],
        '',
      ],
    );
    assert.deepEqual(
      [health.word, health.reason],
      [
        'Needs attention',
        '“Typists with an agreed next role” is at 47% where 68% was expected; approval pending: Data protection.',
      ],
    );
    assert.match(why.need, /^Our physicians finish their notes at home\..*the patient\.$/);
    assert.match(why.solution, /^An assistant that listens/);
    assert.match(why.unchanged, /^If nothing changes: Three physicians left us/);
    assert.deepEqual(goLive, {
      heading: 'Go-live',
      days: '59',
      of: 'days to Jun 14, 2027',
      own: { name: 'goLive', label: 'Go-live date: Jun 14, 2027, edit' },
      others: ['Sep 13: Go-live at Sallow Bay and Pell Street and on the wards'],
      people: '1,315 people in 9 groups; 438 of them strongly affected',
    });
  });

  it('is plain text too, with all that the page says', () => {
    const page = of(hospital, 'en', '2027-04-16');
    const text = briefText(page);
    const { risks, dates, groups, asked, exceptions, measures, lanes } = page;
    const said = [
      page.title,
      ...[risks, dates, groups, asked, exceptions].flatMap(({ heading, items, more }) => [
        ...(items.length ? [heading, more] : []),
        ...items.flatMap(({ title, detail }) => [title, detail]),
      ]),
      ...measures.rows.flatMap(({ title, values, verdict }) => [title, values, verdict]),
      ...lanes.lanes.flatMap(({ title, bars, note }) => [title, note, ...bars.map(({ label }) => label)]),
      ...page.state,
    ];
    for (const words of said) assert.ok(text.includes(words), words);
    assert.doesNotMatch(text, /\n\n\n| · (?:·|$)|undefined/m);
    assert.match(briefText(of('')), /^Change plan\n/);
  });

  it('marks values that can be filled in for the panel, and in no file', () => {
    const { people } = of(hospital);
    assert.deepEqual(people[0], {
      name: 'sponsor',
      text: 'Sponsor Dr. Miriam Castell',
      label: 'Sponsor: Dr. Miriam Castell, edit',
    });
    const marks = (html: string) => [...html.matchAll(/data-fill="([^"]*)"/g)].map(([, mark]) => mark);
    assert.deepEqual(marks(briefHtml(of(hospital))), []);
    assert.deepEqual(marks(htmlOf(briefPage(of(hospital), true))), ['plan sponsor', 'plan owner', 'plan goLive']);
  });

  it('says what is asked, what may go wrong, what comes next, and whom to watch', () => {
    const { asked, risks, dates, groups } = of(hospital);
    assert.deepEqual(lines(asked), [
      'Approval by Data protection | Owen Lascelles · pending',
      'Pilot review on Apr 30, 2027 | Errors found at 75% or more; No gap by accent; Two of three pilot physicians want to keep it',
      'Go-live in the clinics of Larkmoor General on Jun 14, 2027 | 95% trained; Every typist knows their next role; Fallback rehearsed',
      'Approved: Sponsor and Staff council',
    ]);
    assert.deepEqual(
      risks.items.map(({ key }) => key),
      ['risks/typing-pool', 'risks/accents', 'risks/signed-unread'],
    );
    assert.equal(risks.more, 'and 3 more');
    assert.deepEqual(lines(dates).slice(0, 2), [
      'Apr 23 | an activity of “Assess Organizational Structure Impact” is due',
      'Apr 30 | Pilot review',
    ]);
    assert.deepEqual(lines(groups), [
      'Medical typists (34) | Resistant; strongly affected; “You are training my replacement with my letters.”',
      'Physicians with their own clinics (286) | Skeptical; strongly affected; “If it saves ten minutes, will you book another patient into them?”',
    ]);
  });

  it('says of each measure where it stands and where it should, the next date first, and of the others how many', () => {
    const { rows, rest } = of(hospital).measures;
    assert.deepEqual(
      rows.map(({ title, values, verdict }) => `${title}: ${values} ${verdict}`),
      [
        'Typists with an agreed next role: 47% → 100% by May 28 ▲ behind',
        'Planted errors found in practice drafts: 78% → 90% by Sep 30 ✓ ahead',
        'Typists who fear for their job: 59% → 20% by Sep 30 ✓ on course',
        'Patients who say they were asked first: 86% → 95% by Oct 29 ✓ ahead',
        'Minutes of note writing after 18:00 per physician and clinic day: 51 minutes → 40 minutes by Nov 30 ✓ ahead',
      ],
    );
    assert.match(rest, /^7 measures have no reading yet; the next is due on Jun 11 \(Physicians and residents trained/);
    const example = cleanPlan.replace(
      'target: 80, by: 2027-08-31 }',
      'target: 80, by: 2027-08-31, source: Example numbers until you put in your own, readings: [{ on: 2027-02-01, value: 80 }] }',
    );
    assert.deepEqual(
      [of(example).measures.rows, of(example).measures.rest],
      [[], '1 measure is still to be filled in'],
    );
  });

  it('draws late work late, a lever left out with its reason, and nothing as fine that is to be filled in', () => {
    const text = cleanPlan
      .replace('audience: [leads], due: 2027-10-29', 'audience: [leads], start: 2027-01-11, due: 2027-02-26')
      .replace('owner: Bo', 'owner: TBD');
    const { lanes } = of(text);
    assert.equal(lanes.heading, '3 of 6 levers covered, 3 of 4 strategies on time');
    assert.deepEqual(
      lanes.lanes.map(({ title, bars, note }) =>
        [title, ...bars.map(({ look }) => look), note].filter(Boolean).join(' '),
      ),
      [
        'Leadership late',
        'Ecosystem planned still to be filled in',
        'Values planned',
        'Enablement left out: Training is in the plan of the learning team.',
        'Rewards left out: The union agreement rules out rewards until 2028.',
        'Structure planned',
      ],
    );
    assert.deepEqual(
      lanes.legend.map(({ word }) => word),
      ['planned', 'late'],
    );
    assert.equal(of(text).state[0], '1 place to fill in');
  });

  it('says on which day it is judged where that is another, and that this is old or still to come', () => {
    const asOf = (today: string, locale: 'en' | 'zh-CN' = 'en') => of(cleanPlan, locale, today).asOf;
    assert.equal(asOf('2027-03-01'), '');
    assert.equal(asOf('2027-03-11'), 'as of Mar 1, 2027');
    assert.equal(asOf('2027-06-09'), 'as of Mar 1, 2027, 100 days ago');
    assert.equal(asOf('2027-02-01'), 'as of Mar 1, 2027, a day that is still to come');
    assert.equal(asOf('2027-06-09', 'zh-CN'), '截至 2027年3月1日（100 天前）');
  });

  it('counts the days to go-live, and since', () => {
    const on = (asOf: string) => {
      const { days, of: what } = of(cleanPlan.replace('asOf: 2027-03-01', `asOf: ${asOf}`)).goLive;
      return `${days} ${what}`.trim();
    };
    assert.equal(on('2027-05-02'), '1 day to May 3, 2027');
    assert.equal(on('2027-05-03'), 'today, May 3, 2027');
    assert.equal(on('2027-05-13'), '10 days since May 3, 2027');
  });

  it('names exceptions with their reasons, as long as they hold', () => {
    const text = `# levers-ignore-file sponsor-missing until 2027-05-01: the board appoints someone in May\n${cleanPlan}`;
    assert.deepEqual(lines(of(text).exceptions), ['the board appoints someone in May | until May 1, 2027']);
    assert.deepEqual(lines(of(text, 'en', '2027-05-02').exceptions), []);
  });

  it('asks again for the approval of an older revision', () => {
    const approvals = 'approvals:\n  - { role: Board, name: Kim, status: approved, revision: 3 }\n';
    const text = `${cleanPlan.replace('  owner: Ana', '  owner: Ana\n  revision: 4')}${approvals}`;
    assert.deepEqual(lines(of(text).asked), [
      'Approval by Board | Kim · approved revision 3; the plan is at revision 4',
    ]);
  });

  it('asks for decisions that are open, with the day by which they are needed', () => {
    const decisions = `decisions:
  - { on: 2027-01-22, title: Pause the pilot, by: Kim }
  - { title: Extend to the branches, status: open }
  - { title: Buy the larger licence, by: Board, status: open, due: 2027-03-19 }
  - { title: Hire a coach, status: open, due: 2027-02-22 }
  - { title: Move the service desk, status: put-off, due: 2027-06-01 }
`;
    assert.deepEqual(lines(of(`${cleanPlan}${decisions}`).asked), [
      'Decide: Hire a coach | was needed by Feb 22, 2027',
      'Decide: Buy the larger licence | Board · needed by Mar 19, 2027',
      'Decide: Extend to the branches',
    ]);
    assert.deepEqual(lines(of(`${cleanPlan}${decisions}`, 'zh-CN').asked).slice(0, 1), [
      '请决定：Hire a coach | 应在 2027年2月22日之前决定',
    ]);
  });

  it('asks no more for an approval that was given later', () => {
    const approvals = `approvals:
  - { role: Board, name: Kim, status: rejected, on: 2027-01-22 }
  - { role: Board, name: Kim, status: approved, on: 2027-02-12 }
`;
    assert.deepEqual(lines(of(`${cleanPlan}${approvals}`).asked), []);
  });

  it('says of each go-live for whom it is', () => {
    const waves = cleanPlan.replace(
      /milestones:\n.*\n/,
      `milestones:
  - { id: w1, title: Wave 1, date: 2027-05-03, kind: go-live, audience: [agents] }
  - { id: w2, title: Wave 2, date: 2027-06-07, kind: go-live, audience: [leads, agents] }
  - { id: w3, title: Wave 3, date: 2027-09-06, kind: go-live, audience: all }
`,
    );
    const others = (locale: 'en' | 'zh-CN') => of(waves, locale).goLive.others;
    assert.deepEqual(others('en'), [
      'May 3: Wave 1 (Agents)',
      'Jun 7: Wave 2 (Team leads and Agents)',
      'Sep 6: Wave 3 (everyone)',
    ]);
    assert.match(others('zh-CN')[2] ?? '', /Wave 3（所有群体）$/);
  });

  it('leaves out what a plan does not say, whatever it is', () => {
    for (const text of [
      '',
      '42',
      '- a',
      'plan:',
      'plan: [',
      'approvals:\n  - ',
      'milestones: [{ date: 2027-01-01 }]',
    ]) {
      const { why, goLive, asked, risks, groups, exceptions, measures, people } = of(text);
      assert.deepEqual(
        [why.need, why.solution, why.unchanged, goLive.days, goLive.people, people],
        ['', '', '', '', '', []],
        text,
      );
      for (const { items } of [asked, risks, groups, exceptions]) assert.deepEqual(items, [], text);
      assert.deepEqual(measures.rows, [], text);
    }
  });

  it('of a plan that is compared has ghosts of what was elsewhere', () => {
    const before = cleanPlan
      .replace('goLive: 2027-05-03', 'goLive: 2027-06-07')
      .replace(/(use: executive-briefings.*due: )2027-10-29/, '$12027-09-30')
      .replace(/^( {2}structure:\n.*\n)/m, '$1      - { id: desk, title: New desk, owner: Cy, due: 2027-02-01 }\n');
    const [was, is] = [parse(before), parse(cleanPlan)];
    const comparison = new Comparison({ plan: was, context }, { plan: is, context });
    const page = brief(is, context, since(comparison, compare(comparison)));
    const bars = page.lanes.lanes.flatMap((lane) => lane.bars);
    assert.deepEqual(
      bars.flatMap(({ was, label }) => (was ? label : [])),
      ['Develop Focused Executive Briefings; planned; Oct 29, 2027; was until Sep 30, 2027'],
    );
    assert.deepEqual(
      bars.flatMap(({ look, label }) => (look === 'was' ? label : [])),
      ['New desk; gone; was until Feb 1, 2027'],
    );
    assert.deepEqual(page.lanes.legend.at(-1), { look: 'was', word: 'in the version before' });
    assert.deepEqual(
      page.lanes.past.map(({ label }) => label),
      ['go-live was Jun 7'],
    );
    assert.match(briefText(page), /^\d changes, the gravest: .*\nGone: “New desk”\.\n\n/);
    const html = htmlOf(briefPage(page));
    assert.equal(html.match(/class="bar was"/g)?.length, 3);
    assert.doesNotMatch(htmlOf(briefPage(of(cleanPlan))), /class="(?:bar was|past|since)"/);
  });

  it('says everything in Chinese', () => {
    const { health, goLive, lanes, measures, state, asked } = of(cleanPlan, 'zh-CN');
    const words = [health.word, health.reason, goLive.of, lanes.heading, measures.heading, asked.heading, ...state];
    for (const word of words) assert.match(word, /\p{Script=Han}/u);
    assert.equal(goLive.of, '天后上线（2027年5月3日）');
  });
});
