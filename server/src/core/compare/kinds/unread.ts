/** What cannot be read in one of the versions, so that nobody knows what changed in it. */
import { lineOf } from '../../diagnostics/suppressions.ts';
import type { Message, Text } from '../../i18n/message.ts';
import { firstOf, same } from '../../i18n/phrases.ts';
import { planShape } from '../../schema/schema.ts';
import { lineEnd, lineStart } from '../../text/lines.ts';
import type { ChangeKind } from '../change.ts';
import type { Comparison, Lost } from '../comparison.ts';

const words: Readonly<Record<Lost['side'], Text>> = {
  after: {
    en: 'Line {line} cannot be read in the new version ({section}), so what changed there is not known{things}',
    'zh-CN': '新版本第 {line} 行无法读取（{section}），因此不清楚那里有什么改动{things}',
  },
  before: {
    en: 'Line {line} cannot be read in the old version ({section}), so what changed there is not known{things}',
    'zh-CN': '旧版本第 {line} 行无法读取（{section}），因此不清楚那里有什么改动{things}',
  },
};

const notCompared: Text = { en: '; not compared: {names}', 'zh-CN': '；未能比较：{names}' };

/** So many are named. */
const mostNamed = 5;

/** The line of a version in which something is lost. */
function lineText({ side, at }: Lost, comparison: Comparison): string {
  const { text } = comparison[side].plan;
  return text.slice(lineStart(text, at.start), lineEnd(text, at.start));
}

/** What both versions have alike has not changed, whatever it is. */
function isInBoth(one: Lost, comparison: Comparison): boolean {
  const line = lineText(one, comparison);
  return comparison.lost.some((other) => other.side !== one.side && lineText(other, comparison) === line);
}

export const kind: ChangeKind = {
  id: 'unread',
  level: 'decide',
  summary: { en: 'A part of one of the versions cannot be read.', 'zh-CN': '某个版本有一部分无法读取。' },
  why: { en: 'A yes to it is a yes to something that nobody has read.', 'zh-CN': '同意它，等于同意没有人读过的内容。' },
  *find(comparison) {
    for (const one of comparison.lost) {
      if (isInBoth(one, comparison)) continue;
      const { side, section, at, things } = one;
      const names = things
        .filter(({ kind }) => kind !== 'plan' && kind !== 'lever')
        .map((thing) => comparison.called(thing));
      const title = section === undefined ? undefined : planShape.key(section)?.title;
      const where: Message | Text = title ?? same(section ?? '—');
      yield {
        text: words[side],
        data: {
          line: lineOf(comparison[side].plan, at.start) + 1,
          section: where,
          things: names.length ? { text: notCompared, data: { names: firstOf(names, mostNamed) } } : '',
        },
        about: [side, section],
        [side]: { start: at.start, end: at.end },
      };
    }
  },
};
