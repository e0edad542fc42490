/** Mistakes of content: every rule about what a plan says, in more than one plan. */
import { city, hospital, type Planted, retail, small } from './row.ts';

const elsewhere = { fixed: { elsewhere: true } };
const any = { fixed: {} };

/** The lines of a strategy of the hospital's Structure lever that is not needed for anything else. */
const loop = `      - use: ai-feedback-loop
        owner: Hana Sato
        audience: [physicians, nurses, residents]
        start: 2027-06-15
        due: 2027-12-17
        dependsOn: [go-live-clinics]
        measures: [days-to-fix]
`;

export const content: Record<string, readonly Planted[]> = {
  strategies: [
    hospital('misspelt', 'use: ai-model-transparency', 'use: ▸ai-model-transparancy', 'error unknown-strategy'),
    retail('misspelt', 'use: super-users', 'use: ▸superusers', 'error unknown-strategy'),
    city(
      'under another lever',
      '      - use: self-guided-onboarding',
      '      - use: ▸ai-talent-gap-analysis',
      'warning strategy-under-wrong-lever',
      { ...elsewhere, opens: true },
    ),
    hospital(
      'under another lever',
      loop,
      loop.replace('ai-feedback-loop', '▸live-demos'),
      'warning strategy-under-wrong-lever',
      elsewhere,
    ),
    hospital(
      'twice for the same people',
      loop,
      `${loop}${loop.replace('ai-feedback-loop', '▸ai-feedback-loop')}`,
      'warning duplicate-strategy',
      any,
    ),
    retail(
      'twice for the same people',
      'use: ai-change-network\n        summary',
      'use: ▸stakeholder-assessment\n        summary',
      'warning duplicate-strategy',
      { fixed: null },
    ),
    hospital(
      'without an owner',
      '        owner: Hana Sato\n        audience: [physicians, nurses, residents]',
      '        audience: [physicians, nurses, residents]',
      'warning strategy-without-owner',
      { at: '      - use: ▸ai-feedback-loop', ...any },
    ),
    city(
      'with a placeholder for an owner',
      '        owner: Greta Ollmann\n        audience',
      '        owner: ▸TBD\n        audience',
      'warning strategy-without-owner',
      any,
    ),
    city(
      'with an empty owner',
      '        owner: Greta Ollmann\n        audience',
      '        ▸owner:\n        audience',
      'warning strategy-without-owner',
      any,
    ),
    hospital(
      'without an audience',
      '        audience: [physicians, residents, patient-safety]\n',
      '',
      'warning strategy-without-audience',
      { at: '- use: ▸ai-model-transparency', ...any },
    ),
    city(
      'with an empty audience',
      '        audience: [home-builders, architects]\n',
      '        ▸audience: []\n',
      'warning strategy-without-audience',
      any,
    ),
    hospital('without a measure', '        measures: [days-to-fix]\n', '', 'info strategy-without-measure', {
      at: '      - use: ▸ai-feedback-loop',
      ...any,
    }),
    retail('without a measure', '        measures: [transfer-time, wait-time]\n', '', 'info strategy-without-measure', {
      at: '      - id: ▸always-a-person',
      ...any,
    }),
    city(
      'like one of the catalog',
      'title: Paper and the counter stay as good as the portal',
      'title: ▸Build an AI Dashboard',
      'hint custom-matches-catalog',
      elsewhere,
    ),
    retail(
      'like one of the catalog',
      'title: 外包坐席按解决质量结算，不再按接通量',
      'title: ▸建立双向反馈渠道',
      'hint custom-matches-catalog',
      elsewhere,
    ),
  ],
  ids: [
    city('two milestones of one id', '  - id: review-winter', '  - id: ▸pilot-review', 'error duplicate-id', any),
    retail(
      'two measures of one id',
      '{ id: trained, title',
      '{ id: ▸roles-clear, title',
      'error duplicate-id, error unknown-measure',
      { at: 'measures: [▸trained, errors-spotted]', about: 'duplicate-id', ...any },
    ),
    hospital('two risks of one id', '{ id: july, title', '{ id: ▸accents, title', 'error duplicate-id', any),
    hospital(
      'a group nobody declared',
      'audience: [department-heads, physicians]',
      'audience: [department-heads, ▸pharmacists]',
      'error unknown-stakeholder',
      elsewhere,
    ),
    retail(
      'a group misspelt',
      'audience: [agents, vendor-agents, union]',
      'audience: [agents, ▸vender-agents, union]',
      'error unknown-stakeholder',
    ),
    hospital('a measure misspelt', 'measures: [time-trust]', 'measures: [▸time-thrust]', 'error unknown-measure'),
    retail(
      'a measure nobody declared',
      'measures: [first-contact]\n      - id',
      'measures: [▸complaints]\n      - id',
      'error unknown-measure',
      elsewhere,
    ),
    hospital(
      'waiting for something unknown',
      'dependsOn: [go-live-clinics]',
      'dependsOn: [▸go-live-clinic]',
      'error unknown-dependency',
    ),
    retail(
      'answered by something unknown',
      'addressedBy: [always-a-person]',
      'addressedBy: [▸always-person]',
      'error unknown-dependency',
    ),
  ],
  dates: [
    city('on no calendar', '        due: 2027-07-30', '        due: ▸2027-07-32', 'error invalid-date', any),
    hospital('a review on no calendar', '2027-08-16, 2027-10-18', '2027-08-16, ▸2027-09-31', 'error invalid-date', any),
    city('due before it starts', '        due: 2027-12-03', '        due: ▸2027-07-02', 'error date-order', elsewhere),
    hospital('the end before go-live', '  end: 2027-12-17\n', '  end: ▸2027-05-17\n', 'error date-order', {
      ...elsewhere,
      opens: true,
    }),
    retail(
      'an activity',
      'start: 2027-08-09, due: 2027-08-20, audience',
      'start: 2027-08-09, due: ▸2027-08-02, audience',
      'error date-order',
      any,
    ),
    city('kept going until before go-live', '  until: 2028-03-31', '  until: ▸2027-08-31', 'error date-order', {
      fixed: null,
    }),
    city(
      'in a circle',
      '        due: 2027-03-05\n',
      '        due: 2027-03-05\n        dependsOn: [▸applicants-panel]\n',
      'error dependency-cycle',
      { ...elsewhere, opens: true },
    ),
    hospital(
      'in a circle',
      '        measures: [had-a-say]\n      - use: org',
      '        dependsOn: [▸training-strategy]\n        measures: [had-a-say]\n      - use: org',
      'error dependency-cycle',
      { ...elsewhere, opens: true },
    ),
    city('past and not done', '        due: 2027-07-30', '        due: ▸2027-06-04', 'warning overdue', elsewhere),
    retail('past and not done', '        due: 2027-06-18', '        due: ▸2027-05-07', 'warning overdue', elsewhere),
    city(
      'done before it began',
      '        measures: [complete-first-time]\n  rewards',
      '        status: ▸done\n        measures: [complete-first-time]\n  rewards',
      'warning status-contradicts-dates',
      any,
    ),
    hospital(
      'planned, though it began',
      '        due: 2027-11-26\n        status: in-progress',
      '        due: 2027-11-26\n        status: ▸planned',
      'warning status-contradicts-dates',
      any,
    ),
    city(
      'after the end of the plan',
      '        due: 2028-02-25',
      '        due: ▸2029-02-25',
      'warning outside-plan-window',
      elsewhere,
    ),
    hospital(
      'a milestone before the start',
      'date: 2027-03-01, kind',
      'date: ▸2026-03-01, kind',
      'warning outside-plan-window',
      any,
    ),
    retail(
      'a milestone after the end',
      'date: 2027-10-11, kind: review',
      'date: ▸2028-10-11, kind: review',
      'warning outside-plan-window',
      any,
    ),
    hospital(
      'starting before what it waits for',
      '        start: 2027-05-10\n        due: 2027-10-29\n        dependsOn: [pilot',
      '        start: 2027-04-19\n        due: 2027-10-29\n        dependsOn: [▸pilot',
      'warning dependency-order',
      any,
    ),
    city(
      'starting before what it waits for',
      '        start: 2027-09-07\n        due: 2028-03-31\n        dependsOn: [go',
      '        start: 2027-08-30\n        due: 2028-03-31\n        dependsOn: [▸go',
      'warning dependency-order',
      any,
    ),
  ],
  'the plan as a whole': [
    hospital('no sponsor', '  sponsor: Dr. Miriam Castell\n', '', 'warning sponsor-missing', {
      at: '▸plan:\n  id',
      ...elsewhere,
    }),
    city(
      'a placeholder for a sponsor',
      '  sponsor: Deputy Mayor Marit Oduya',
      '  sponsor: ▸tbc',
      'warning sponsor-missing',
      any,
    ),
    retail('the owner as the sponsor', '  sponsor: 周敏华', '  sponsor: ▸林晓岚', 'info sponsor-missing', any),
    retail(
      'no evidence',
      '  evidence:\n    - 2026 年共 312 万次来电和在线会话，其中 53% 集中在十五类简单问题\n    - 2026 年离职访谈中，“整天回答同样的问题”是坐席离职的首要原因\n    - 2026 年 11 月在八家门店跟班观察，每家店平均每天九次打电话向总部询问规定\n',
      '',
      'warning need-without-evidence',
      { at: '▸purpose:', ...elsewhere },
    ),
    hospital(
      'empty evidence',
      "  evidence:\n    - Sign-in data for October 2026, with 74 minutes of note writing after 18:00 per physician and clinic day\n    - Staff survey 2026 with 412 answers, where paperwork is the first reason for cutting one's hours\n    - Two clinics shadowed in November 2026, with eyes on the screen for eight of fifteen minutes\n",
      '  ▸evidence: []\n',
      'warning need-without-evidence',
      elsewhere,
    ),
  ],
  groups: [
    city(
      'high impact and in no audience',
      '- { id: heritage-office, name: Heritage office of the region, kind: partners, impact: low }',
      '- { id: ▸heritage-office, name: Heritage office of the region, kind: partners, impact: high, behaviors: { know: I know whom to ask., choose: I choose to ask. } }',
      'warning high-impact-group-uncovered',
      { ...elsewhere, opens: true },
    ),
    hospital(
      'high impact and in no audience',
      '- { id: family-doctors, name: Family doctors who get our letters, kind: partners, size: 190, impact: low }',
      '- { id: ▸social-workers, name: Social workers, impact: high, behaviors: { know: I know whom to ask., choose: I choose to ask. } }\n  - { id: family-doctors, name: Family doctors who get our letters, kind: partners, size: 190, impact: low }',
      'warning high-impact-group-uncovered',
      { ...elsewhere, opens: true },
    ),
    city(
      'in no audience and no risk',
      '- { id: heritage-office,',
      '- { id: ▸neighbors, name: Neighbors, impact: low }\n  - { id: heritage-office,',
      'info unused-stakeholder',
      elsewhere,
    ),
    retail(
      'in no audience and no risk',
      '  - { id: union, name',
      '  - { id: ▸franchise, name: 加盟店, impact: low }\n  - { id: union, name',
      'info unused-stakeholder',
      elsewhere,
    ),
    city(
      'without what they choose',
      '      choose: I choose to go through the answer with people who find it hard to read.\n',
      '',
      'info missing-know-or-choose',
      { at: '    ▸behaviors:\n      know: I know how to scan', ...elsewhere },
    ),
    retail('without what they know', '      know: 我知道按 0 就能找到人。\n', '', 'info missing-know-or-choose', {
      at: '    ▸behaviors:\n      choose: 我愿意多试一次',
      ...elsewhere,
    }),
    city(
      'against it, and nothing answers that',
      '- { id: staff-council, name: Staff council, kind: employee-representatives, size: 9, impact: low, influence: high }',
      '- { id: staff-council, name: Staff council, kind: employee-representatives, size: 9, impact: low, influence: high }\n  - { id: ▸neighbors, name: Neighbors, impact: low, attitude: ▸resistant }',
      'info unused-stakeholder, warning resistance-unaddressed',
      { about: 'resistance-unaddressed', ...elsewhere },
    ),
    retail(
      'against it, and nothing answers that',
      'name: 会员顾客, kind: customers, impact: low',
      'name: 会员顾客, kind: customers, impact: low, attitude: ▸resistant',
      'warning resistance-unaddressed',
      elsewhere,
    ),
  ],
  measures: [
    city('without a goal', '    target: 25\n', '', 'warning measure-incomplete', {
      at: '  - id: ▸fear-of-counting',
      ...elsewhere,
    }),
    hospital(
      'without a day',
      'target: 7, by: 2027-11-30, cadence',
      'target: 7, cadence',
      'warning measure-incomplete',
      { at: 'id: ▸days-to-fix', ...any },
    ),
    retail('without a start', 'baseline: 21, target: 5', 'target: 5', 'info measure-incomplete', {
      at: 'id: ▸days-to-fix',
      ...any,
    }),
    city('with a goal that is no change', '    target: 25\n', '    target: ▸71\n', 'warning measure-incomplete', {
      fixed: '    target: 71\n    direction: hold\n',
    }),
  ],
  risks: [
    city(
      'a grave one without an answer',
      '    response: Switch on a Saturday, keep the old mask until the end of October, and rehearse the way back once.\n',
      '',
      'warning risk-without-response',
      { at: '  - id: ▸portal-down', ...any },
    ),
    hospital(
      'a grave one without an answer',
      'response: Rosters with two super users per site and week by 7 May., owner',
      'owner',
      'warning risk-without-response',
      { at: 'id: ▸july', ...any },
    ),
    city('no downtime', '    kind: downtime\n', '    kind: other\n', 'hint downtime-not-planned', {
      at: '      - ▸processes\n',
      ...elsewhere,
    }),
    retail('no downtime', 'kind: downtime,', 'kind: data,', 'hint downtime-not-planned', {
      at: '[▸processes, systems, behaviors, performance-reviews]',
      ...elsewhere,
    }),
  ],
  levers: [
    small(
      'three of six',
      '      - { use: ai-governance, owner: Cy,',
      '      - { use: ai-governance, status: paused, owner: Cy,',
      'warning coverage-below-four',
      {
        given: [[/\n$/, '\n# levers-ignore-file sustain-coverage-below-four: goes on in the programme\n']],
        at: '▸levers:\n',
        ...elsewhere,
        opens: true,
      },
    ),
    small(
      'three of six, as one has no owner',
      'use: ai-purpose-value, owner: Ana,',
      'use: ai-purpose-value, owner: ▸TBD,',
      'warning strategy-without-owner, warning coverage-below-four',
      {
        given: [[/\n$/, '\n# levers-ignore-file sustain-coverage-below-four: goes on in the programme\n']],
        at: '▸levers:\n',
        about: 'strategy-without-owner',
        ...any,
      },
    ),
    small(
      'one left out without a reason',
      '  rewards: { notUsed: The union agreement rules out rewards until 2028. }\n',
      '',
      'hint unused-lever-without-reason',
      { at: '▸levers:', ...elsewhere },
    ),
    hospital(
      'one left out without a reason',
      '  rewards:\n    notUsed: >-\n      The pilot group asked us not to. A prize for recording more patients would make them wonder why they were asked.\n      The evening itself is the reward. We look at this again at the review in October.\n',
      '',
      'hint unused-lever-without-reason',
      { at: '▸levers:\n', ...elsewhere },
    ),
    small(
      'nothing goes on',
      '  goLive: 2027-05-03\n  end: 2027-12-17\n',
      '  goLive: ▸2027-11-03\n  end: 2028-01-14\n',
      'warning nothing-after-go-live',
      elsewhere,
    ),
    small(
      'three of six go on',
      'use: ai-governance, owner: Cy, audience: [agents], due: 2027-10-29',
      'use: ai-feedback-loop, owner: Cy, audience: [agents], due: 2027-04-30',
      'info sustain-coverage-below-four',
      { at: '▸levers:', ...elsewhere },
    ),
    small(
      'training only afterwards',
      '  enablement: { notUsed: Training is in the plan of the learning team. }\n',
      '  enablement: { strategies: [{ use: live-demos, owner: Bo, audience: [agents], start: ▸2027-05-10, due: 2027-06-11, measures: [weekly-use] }] }\n',
      'warning training-only-after-go-live',
      any,
    ),
    hospital(
      'training only afterwards',
      '        start: 2027-02-22\n',
      '        start: ▸2027-06-14\n',
      'warning training-only-after-go-live',
      {
        given: [
          [
            / {8}status: in-progress\n {8}dependsOn: \[stakeholder-assessment\]\n {8}measures: \[trained/,
            '        measures: [trained',
          ],
          [/start: 2027-05-10\n {8}due: 2027-10-29/, 'start: 2027-06-21\n        due: 2027-10-29'],
          [/ {10}- \{ title: (Find the planted|Talking about).*\n/g, ''],
        ],
        ...any,
      },
    ),
    small(
      'two of six rewards',
      '  rewards: { notUsed: The union agreement rules out rewards until 2028. }\n',
      '  ▸rewards: { strategies: [{ use: incentive-program, owner: Cy, audience: [agents], due: 2027-10-29, measures: [weekly-use] }, { use: early-adopter-recognition, owner: Cy, audience: [leads], due: 2027-10-29, measures: [weekly-use] }] }\n',
      'warning rewards-overweight',
      { ...elsewhere, opens: true },
    ),
    small(
      'rewards and no values',
      '  values:\n    strategies:\n      - { use: ai-purpose-value, owner: Ana, audience: [agents], due: 2027-10-29, measures: [weekly-use] }\n',
      '  values: { notUsed: They are asked anyway. }\n',
      'info rewards-without-values',
      {
        given: [
          [
            / {2}enablement: .*\n/,
            '  enablement: { strategies: [{ use: live-demos, owner: Bo, audience: [agents], start: 2027-04-05, due: 2027-10-29, measures: [weekly-use] }] }\n',
          ],
          [
            / {2}rewards: .*\n/,
            '  rewards: { strategies: [{ use: early-adopter-recognition, owner: Cy, audience: [leads], due: 2027-10-29, measures: [weekly-use] }] }\n',
          ],
        ],
        at: '  ▸rewards:',
        fixed: null,
      },
    ),
    small(
      'no structural lever',
      '  structure:\n    strategies:\n      - { use: ai-governance, owner: Cy, audience: [agents], due: 2027-10-29, measures: [weekly-use] }\n',
      '  structure: { notUsed: Processes stay as they are. }\n',
      'info factor-missing',
      {
        given: [
          [
            / {2}enablement: .*\n/,
            '  enablement: { strategies: [{ use: live-demos, owner: Bo, audience: [agents], start: 2027-04-05, due: 2027-10-29, measures: [weekly-use] }] }\n',
          ],
        ],
        at: '▸levers:\n',
        fixed: null,
      },
    ),
    retail(
      'use is tracked and nothing governs that',
      '      - use: ai-governance\n',
      '      - use: ai-reporting-dashboards\n',
      'warning usage-tracking-without-governance',
      {
        opens: true,
        given: [
          [/early-adopter-recognition/, 'ai-adoption-dashboard'],
          [/, policy-updates\]/, ']'],
          [/\[ai-governance\]/g, '[policy-updates]'],
          [/\[ai-governance/g, '[policy-updates'],
        ],
        at: '      - use: ▸ai-adoption-dashboard',
        ...elsewhere,
      },
    ),
    city('one person owns six', '        owner: Lotte Vries\n', '        owner: Bram Teller\n', 'info owner-overload', {
      given: [[/owner: (Greta Ollmann|Saida Melnyk|Tomas Brinkmann)(?=\n {8}audience)/g, 'owner: Bram Teller']],
      at: '        owner: ▸Bram Teller\n        audience: [case-officers, counter-staff]\n        start: 2027-09',
      ...elsewhere,
    }),
  ],
  'whole sections': [
    small(
      'no measures',
      'measures:\n  - { id: weekly-use, title: Weekly use, kind: adoption, baseline: 0, target: 80, by: 2027-08-31 }\n',
      '▸measures: []\n',
      'warning plan-without-measures',
      { given: [[/, measures: \[weekly-use\]/g, '']], ...elsewhere, opens: true },
    ),
    small(
      'measures of activity only',
      'kind: adoption, baseline: 0',
      'kind: activity, baseline: 0',
      'warning activity-measures-only',
      {
        given: [
          [
            /risks:/,
            '  - { id: trained, title: Trained, kind: activity, baseline: 0, target: 95, by: 2027-04-30 }\nrisks:',
          ],
        ],
        at: '▸measures:\n',
        ...elsewhere,
      },
    ),
    small(
      'no risks',
      'risks:\n  - { id: fear, title: Fear of job loss, kind: resistance, stakeholders: [agents], identified: 2027-01-11, response: Town hall }\n',
      '▸risks: []\n',
      'warning no-barriers-identified',
      elsewhere,
    ),
    small('risks found late', 'identified: 2027-01-11', 'identified: 2027-05-11', 'warning no-barriers-identified', {
      at: '▸risks:',
      ...elsewhere,
    }),
    city(
      'the measures are left out',
      'measures:\n  - id: complete-first-time',
      'x-measures:\n  - id: complete-first-time',
      'warning plan-without-measures',
      {
        given: [
          [/\n {8}measures: \[.*\]/g, ''],
          [/ {4}# levers-ignore.*\n/, ''],
        ],
        at: '▸plan:\n',
        ...elsewhere,
        opens: true,
      },
    ),
  ],
};
