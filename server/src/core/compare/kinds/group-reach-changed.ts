/** Groups that nothing reaches any more, or something at last. */
import { groupsReached, reach } from '../../analysis/reach.ts';
import type { Message, Text, Value } from '../../i18n/message.ts';
import { inTurn } from '../../i18n/phrases.ts';
import { everyone } from '../../model/declaredIds.ts';
import type { Entry } from '../../model/entry.ts';
import { idOf } from '../../model/plan.ts';
import { choiceName, shapes } from '../../schema/schema.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison } from '../comparison.ts';
import { placeOf, type Thing } from '../thing.ts';
import { listChange } from '../words.ts';

const words = {
  lost: {
    en: 'No strategy reaches {group}{impact} any more{why}',
    'zh-CN': '{group}{impact}不再有任何策略覆盖{why}',
  },
  found: { en: '{group}{impact}: now reached by {strategies}', 'zh-CN': '{group}{impact}现由{strategies}覆盖' },
  impact: { en: ' (impact: {impact})', 'zh-CN': '（影响：{impact}）' },
  narrowed: { en: '“{strategy}” is no longer for them', 'zh-CN': '“{strategy}”不再面向他们' },
  stopped: { en: '“{strategy}” does not reach them any more', 'zh-CN': '“{strategy}”不再覆盖他们' },
} satisfies Record<string, Text>;

function impactText(group: Entry): Value {
  const impact = group.text('impact');
  return impact ? { text: words.impact, data: { impact: choiceName(shapes.stakeholder.key('impact'), impact) } } : '';
}

/** What reached a group before and does not any more. */
function because(was: string, is: string, comparison: Comparison): readonly Message[] {
  const strategies = (reach(comparison.before.plan).get(was) ?? []).filter(({ live }) => live);
  const things = strategies.flatMap((strategy) => comparison.things.find(({ before }) => before === strategy) ?? []);
  return things.map((thing) => {
    const [narrowed] = comparison.open(
      (one) => one.thing === thing && one.key === 'audience' && listChange(one).less.includes(is),
    );
    // Where the audience has lost this group and nothing else, all is said with it.
    if (narrowed && listChange(narrowed).less.length + listChange(narrowed).more.length === 1)
      comparison.tell(narrowed);
    return { text: narrowed ? words.narrowed : words.stopped, data: { strategy: comparison.called(thing) } };
  });
}

function ids({ before, after }: Thing): readonly [was: string, is: string] | undefined {
  const [was, is] = [before, after].map((entry) => entry && idOf(entry)?.value);
  return was === undefined || is === undefined ? undefined : [was, is];
}

export const kind: ChangeKind = {
  id: 'group-reach-changed',
  level: 'decide',
  summary: {
    en: 'A group is no longer reached by anything, or is at last.',
    'zh-CN': '某个群体不再有策略覆盖，或终于有了。',
  },
  why: {
    en: 'Whom nothing is done for learns of the change on its first day.',
    'zh-CN': '没有任何安排的群体，要到上线当天才知道变革。',
  },
  *find(comparison) {
    const { before, after } = comparison;
    const [was, is] = [groupsReached(before.plan), groupsReached(after.plan)];
    if (!was || !is) return;
    for (const thing of comparison.kept('stakeholder')) {
      const [old, now] = ids(thing) ?? [];
      if (old === undefined || now === undefined || was.has(old) === is.has(now)) continue;
      const data = { group: comparison.called(thing), impact: impactText(thing.after) };
      const places = { before: placeOf(thing.before), after: placeOf(thing.after) };
      if (was.has(old)) {
        const why = because(old, now, comparison);
        yield {
          text: words.lost,
          data: {
            ...data,
            why: why.length ? { text: { en: ': {list}', 'zh-CN': '：{list}' }, data: { list: inTurn(why) } } : '',
          },
          ...(['high', 'medium'].includes(thing.after.text('impact') ?? '') ? {} : { level: 'note' as const }),
          about: ['lost', now],
          ...places,
        };
      } else {
        const found = [...(reach(after.plan).get(now) ?? []), ...(reach(after.plan).get(everyone) ?? [])];
        const strategies = found
          .filter(({ live }) => live)
          .flatMap((strategy) => comparison.things.find(({ after: entry }) => entry === strategy) ?? [])
          .map(
            (strategy): Message => ({
              text: { en: '“{title}”', 'zh-CN': '“{title}”' },
              data: { title: comparison.called(strategy) },
            }),
          );
        yield { text: words.found, data: { ...data, strategies }, level: 'note', about: ['found', now], ...places };
      }
    }
  },
};
