/** What the plan, a group or another part of the plan is called. */
import type { Text } from '../../i18n/message.ts';
import type { ChangeKind } from '../change.ts';
import { alike, ofSingle } from '../row.ts';
import { thingWords } from '../words.ts';

const words = {
  plan: { en: 'The plan has a new title: {to} (it was {from})', 'zh-CN': '计划的标题由{from}改为{to}' },
  name: { en: '{kind} {from} has a new name: {to}', 'zh-CN': '{kind}{from}更名为{to}' },
  title: { en: '{kind} {from} has a new title: {to}', 'zh-CN': '{kind}{from}的标题改为{to}' },
} satisfies Record<string, Text>;

export const kind: ChangeKind = {
  id: 'title-changed',
  level: 'quiet',
  summary: { en: 'The plan or a part of it has a new title or name.', 'zh-CN': '计划或其中某个部分换了标题或名称。' },
  why: {
    en: 'You may look for the old one; it is the same thing, unless its new title says something else.',
    'zh-CN': '您可能还会找旧的名称；只要新标题说的不是别的事，它仍是同一个部分。',
  },
  *find(comparison) {
    const all = comparison.open(
      ({ key, from, to }) => ['title', 'name'].includes(key) && from !== undefined && to !== undefined,
    );
    for (const one of all) {
      const { kind } = one.thing;
      comparison.tell(one);
      const text = kind === 'plan' ? words.plan : one.key === 'name' ? words.name : words.title;
      yield ofSingle(one, alike(text), comparison, {
        level: kind === 'plan' ? 'note' : 'quiet',
        data: { kind: thingWords[kind] },
      });
    }
  },
};
