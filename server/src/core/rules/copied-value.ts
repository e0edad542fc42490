/** A `*name` that stands for text written elsewhere. */

import type { FormatRule } from '../diagnostics/rule.ts';
import { copied } from '../fixes/repairs.ts';

export const rule: FormatRule = {
  code: 'copied-value',
  severity: 'error',
  structural: true,
  summary: {
    en: 'A value begins with `*`, which asks for a copy of another place.',
    'zh-CN': '值以 `*` 开头，表示引用别处的内容。',
  },
  doc: {
    why: {
      en: 'YAML can copy a value from elsewhere (`&name` and `*name`). A plan is read by people, in print and in reviews, so each thing is written where it belongs. A few nested copies could also grow to gigabytes.',
      'zh-CN':
        'YAML 可以引用别处的值（`&name` 与 `*name`）。计划是给人看的，要打印、要审阅，因此每项内容都写在它该在的地方。几层相互引用也可能膨胀到数 GB。',
    },
    fix: {
      en: 'Write the value out. If the text is meant to begin with an asterisk, put it in quotes.',
      'zh-CN': '请把值完整写出来。如果文字本来就以星号开头，请加上引号。',
    },
  },
  *check(plan) {
    const copies = copied(plan);
    for (const error of plan.errors) {
      if (error.kind !== 'copy' || !copies.has(error.word ?? '')) continue;
      yield {
        span: error,
        text: {
          en: 'A {noun} does not copy values from elsewhere. Write the value out, or put the text in quotes.',
          'zh-CN': '{noun}不引用别处的值。请完整写出，或给文字加上引号。',
        },
        data: { noun: plan.format.noun },
      };
    }
  },
};
