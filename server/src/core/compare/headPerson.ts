/** The change lead and the sponsor: one kind of change each, told alike. */
import type { Text } from '../i18n/message.ts';
import { type Counting, counted } from '../i18n/phrases.ts';
import { folded } from '../model/personName.ts';
import { occurrences } from '../model/references.ts';
import { spanOf } from '../syntax/tree.ts';
import type { ChangeKind } from './change.ts';
import { isSameName, type PersonChange, personChange, roleText, takeAlike } from './people.ts';
import { keyText } from './words.ts';

const words: Readonly<Record<PersonChange, Text>> = {
  replaced: { en: '{role}: {to} instead of {from}{also}{still}', 'zh-CN': '{role}：由{from}改为{to}{also}{still}' },
  found: { en: '{role}: {to} (nobody was named before){also}', 'zh-CN': '{role}：{to}（此前无人担任）{also}' },
  lost: { en: '{role}: nobody any more (it was {from}){also}', 'zh-CN': '{role}：目前无人担任（原为{from}）{also}' },
  respelt: { en: '{role}: the name is written {to}, not {from}', 'zh-CN': '{role}：姓名写法由{from}改为{to}' },
};

const still: Counting = {
  one: { en: '; {from} is still named in 1 place', 'zh-CN': '；另有 1 处仍写着{from}' },
  many: { en: '; {from} is still named in {n} places', 'zh-CN': '；另有 {n} 处仍写着{from}' },
};
const also: Text = { en: ', also as {roles}', 'zh-CN': '，同时作为{roles}' };

/** The kind for the person under a key of the section `plan`. */
export function headPerson(key: 'owner' | 'sponsor', kind: Omit<ChangeKind, 'level' | 'find'>): ChangeKind {
  return {
    ...kind,
    level: 'decide',
    *find(comparison) {
      const { plan } = comparison.after;
      for (const difference of comparison.take('plan', key)) {
        const how = personChange(difference, comparison);
        if (!how) continue;
        const { from, to, before, after } = difference;
        const others = how === 'replaced' || how === 'respelt' ? takeAlike(difference, comparison) : [];
        const places = occurrences(plan).filter(
          ({ kind: what, name }) => what === 'person' && folded(name) === folded(String(from)),
        ).length;
        const left = how === 'replaced' && places > 0 ? counted(still, places) : undefined;
        const roles = others.map((one) => roleText(one, comparison));
        yield {
          text: words[how],
          data: {
            role: keyText(difference),
            from: String(from ?? ''),
            to: String(to ?? ''),
            also: roles.length ? { text: also, data: { roles } } : '',
            still: left ? { ...left, data: { ...left.data, from: String(from) } } : '',
          },
          // One letter may be a slip, or another person.
          ...(how === 'respelt' && { level: isSameName(difference) ? ('quiet' as const) : ('note' as const) }),
          about: [String(from), String(to)],
          before: before && spanOf(before),
          after: after && spanOf(after),
        };
      }
    },
  };
}
