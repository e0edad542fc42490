/** A line that stands too far left or right for what it belongs to. */
import type { Fault } from '../fault.ts';
import { findings } from '../mending.ts';
import type { Reading } from '../reading.ts';
import type { FormatRule } from '../rule.ts';
import type { Text, Value } from '../text.ts';
import { lastKey, spotAt } from '../tree.ts';
import { quoted, same } from '../words.ts';

/** What a key or item belongs to, in words of the plan: "Strategy", "Plan". */
function owner(plan: Reading, fault: Fault): Value {
  const spot = spotAt(plan.root, fault.start);
  if (!spot) return { en: 'the part above', 'zh-CN': '上面的部分' };
  const path = spot.on === 'key' ? spot.path.slice(0, -1) : spot.path;
  if (!path.some((step) => typeof step === 'string')) return { en: 'the file as a whole', 'zh-CN': '整个文件' };
  return plan.format.shapeAt(path)?.title ?? same(lastKey(path));
}

/** Left or right of where it should be. */
function tooFarLeft(fault: Fault): boolean {
  return fault.mend?.some((mend) => mend.text.length > mend.end - mend.start) === true;
}

const words: Record<'left' | 'right', Text> = {
  left: {
    en: '{key} stands too far left. It belongs to “{owner}”: give it as many spaces as the lines there have.',
    'zh-CN': '{key} 缩进太少。它属于“{owner}”，请与那里的各行对齐。',
  },
  right: {
    en: '{key} stands too far right. It belongs to “{owner}”: give it as many spaces as the lines there have.',
    'zh-CN': '{key} 缩进太多。它属于“{owner}”，请与那里的各行对齐。',
  },
};

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
    findings(plan, ['indent', 'misplaced-key', 'stray-item', 'unaligned'], (fault) => ({
      text:
        fault.reason === 'stray-item'
          ? {
              en: 'This item stands where no list is. Indent it under the key of its list.',
              'zh-CN': '这一项不在任何列表里。请把它缩进到列表的键下面。',
            }
          : fault.reason === 'unaligned'
            ? {
                en: 'This line does not line up with the lines it belongs to. Give it as many spaces as they have.',
                'zh-CN': '这一行没有与同级的行对齐。请使用同样多的空格。',
              }
            : words[tooFarLeft(fault) ? 'left' : 'right'],
      data: {
        key: fault.word
          ? quoted(fault.word)
          : plan.text[fault.start] === '-'
            ? { en: 'This item', 'zh-CN': '这一项' }
            : { en: 'This line', 'zh-CN': '这一行' },
        owner: owner(plan, fault),
      },
      ...(fault.first && {
        related: [
          { span: fault.first, message: { text: { en: 'It lines up with this.', 'zh-CN': '应与这里对齐。' } } },
        ],
      }),
      fix: {
        text: titles[fault.reason === 'stray-item' ? (fault.mend?.[0]?.text === '# ' ? 'note' : 'join') : 'move'],
      },
    })),
};
