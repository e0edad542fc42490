/** People who take the place of others, each pair of them once. */
import type { Text } from '../../i18n/message.ts';
import { folded } from '../../model/personName.ts';
import { spanOf } from '../../syntax/tree.ts';
import type { ChangeKind } from '../change.ts';
import type { Difference } from '../difference.ts';
import { isPerson, isSameName, type PersonChange, personChange, roleText, takeAlike } from '../people.ts';

const words: Readonly<Record<PersonChange, Text>> = {
  replaced: { en: '{to} takes over from {from}: {roles}', 'zh-CN': '{to}接替{from}：{roles}' },
  found: { en: '{to} is now {roles} (nobody was named before)', 'zh-CN': '{to}现为{roles}（此前无人担任）' },
  lost: {
    en: '{from} is no longer {roles}, and nobody is named instead',
    'zh-CN': '{from}不再是{roles}，也没有写明接替的人',
  },
  respelt: { en: 'The name {from} is now written {to}: {roles}', 'zh-CN': '姓名{from}现写作{to}：{roles}' },
};

const beside: Text = { en: 'Named as {roles}: {to} (it was {from})', 'zh-CN': '{roles}现为{to}（原为{from}）' };

/** Whether all words of one of two names stand in the other: “Ana” and “Ana and Bo”. */
function isBeside({ from, to }: Difference): boolean {
  const [one, other] = [from, to].map((name) => new Set(folded(String(name)).split(/[\s,，、&;；/]+/))) as [
    Set<string>,
    Set<string>,
  ];
  return [...one].every((word) => other.has(word)) || [...other].every((word) => one.has(word));
}

export const kind: ChangeKind = {
  id: 'owner-changed',
  level: 'note',
  summary: {
    en: 'Someone takes over from someone else, or is named at last.',
    'zh-CN': '有人接替他人，或终于确定了人选。',
  },
  why: { en: 'Whoever takes over needs time for it, and should know.', 'zh-CN': '接手的人需要时间，也应当知情。' },
  *find(comparison) {
    for (;;) {
      const [first] = comparison.open((one) => isPerson(one) && personChange(one, comparison) !== undefined);
      if (!first) return;
      const how = personChange(first, comparison) as PersonChange;
      const all = takeAlike(first, comparison);
      comparison.tell(first);
      const { from, to, before, after } = first;
      yield {
        text: how === 'replaced' && isBeside(first) ? beside : words[how],
        data: {
          from: String(from ?? ''),
          to: String(to ?? ''),
          roles: (all.length ? all : [first]).map((one) => roleText(one, comparison)),
        },
        ...(how === 'lost' ? { level: 'decide' as const } : isSameName(first) ? { level: 'quiet' as const } : {}),
        about: [String(from), String(to)],
        before: before && spanOf(before),
        after: after && spanOf(after),
      };
    }
  },
};
