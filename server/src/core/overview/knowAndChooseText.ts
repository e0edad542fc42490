/** What is said of the two halves of a behavior of a group: whether it knows how, and whether it chooses to. */
import { type KnowAndChoose, learnsFrom } from '../analysis/knowAndChoose.ts';
import type { Message, Text } from '../i18n/message.ts';

/** The halves, as the source says them (docs/domain.md 1.1). */
export const halves = {
  know: { en: '“I know how to …”', 'zh-CN': '“我知道怎么做……”' },
  choose: { en: '“I choose to …”', 'zh-CN': '“我选择……”' },
} satisfies Record<string, Text>;

const texts = {
  some: { en: '✓ {n}', 'zh-CN': '✓ {n} 项' },
  late: { en: '✗ only from {from} on, after go-live', 'zh-CN': '✗ 上线之后（{from}）才开始' },
  unable: { en: '✗ nothing under Enablement, no training', 'zh-CN': '✗ 没有“赋能”策略，也没有培训' },
  unwilling: {
    en: '✗ nothing under Leadership, Ecosystem, Values',
    'zh-CN': '✗ “领导力”“生态系统”“价值观”中都没有',
  },
} satisfies Record<string, Text>;

/** From how many strategies a group learns before its go-live; what is missing where it learns from none. */
export function knowText(one: KnowAndChoose): Message {
  if (one.know.length) return { text: texts.some, data: { n: learnsFrom(one) } };
  const [from] = one.late.flatMap((one) => one.from ?? []).sort();
  return from === undefined ? { text: texts.unable } : { text: texts.late, data: { from } };
}

/** How many strategies give a group reasons; what is missing where none does. */
export function chooseText({ choose }: KnowAndChoose): Message {
  return choose.length ? { text: texts.some, data: { n: choose.length } } : { text: texts.unwilling };
}
