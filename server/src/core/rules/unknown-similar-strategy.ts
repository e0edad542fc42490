/** A look-alike that is in no catalog. */

import type { CatalogRule } from '../diagnostics/rule.ts';
import { corrections } from '../fixes/corrections.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';

export const rule: CatalogRule = {
  code: 'unknown-similar-strategy',
  severity: 'warning',
  summary: {
    en: '`seeAlso` names a strategy that is in no catalog.',
    'zh-CN': '`seeAlso` 列出的策略不在任何目录中。',
  },
  doc: {
    why: {
      en: 'Look-alikes are shown beside a strategy and offered instead of it. One that is not there is left out without a word.',
      'zh-CN': '相似策略会显示在策略旁边，也会作为替换建议。不存在的会不声不响地略去。',
    },
    fix: {
      en: 'Choose the id that is meant; suggestions list them all.',
      'zh-CN': '请改成正确的标识，输入建议会全部列出。',
    },
  },
  *check(file, { catalog }) {
    if (catalog.incomplete.length) return;
    let count = 0;
    const ids = catalog.strategies.map(({ id }) => id);
    for (const entry of file.strategies) {
      for (const use of entry.words('seeAlso')) {
        if (catalog.strategy(use.value)) continue;
        const { near, fixes } = corrections(use, ids, count++);
        yield {
          span: use.span,
          text: near.length
            ? {
                en: 'There is no strategy {id}. Did you mean {near}?',
                'zh-CN': '没有 {id} 这项策略。是不是想写 {near}？',
              }
            : { en: 'There is no strategy {id}.', 'zh-CN': '没有 {id} 这项策略。' },
          data: { id: quoted(use.value), near: alternatives(near.map(quoted)) },
          fixes: () => fixes,
        };
      }
    }
  },
};
