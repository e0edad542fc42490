/** A sponsor whom nobody sees: who owns, says and does nothing in the plan. */

import { lastGoLive } from '../analysis/goLives.ts';
import { strategiesRead } from '../analysis/liveStrategies.ts';
import type { Finding, Rule } from '../diagnostics/rule.ts';
import { type Entry, remembered } from '../model/entry.ts';
import { folded, isBody, isPlaceholder } from '../model/personName.ts';
import type { Plan, Strategy } from '../model/plan.ts';

/** Words for people who come from outside and leave again. */
const outsiders = /consult|vendor|agency|external|contractor|supplier|partner firm|顾问|外部|供应商|服务商|咨询/i;

/** Whether two names, folded, are of one person: a title before a name does not count, nor words around it. */
function isSame(one: string, other: string): boolean {
  if (/\p{Script=Han}/u.test(one)) return one.includes(other) || other.includes(one);
  return one === other || ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `);
}

/** Where a strategy names people who do something, each with the last day of it; '' where it has none. */
const doers = remembered((strategy): readonly { name: string; until: string }[] =>
  [strategy, ...strategy.entries('activities'), ...strategy.entries('deliverables')].flatMap((entry) => {
    const until = entry.date('due') ?? entry.date('start') ?? '';
    return ['owner', 'sender', 'title', 'channel'].flatMap((key) => {
      const text = entry.text(key);
      return text === undefined ? [] : { name: folded(text), until };
    });
  }),
);

/** What the sponsor does in a plan: the last day of each piece of work, '' where it has no day. */
function doings(plan: Plan, sponsor: string): string[] {
  const named = (name: string | undefined) => name !== undefined && isSame(folded(name), sponsor);
  const work = plan.strategies.flatMap((strategy) =>
    strategy.live ? doers(strategy).flatMap(({ name, until }) => (isSame(name, sponsor) ? until : [])) : [],
  );
  const led = plan.levers.flatMap((lever) => (named(lever.text('lead')) ? '' : []));
  const others: readonly Entry[] = [...plan.list('measures'), ...plan.list('risks')];
  const owned = others.flatMap((entry) => (named(entry.text('owner')) ? (entry.date('by') ?? '') : []));
  return [...work, ...led, ...owned, ...(named(plan.sustainment?.text('owner')) ? [''] : [])];
}

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
        '请让发起人负责领导力下的一项策略、发出一则信息（活动的 `sender`），或主持计划中写明的一次谈话；处于“保持中”的计划，其中一部分应在上线之后。',
    },
    allow: {
      en: 'When the sponsor acts through other channels that the plan need not list.',
      'zh-CN': '发起人通过其他渠道行动，不必写进计划时。',
    },
  },
  *check(plan) {
    const sponsor = plan.head?.word('sponsor');
    const owner = plan.head?.text('owner');
    const lead = owner === undefined || isPlaceholder(owner) ? undefined : folded(owner);
    if (!sponsor || isPlaceholder(sponsor.value) || isBody(sponsor.value) || sponsor.value.includes('\ufffd')) return;
    if (folded(sponsor.value) === lead || plan.strategies.length === 0 || !strategiesRead(plan)) return;
    const found = (text: Finding['text']): Finding => ({ span: sponsor.span, text, data: { name: sponsor.value } });
    const done = doings(plan, folded(sponsor.value));
    const goLive = plan.status === 'sustaining' ? lastGoLive(plan) : undefined;
    if (done.length === 0) {
      yield found({
        en: '{name} is the sponsor, and owns, says and does nothing in the plan. What will people see this leader do?',
        'zh-CN': '{name}是发起人，但在计划中既不负责、也不发声、没有任何行动。大家会看到这位领导者做什么？',
      });
    } else if (goLive && goLive !== 'unclear' && done.every((day) => day !== '' && day < goLive.value)) {
      yield found({
        en: 'Nothing that {name} does lies after go-live, while the change still has to last. What will people see the sponsor do now?',
        'zh-CN': '{name}的行动都在上线之前，而变更仍需巩固。接下来大家会看到发起人做什么？',
      });
    } else if (leadersAbsent(plan, lead)) {
      yield found({
        en: 'All strategies under Leadership belong to the change lead or to people from outside. Which of them will {name} or another leader take over?',
        'zh-CN': '领导力下的策略都由变更负责人或外部人员负责。{name}或其他领导者可以承担哪一项？',
      });
    }
  },
};
