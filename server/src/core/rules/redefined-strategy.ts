/** A strategy of a team that takes the id of a built-in one. */

import type { CatalogRule, Fix } from '../diagnostics/rule.ts';
import { addToList, setValue, written } from '../edits/yamlEdit.ts';
import { quoted } from '../i18n/phrases.ts';
import { builtInCatalog } from '../model/catalog.ts';
import { freeId, slug } from '../model/ids.ts';

export const rule: CatalogRule = {
  code: 'redefined-strategy',
  severity: 'error',
  summary: {
    en: 'A strategy of the team has the id of a built-in one.',
    'zh-CN': '团队的策略用了内置策略的标识。',
  },
  doc: {
    why: {
      en: 'An id means one thing everywhere, so that plans of different teams can be read side by side. A catalog of a team adds strategies; it does not change those that everybody has.',
      'zh-CN':
        '同一标识在任何地方含义都相同，不同团队的计划才能放在一起看。团队的目录可以增加策略，不能修改大家共有的策略。',
    },
    fix: {
      en: 'Give the strategy an id of its own. To use it instead of the built-in one, list the built-in id under `hide`.',
      'zh-CN': '请为这项策略换一个自己的标识。要用它代替内置策略，请把内置标识列在 `hide` 下。',
    },
  },
  *check(file, { catalog }) {
    for (const entry of file.strategies) {
      const id = entry.word('id');
      const known = id && builtInCatalog.strategy(id.value);
      if (!known) continue;
      yield {
        span: id.span,
        text: {
          en: '{id} is the built-in strategy “{title}”, which cannot be changed. Give your own another id.',
          'zh-CN': '{id} 是内置策略“{title}”，不能修改。请为自己的策略换一个标识。',
        },
        data: { id: quoted(id.value), title: known.title },
        fixes: () => {
          const pair = entry.pair('id');
          if (!pair || !file.head) return [];
          const own = new Set(file.strategies.flatMap((other) => other.word('id')?.value ?? []));
          const base = slug(`${file.id ?? 'own'}-${id.value}`);
          const free = freeId(base, { has: (name) => own.has(name) || catalog.strategy(name) !== undefined });
          const rename = setValue(file, pair, written(free));
          const title = {
            text: { en: 'Change to {id}', 'zh-CN': '改为 {id}' },
            data: { id: quoted(free) },
          };
          const fixes: Fix[] = [{ title, edits: [rename], preferred: true }];
          const hides = file.hide.some(({ value }) => value === id.value);
          const hide = hides
            ? undefined
            : addToList(file, file.head.at, 'hide', [{ lines: [id.value], inline: id.value }]);
          if (hide) {
            fixes.push({
              title: {
                text: { en: 'Change to {id}, and hide the built-in one', 'zh-CN': '改为 {id}，并隐藏内置策略' },
                data: { id: quoted(free) },
              },
              edits: [rename, ...hide],
            });
          }
          return fixes;
        },
      };
    }
  },
};
