/** A lever that is called by another name than the one it goes by. */

import { leverTitle } from '../analysis/labels.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { leverMeant } from '../model/leverName.ts';
import { leverIds } from '../schema/format.gen.ts';
import { pairsOf } from '../syntax/tree.ts';

export const rule: Rule = {
  code: 'misnamed-lever',
  severity: 'error',
  structural: true,
  safeFixes: true,
  summary: {
    en: 'A lever’s name is capitalised, translated or abbreviated.',
    'zh-CN': 'LEVERS 方法的名称用了大写、译名或缩写。',
  },
  doc: {
    why: {
      en: 'In a file the six levers go by one name each, so that plans in every language can be compared: `leadership`, `ecosystem`, `values`, `enablement`, `rewards`, `structure`. What stands under another name does not count anywhere else.',
      'zh-CN':
        '在文件里，六个 LEVERS 各有唯一的名称，这样各种语言的计划才能比较：`leadership`、`ecosystem`、`values`、`enablement`、`rewards`、`structure`。写在其他名称下的内容，别处都不会计入。',
    },
    fix: { en: 'Write the name as the message says.', 'zh-CN': '请改为提示中的名称。' },
  },
  *check(plan, { catalog }) {
    const levers = plan.leversPair?.value;
    const names = new Set(pairsOf(levers).map(({ name }) => name));
    for (const pair of pairsOf(levers)) {
      if (leverIds.some((id) => id === pair.name)) continue;
      const meant = leverMeant(pair.name);
      if (meant.length === 0) continue;
      const free = meant.filter((id) => !names.has(id));
      yield {
        span: pair.key,
        text: {
          en: 'The lever {key} is written {ids} here.',
          'zh-CN': 'LEVERS 方法 {key} 在这里应写作 {ids}。',
        },
        data: { key: quoted(pair.name), ids: alternatives(meant.map(quoted)) },
        fixes: () =>
          free.map((id, index) => ({
            title: {
              text: { en: 'Change to {id} ({title})', 'zh-CN': '改为 {id}（{title}）' },
              data: { id: quoted(id), title: leverTitle(id, catalog) },
            },
            edits: [{ span: pair.key, text: id }],
            preferred: index === 0 && free.length === 1,
            safe: meant.length === 1,
          })),
      };
    }
  },
};
