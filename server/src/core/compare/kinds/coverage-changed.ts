/** Levers that are no longer covered, or are at last. */

import { notCountedWords } from '../../analysis/coach.ts';
import { coverage, type LeverCoverage, minimumLevers, type NotCounted } from '../../analysis/coverage.ts';
import { leverInText, strategyTitle } from '../../analysis/labels.ts';
import type { Message, Text, Value } from '../../i18n/message.ts';
import { inTurn } from '../../i18n/phrases.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison, Side } from '../comparison.ts';
import { placeOf } from '../thing.ts';

/** Why the strategies of a lever no longer count: “Live demos” (it is cancelled). */
function reasons(lever: LeverCoverage, { context }: Side): Value {
  const because = lever.strategies.map(({ strategy, notCounted }): Message => {
    const title = strategyTitle(strategy, context.catalog);
    return {
      text: { en: '“{title}” does not count: {why}', 'zh-CN': '“{title}”未计入：{why}' },
      data: { title, why: notCountedWords[notCounted as NotCounted] },
    };
  });
  return because.length ? { text: { en: ' ({list})', 'zh-CN': '（{list}）' }, data: { list: inTurn(because) } } : '';
}

const below: Text = { en: ', fewer than the {minimum} that are needed', 'zh-CN': '，少于所需的 {minimum} 个' };
const recommended: Text = { en: ', below the recommended {minimum}', 'zh-CN': '，低于建议的 {minimum} 个' };

function standing({ before, after }: Comparison): Message {
  const [from, to] = [before, after].map(({ plan, context }) => coverage(plan, context.catalog).covered.length) as [
    number,
    number,
  ];
  const minimum = minimumLevers(after.context.settings);
  const under = to >= minimum ? '' : { text: minimum === 4 ? recommended : below, data: { minimum } };
  return {
    text:
      from === to
        ? { en: '{to} of 6 levers as before{under}', 'zh-CN': '仍为 {to}/6 个 LEVERS{under}' }
        : { en: '{from} → {to} of 6 levers{under}', 'zh-CN': '由 {from} 个变为 {to} 个（共 6 个 LEVERS）{under}' },
    data: { from, to, under },
  };
}

export const kind: ChangeKind = {
  id: 'coverage-changed',
  level: 'decide',
  summary: { en: 'A lever is no longer covered, or is at last.', 'zh-CN': '某个 LEVERS 不再启用，或终于启用了。' },
  why: {
    en: 'People change when several influences pull together; the source recommends four or more.',
    'zh-CN': '多种影响共同作用，人才会改变；来源建议启用四个或更多。',
  },
  *find(comparison) {
    const { before, after } = comparison;
    const [was, is] = [before, after].map(({ plan, context }) => coverage(plan, context.catalog).levers) as [
      readonly LeverCoverage[],
      readonly LeverCoverage[],
    ];
    const changed = is.filter((lever, index) => {
      const other = was[index] as LeverCoverage;
      return lever.covered !== other.covered && !lever.unread && !other.unread;
    });
    const lost = changed.filter(({ covered }) => !covered);
    const gained = changed.filter(({ covered }) => covered);
    const place = (side: 'before' | 'after', lever: LeverCoverage | undefined) => {
      const thing = comparison.things.find(
        ({ kind, [side]: entry }) => kind === 'lever' && entry && 'id' in entry && entry.id === lever?.lever,
      );
      return placeOf(thing?.[side]);
    };
    for (const [how, levers] of [
      ['lost', lost],
      ['gained', gained],
    ] as const) {
      if (levers.length === 0) continue;
      const names = levers.map(({ lever }) => leverInText(lever, after.context.catalog));
      const more = how === 'gained' && lost.length > 0;
      yield {
        text:
          how === 'lost'
            ? {
                en:
                  names.length > 1
                    ? '{names} are no longer covered: {standing}{why}'
                    : '{names} is no longer covered: {standing}{why}',
                'zh-CN': '{names}不再启用：{standing}{why}',
              }
            : {
                en: names.length > 1 ? '{names} are now covered{standing}' : '{names} is now covered{standing}',
                'zh-CN': '{names}现已启用{standing}',
              },
        data: {
          names,
          standing:
            how === 'lost'
              ? standing(comparison)
              : more
                ? ''
                : { text: { en: ': {standing}', 'zh-CN': '：{standing}' }, data: { standing: standing(comparison) } },
          why: levers.map((lever) => reasons(lever, after)).filter((why) => why !== ''),
        },
        ...(how === 'gained' && { level: 'note' as const }),
        about: [how, ...levers.map(({ lever }) => lever)],
        before: place('before', levers[0]),
        after: place('after', levers[0]),
      };
    }
  },
};
