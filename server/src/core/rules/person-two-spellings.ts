/** One person whose name is written in two ways. */

import type { Fix, Rule } from '../diagnostics/rule.ts';
import { editOf } from '../edits/rename.ts';
import { folded, visible } from '../model/personName.ts';
import type { Plan } from '../model/plan.ts';
import { namesWritten, type Occurrence, occurrences } from '../model/references.ts';
import { getOrMake } from '../text/getOrMake.ts';

/** The people of a plan, each with the places of each spelling; both in the order of the text. */
function spellings(plan: Plan): Iterable<Map<string, Occurrence[]>> {
  const written = new Set([...namesWritten(plan, 'people')].map(visible));
  // Nearly always each is written in one way.
  if (new Set([...written].map(folded)).size === written.size) return [];
  const byName = new Map<string, Occurrence[]>();
  for (const one of occurrences(plan)) {
    // What cannot be seen has a finding of its own.
    if (one.kind === 'person') getOrMake(byName, visible(one.name), () => []).push(one);
  }
  const people = new Map<string, Map<string, Occurrence[]>>();
  for (const [name, places] of byName) getOrMake(people, folded(name), () => new Map()).set(name, places);
  return people.values();
}

/** Writes the name in one way everywhere; each way is offered, in the order of the text. */
function fixes(plan: Plan, ways: ReadonlyMap<string, readonly Occurrence[]>): Fix[] {
  return [...ways.keys()].map((name) => ({
    title: { text: { en: 'Write {name} everywhere', 'zh-CN': '统一写成 {name}' }, data: { name } },
    edits: [...ways].flatMap(([way, places]) => (way === name ? [] : places.map((place) => editOf(plan, place, name)))),
  }));
}

export const rule: Rule = {
  code: 'person-two-spellings',
  severity: 'hint',
  summary: { en: 'One person whose name is written in two ways.', 'zh-CN': '同一个人的姓名有两种写法。' },
  doc: {
    why: {
      en: 'A name that is typed here and pasted there may differ in its apostrophe, its blanks, its capitals or the width of its letters. The checker takes it for one person all the same; a search, or a table made of the plan, shows two.',
      'zh-CN':
        '姓名有时手工输入，有时从别处粘贴，撇号、空格、大小写或字母的全角半角就可能不同。检查时仍算同一个人；但搜索，或由计划生成的表格，会当作两个人。',
    },
    fix: {
      en: 'Write the name in the same way everywhere; the fix does so. If these are two people, add what tells them apart.',
      'zh-CN': '请统一姓名的写法，快速修复可以代劳。如果是两个人，请写明区别。',
    },
    allow: {
      en: 'When the plan quotes a document that writes the name in another way.',
      'zh-CN': '引用的文件就是另一种写法时。',
    },
  },
  *check(plan) {
    for (const ways of spellings(plan)) {
      const [first, second] = [...ways.values()].map(([place]) => place);
      if (!first || !second) continue;
      yield {
        span: second.span,
        text: {
          en: 'Elsewhere in this plan this person’s name is written “{name}”. It counts as the same person; write it in one way.',
          'zh-CN': '本计划别处把这个人的姓名写作“{name}”。这里按同一个人处理，请统一写法。',
        },
        data: { name: first.name },
        related: [
          {
            span: first.span,
            message: { text: { en: 'The first time it is written', 'zh-CN': '第一次出现的写法' } },
          },
        ],
        fixes: () => fixes(plan, ways),
      };
    }
  },
};
