/** A key that must be there and is not. */
import type { Rule } from '../rule.ts';
import { violations } from '../schema.ts';
import type { Value } from '../text.ts';
import { quoted, same } from '../words.ts';

export const rule: Rule = {
  code: 'missing-key',
  severity: 'error',
  structural: true,
  summary: { en: 'A key that every plan needs is not there.', 'zh-CN': '缺少必需的键。' },
  doc: {
    why: {
      en: 'Only what nothing works without is required: a title, three dates, a reason, one group of people and the levers.',
      'zh-CN': '只有缺了就无法工作的内容才是必需的：标题、三个日期、原因、至少一个群体，以及 LEVERS。',
    },
    fix: {
      en: 'Add the key. On an empty line at the right depth, suggestions offer it first.',
      'zh-CN': '请补上这个键。在相应层级的空行上，输入建议会首先列出它。',
    },
    allow: { en: 'Never.', 'zh-CN': '不应允许。' },
  },
  *check(plan) {
    for (const violation of violations(plan)) {
      if (violation.kind !== 'missing-key' || violation.key === undefined) continue;
      const { key, shape, span, path } = violation;
      const title = shape.key(key)?.title ?? same(key);
      const where: Value = shape.title ?? { en: 'this part', 'zh-CN': '这一部分' };
      yield {
        span,
        text:
          path.length === 0
            ? { en: 'The plan has no {key} yet ({title}).', 'zh-CN': '计划还缺少 {key}（{title}）。' }
            : { en: '“{where}” has no {key} yet ({title}).', 'zh-CN': '“{where}”还缺少 {key}（{title}）。' },
        data: { key: quoted(key), title, where },
      };
    }
  },
};
