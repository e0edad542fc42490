/** A catalog that hides what is not there to be hidden. */

import type { CatalogRule, Fix } from '../diagnostics/rule.ts';
import { removeItem } from '../edits/yamlEdit.ts';
import { corrections } from '../fixes/corrections.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { builtInCatalog } from '../model/catalog.ts';
import { isList } from '../syntax/tree.ts';

const builtIn = builtInCatalog.strategies.map(({ id }) => id);

export const rule: CatalogRule = {
  code: 'unknown-hidden-strategy',
  severity: 'warning',
  summary: {
    en: '`hide` names something that is no built-in strategy.',
    'zh-CN': '`hide` 列出的不是内置策略。',
  },
  doc: {
    why: {
      en: 'Whoever hides a strategy relies on it: with a misspelt id it is still suggested to every team.',
      'zh-CN': '隐藏策略的人会以为它已生效：标识拼错时，它仍会推荐给每个团队。',
    },
    fix: {
      en: 'Choose the id that is meant; suggestions list them. A custom strategy is not hidden but deleted.',
      'zh-CN': '请改成正确的标识，输入建议会列出。自己的策略无需隐藏，删去即可。',
    },
  },
  *check(file) {
    const own = new Set(file.strategies.flatMap((entry) => entry.word('id')?.value ?? []));
    let count = 0;
    for (const [index, use] of file.hide.entries()) {
      if (builtInCatalog.strategy(use.value)) continue;
      const mine = own.has(use.value);
      const { near, fixes } = corrections(use, mine ? [] : builtIn, count++);
      yield {
        span: use.span,
        text: mine
          ? {
              en: '{id} is your own strategy. Instead of hiding it, delete it above.',
              'zh-CN': '{id} 是自己的策略，无需隐藏，在上面删去即可。',
            }
          : near.length
            ? {
                en: 'There is no built-in strategy {id}, so nothing is hidden. Did you mean {near}?',
                'zh-CN': '没有 {id} 这项内置策略，因此没有隐藏任何内容。是不是想写 {near}？',
              }
            : {
                en: 'There is no built-in strategy {id}, so nothing is hidden.',
                'zh-CN': '没有 {id} 这项内置策略，因此没有隐藏任何内容。',
              },
        data: { id: quoted(use.value), near: alternatives(near.map(quoted)) },
        fixes: (): Fix[] => {
          const list = file.head?.pair('hide')?.value;
          // Where other items stand between, the index among the texts is not that in the list.
          const whole = isList(list) && list.node.items.length === file.hide.length;
          const removal = whole ? removeItem(file, list, index) : undefined;
          if (!removal) return fixes;
          const title = { text: { en: 'Remove {id}', 'zh-CN': '删去 {id}' }, data: { id: quoted(use.value) } };
          return [...fixes, { title, edits: [removal] }];
        },
      };
    }
  },
};
