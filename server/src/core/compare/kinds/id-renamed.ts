/** Something that goes by another id; what refers to it follows. */

import type { Text } from '../../i18n/message.ts';
import { type Counting, counted, quoted } from '../../i18n/phrases.ts';
import { occurrences } from '../../model/references.ts';
import type { RefKind } from '../../schema/schema.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import { thingWords } from '../words.ts';

const words = {
  id: { en: '{kind} {from} is now called {to}{follow}', 'zh-CN': '{kind} {from} 现名为 {to}{follow}' },
  both: {
    en: '{kind} “{was}” ({from}) is now called “{is}” ({to}){follow}',
    'zh-CN': '{kind}“{was}”（{from}）现名为“{is}”（{to}）{follow}',
  },
} satisfies Record<string, Text>;

const references: Counting = {
  one: { en: ', 1 reference follows', 'zh-CN': '，1 处引用随之更新' },
  many: { en: ', {n} references follow', 'zh-CN': '，{n} 处引用随之更新' },
};

export const kind: ChangeKind = {
  id: 'id-renamed',
  level: 'quiet',
  summary: { en: 'Something goes by another id; it is the same thing.', 'zh-CN': '某个部分换了标识，但仍是同一个。' },
  why: {
    en: 'You may look for the old one. Other plans and reports may use it.',
    'zh-CN': '您可能还会找旧的标识；别的计划和报告也可能在用它。',
  },
  *find(comparison) {
    const all = comparison.open(
      ({ key, from, to, thing }) => key === 'id' && thing.kind !== 'plan' && from !== undefined && to !== undefined,
    );
    comparison.tell(...all);
    for (const { thing, from, to, before, after } of all) {
      const n = [...occurrences(comparison.after.plan)].filter(
        ({ kind, name, introduces }) => kind === (thing.kind as RefKind) && name === to && !introduces,
      ).length;
      const name = comparison.takeOf(thing, 'name') ?? comparison.takeOf(thing, 'title');
      yield {
        text: name ? words.both : words.id,
        data: {
          kind: thingWords[thing.kind],
          from: quoted(String(from)),
          to: quoted(String(to)),
          was: String(name?.from ?? from),
          is: String(name?.to ?? to),
          follow: n === 0 ? '' : counted(references, n),
        },
        ...(name && { level: 'note' as const }),
        about: [thing.kind, String(from), String(to)],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
  },
};
