/** A line that stands too far left or right for what it belongs to. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { indentStep } from '../edits/yamlEdit.ts';
import { findings } from '../fixes/repairs.ts';
import { openingAt } from '../formatter/openBlocks.ts';
import type { Message, Text, Value } from '../i18n/message.ts';
import { quoted, same } from '../i18n/phrases.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey } from '../schema/path.ts';
import type { ParseError } from '../syntax/parseError.ts';
import { isMap, spotAt } from '../syntax/tree.ts';
import { column, lineStart } from '../text/lines.ts';

/** A part by its title, or the plan or catalog as a whole. */
type Part = Text | 'whole';

const list: Text = { en: 'the list as a whole', 'zh-CN': '整个列表' };
const above: Text = { en: 'the part above', 'zh-CN': '上面的部分' };

function partWords({ format }: Reading, part: Part): Value {
  if (part === 'whole')
    return { text: { en: 'the {noun} as a whole', 'zh-CN': '整个{noun}' }, data: { noun: format.noun } };
  return part === above || part === list ? part : { text: { en: '“{part}”', 'zh-CN': '“{part}”' }, data: { part } };
}

/** What a key or item belongs to: the strategy, the plan details. */
function owner(plan: Reading, error: ParseError): Part {
  const spot = spotAt(plan.root, error.start);
  if (!spot) return above;
  const path = spot.on === 'key' ? spot.path.slice(0, -1) : spot.path;
  if (!path.some((step) => typeof step === 'string')) return 'whole';
  return plan.format.shapeAt(path)?.title ?? same(lastKey(path));
}

/** By how many columns a line has to move to the right; less than 0 for one that stands too far right. */
function distance({ text }: Reading, { start, repair = [] }: ParseError): number {
  const line = repair.find((edit) => edit.start <= start && lineStart(text, start) <= edit.start) ?? repair[0];
  return line ? line.text.length - (line.end - line.start) : 0;
}

/** "one step", "two steps", "3 spaces". */
function stepsOf(plan: Reading, columns: number): Value {
  const count = columns / indentStep(plan);
  if (count === 1) return { en: 'one step', 'zh-CN': '一级' };
  if (count === 2) return { en: 'two steps', 'zh-CN': '两级' };
  if (Number.isInteger(count)) return { text: { en: '{count} steps', 'zh-CN': ' {count} 级' }, data: { count } };
  if (columns === 1) return { en: 'one space', 'zh-CN': '一个空格' };
  return { text: { en: '{columns} spaces', 'zh-CN': ' {columns} 个空格' }, data: { columns } };
}

/** What a key belongs to where it stands now, as other programs read it; undefined where that is nothing. */
function belongsNow(plan: Reading, { start, word }: ParseError): Part | undefined {
  if (word === undefined) return undefined;
  const part = openingAt(plan, start).parts.find((open) => open.column === column(plan.text, start));
  if (!part) return undefined;
  if (!isMap(part.at)) return list;
  return part.at === plan.root ? 'whole' : part.shape?.title;
}

const words: Record<'left' | 'right', Record<'elsewhere' | 'nowhere', Text>> = {
  left: {
    elsewhere: {
      en: '{key} stands {steps} too far left: it now belongs to {now}, not to {owner}. Give it as many spaces as the lines there have.',
      'zh-CN': '{key} 少缩进了{steps}：它现在属于{now}，而不属于{owner}。请与那里的各行对齐。',
    },
    nowhere: {
      en: '{key} stands {steps} too far left. It belongs to {owner}: give it as many spaces as the lines there have.',
      'zh-CN': '{key} 少缩进了{steps}。它属于{owner}，请与那里的各行对齐。',
    },
  },
  right: {
    elsewhere: {
      en: '{key} stands {steps} too far right: it now belongs to {now}, not to {owner}. Give it as many spaces as the lines there have.',
      'zh-CN': '{key} 多缩进了{steps}：它现在属于{now}，而不属于{owner}。请与那里的各行对齐。',
    },
    nowhere: {
      en: '{key} stands {steps} too far right. It belongs to {owner}: give it as many spaces as the lines there have.',
      'zh-CN': '{key} 多缩进了{steps}。它属于{owner}，请与那里的各行对齐。',
    },
  },
};

const stray: Text = {
  en: 'This item stands where no list is. Indent it under the key of its list.',
  'zh-CN': '这一项不在任何列表里。请把它缩进到列表的字段下面。',
};

const unaligned: Text = {
  en: 'This line does not line up with the lines it belongs to. Give it as many spaces as they have.',
  'zh-CN': '这一行没有与同级的行对齐。请使用同样多的空格。',
};

/** What stands too far left or right, by how much, and what it belongs to here and there. */
function misplaced(plan: Reading, error: ParseError): Message {
  const by = distance(plan, error);
  const home = owner(plan, error);
  const now = belongsNow(plan, error);
  const elsewhere = now !== undefined && now !== home;
  const line: Text =
    plan.text[error.start] === '-' ? { en: 'This item', 'zh-CN': '这一项' } : { en: 'This line', 'zh-CN': '这一行' };
  return {
    text: words[by > 0 ? 'left' : 'right'][elsewhere ? 'elsewhere' : 'nowhere'],
    data: {
      key: error.word ? quoted(error.word) : line,
      steps: stepsOf(plan, Math.abs(by)),
      owner: partWords(plan, home),
      ...(elsewhere && { now: partWords(plan, now) }),
    },
  };
}

const titles: Record<'move' | 'join' | 'note', Text> = {
  move: { en: 'Move it to where it belongs', 'zh-CN': '移到正确的位置' },
  join: { en: 'Join it with what stands above', 'zh-CN': '并入上面的内容' },
  note: { en: 'Make it a note', 'zh-CN': '改成注释' },
};

export const rule: FormatRule = {
  code: 'wrong-indentation',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A line stands too far left or right for what it belongs to.',
    'zh-CN': '某一行缩进太多或太少，与所属部分没有对齐。',
  },
  doc: {
    why: {
      en: 'The spaces in front of a line say what it belongs to: an `owner` one step further left is no longer the owner of the strategy. We read it as it was most likely meant; other programs do not.',
      'zh-CN':
        '行首的空格表示从属关系：`owner` 少缩进一级，就不再是这项策略的负责人。我们按最可能的意思读取，其他程序不会。',
    },
    fix: {
      en: 'Let the line begin in the same column as the lines beside it. The quick fix moves it, with everything below it.',
      'zh-CN': '让这一行与同级的行左对齐。快速修复会移动它以及它下面的内容。',
    },
  },
  check: (plan) =>
    findings(plan, ['indent', 'misplaced-key', 'stray-item', 'unaligned'], (error) => ({
      ...(error.kind === 'stray-item'
        ? { text: stray }
        : error.kind === 'unaligned'
          ? { text: unaligned }
          : misplaced(plan, error)),
      ...(error.first && {
        related: [
          { span: error.first, message: { text: { en: 'It lines up with this.', 'zh-CN': '应与这里对齐。' } } },
        ],
      }),
      fix: {
        text: titles[error.kind === 'stray-item' ? (error.repair?.[0]?.text === '# ' ? 'note' : 'join') : 'move'],
      },
    })),
};
