/** What may change for each group: how much, and which sides of their work. */

import { change } from '../../core/authoring/answers.ts';
import { aspectShape, type Group, type Impact, impactWords } from '../../core/authoring/groups.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import type { Choice } from '../../protocol.ts';

const impacts: Readonly<Record<Impact, { readonly label: Text; readonly description: Text }>> = {
  high: {
    label: { en: 'A lot changes', 'zh-CN': '变化很大' },
    description: { en: 'they have to work in another way every day', 'zh-CN': '每天的工作方式都会不同' },
  },
  medium: {
    label: { en: 'Some things change', 'zh-CN': '有些变化' },
    description: { en: 'parts of their work are done in another way', 'zh-CN': '部分工作的做法会不同' },
  },
  low: {
    label: { en: 'Little changes', 'zh-CN': '变化不大' },
    description: { en: 'they are touched, and work as before', 'zh-CN': '会受到影响，但工作照旧' },
  },
};

/** What the schema says of a word of the format as "Name: meaning". */
function nameAndMeaning(word: string, locale: Locale): [name: string, meaning: string] {
  const [name = word, ...meaning] = (aspectShape?.values?.get(word)?.[locale] ?? word).split(/: |：/);
  return [name, meaning.join(' ')];
}

const ofGroup: Text = { en: '{name}: {meaning}', 'zh-CN': '{name}：{meaning}' };
const nobody: Text = { en: 'No group is named yet: press Enter to go on', 'zh-CN': '还没有写出群体：按 Enter 继续' };

/** The choices of each group; the values are those of `change`, and of several groups each has a heading. */
export function changeChoices(groups: readonly Group[], locale: Locale): Choice[] {
  if (groups.length === 0) return [{ label: say(nobody, locale) }];
  return groups.flatMap(({ name }) => {
    const row = (word: string, label: string, meaning: string): Choice => ({
      ...(groups.length > 1 && { group: name }),
      value: change(word, name),
      label,
      description: groups.length > 1 ? say(ofGroup, locale, { name, meaning }) : meaning,
    });
    return [
      ...impactWords.map((word) => row(word, say(impacts[word].label, locale), say(impacts[word].description, locale))),
      ...(aspectShape?.enum ?? []).map((word) => row(word, ...nameAndMeaning(word, locale))),
    ];
  });
}
