/** A sponsor whom nobody sees: who owns, says and does nothing in the plan. */

import { lastGoLive } from '../analysis/goLives.ts';
import { strategiesRead } from '../analysis/liveStrategies.ts';
import type { Finding, Rule } from '../diagnostics/rule.ts';
import { type Entry, remembered } from '../model/entry.ts';
import { folded, isBody, isPlaceholder } from '../model/personName.ts';
import { ofLevers, type Plan, type Strategy } from '../model/plan.ts';

/** Words for people who come from outside and leave again. */
const outsiders = /consult|vendor|agency|external|contractor|supplier|partner firm|顾问|外部|供应商|服务商|咨询/i;

/** Whether a text names a person, or a name stands for the same one: a title before a name does not count, nor words around it. */
function isSame(text: string | undefined, person: string): boolean {
  if (text === undefined) return false;
  const one = folded(text);
  if (!one.includes(person) && !person.includes(one)) return false;
  return /\p{Script=Han}/u.test(one) || ` ${one} `.includes(` ${person} `) || ` ${person} `.includes(` ${one} `);
}

/** Where strategies and their parts name people who do something, and where measures and risks do. */
const inStrategies = ['owner', 'sender', 'title', 'channel'];
const inLists = ['owner'];

/** What somebody who is named under one of these keys does: the last day of each piece of work, '' where it has no day. */
const doings = remembered((work, person: string, keys: readonly string[]): readonly string[] =>
  [work, ...work.entries('activities'), ...work.entries('deliverables')].flatMap((part) => {
    const named = keys.some((key) => isSame(part.text(key), person));
    return named ? (part.date('due') ?? part.date('by') ?? part.date('start') ?? '') : [];
  }),
);

const doingsByLever = ofLevers((_, lever, person: string): readonly string[] => [
  ...(isSame(lever.text('lead'), person) ? [''] : []),
  ...lever.strategies.flatMap((strategy) => (strategy.live ? doings(strategy, person, inStrategies) : [])),
]);

/** What the sponsor does in a plan: the last day of each piece of work, '' where it has no day. */
function doingsIn(plan: Plan, sponsor: string): readonly string[] {
  const others: readonly Entry[] = [...plan.list('measures'), ...plan.list('risks')];
  return [
    ...doingsByLever(plan, sponsor).flat(),
    ...others.flatMap((entry) => doings(entry, sponsor, inLists)),
    ...(isSame(plan.sustainment?.text('owner'), sponsor) ? [''] : []),
  ];
}

/** Who leads a plan, by the section `plan`, each folded: its change lead, and its sponsor where that is another person. */
const leaders = remembered((head): { readonly lead: string | undefined; readonly sponsor: string | undefined } => {
  const [owner, named] = [head.text('owner'), head.text('sponsor')];
  const lead = owner === undefined || isPlaceholder(owner) ? undefined : folded(owner);
  const isSomebody = named !== undefined && !isPlaceholder(named) && !isBody(named) && !named.includes('\ufffd');
  return { lead, sponsor: isSomebody && folded(named) !== lead ? folded(named) : undefined };
});

/** Whether all work of leaders belongs to the change lead or to people from outside. */
function leadersAbsent(plan: Plan, lead: string | undefined): boolean {
  const ours = plan.strategies.filter((strategy) => strategy.live && strategy.lever.id === 'leadership');
  const delegated = (strategy: Strategy) => {
    const owner = strategy.text('owner');
    return owner !== undefined && ((lead !== undefined && folded(owner) === lead) || outsiders.test(owner));
  };
  const heard = (strategy: Strategy) =>
    strategy.entries('activities').some((activity) => {
      const sender = activity.text('sender');
      return sender !== undefined && folded(sender) !== lead && !outsiders.test(sender);
    });
  return ours.length > 0 && ours.every((strategy) => delegated(strategy) && !heard(strategy));
}

export const rule: Rule = {
  code: 'invisible-sponsor',
  severity: 'info',
  eases: true,
  summary: {
    en: 'The sponsor does nothing in the plan that people can see.',
    'zh-CN': '发起人在计划中没有任何看得见的行动。',
  },
  doc: {
    why: {
      en: 'The source says that leaders model the change: people watch what they do. Prosci finds active and visible sponsorship to be the first contributor to success. A sponsor who only signs, or leaves all work of leaders to the project, is not seen; after go-live the silence says that it is over.',
      'zh-CN':
        '来源资料指出，领导者要以身作则，人们看的是他们的行动。Prosci 的研究发现，积极而可见的发起人支持是首要成功因素。发起人只签字，或把领导者该做的全都交给项目组，大家就看不到他；上线之后不再出声，等于宣告事情已经过去。',
    },
    fix: {
      en: 'Let the sponsor own a strategy under Leadership, send a message (`sender` of an activity), or hold a talk that the plan names; in a plan that is sustaining, some of it after go-live.',
      'zh-CN':
        '请让发起人负责“领导力”下的一项策略、发出一则信息（活动的 `sender`），或主持计划中写明的一次谈话；处于“保持中”的计划，其中一部分应在上线之后。',
    },
    allow: {
      en: 'When the sponsor acts through other channels that the plan need not list.',
      'zh-CN': '发起人通过其他渠道行动，不必写进计划时。',
    },
  },
  *check(plan) {
    const { head } = plan;
    const sponsor = head?.word('sponsor');
    if (!head || !sponsor) return;
    const { lead, sponsor: person } = leaders(head);
    if (person === undefined || plan.strategies.length === 0 || !strategiesRead(plan)) return;
    const found = (text: Finding['text']): Finding => ({ span: sponsor.span, text, data: { name: sponsor.value } });
    const done = doingsIn(plan, person);
    const goLive = plan.status === 'sustaining' ? lastGoLive(plan) : undefined;
    if (done.length === 0) {
      yield found({
        en: '{name} is the sponsor, and owns, says and does nothing in the plan. What will people see this leader do?',
        'zh-CN': '“{name}”是发起人，但在计划中没有负责任何工作，也没有发声或其他行动。大家会看到这位领导者做什么？',
      });
    } else if (goLive && goLive !== 'unclear' && done.every((day) => day !== '' && day < goLive.value)) {
      yield found({
        en: 'Nothing that {name} does lies after go-live, while the change still has to last. What will people see the sponsor do now?',
        'zh-CN': '“{name}”的行动都在上线之前，而变更仍需巩固。接下来大家会看到发起人做什么？',
      });
    } else if (leadersAbsent(plan, lead)) {
      yield found({
        en: 'All strategies under Leadership belong to the change lead or to people from outside. Which of them will {name} or another leader take over?',
        'zh-CN': '“领导力”下的策略都由变更负责人或外部人员负责。“{name}”或其他领导者可以承担哪一项？',
      });
    }
  },
};
