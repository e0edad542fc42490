/** What is introduced: the tool, the system, the new way of working. */
import type { ChangeKind } from '../change.ts';
import { ofSingle } from '../row.ts';

const words = {
  changed: { en: 'What is introduced is now {to}, not {from}', 'zh-CN': '要引入的由{from}改为{to}' },
  set: { en: 'It is now said what is introduced: {to}', 'zh-CN': '现已写明要引入什么：{to}' },
  gone: { en: 'It is no longer said what is introduced (it was {from})', 'zh-CN': '不再写明要引入什么（原为{from}）' },
};

export const kind: ChangeKind = {
  id: 'solution-changed',
  level: 'note',
  summary: {
    en: 'Something else is introduced, or the same is described otherwise.',
    'zh-CN': '要引入的内容改变，或换了说法。',
  },
  why: {
    en: 'The whole plan prepares people for it; read whether it is another thing or only other words.',
    'zh-CN': '整份计划都是让人们为它做好准备；请看是换了内容，还是只换了说法。',
  },
  *find(comparison) {
    for (const solution of comparison.take('plan', 'solution')) yield ofSingle(solution, words, comparison);
  },
};
