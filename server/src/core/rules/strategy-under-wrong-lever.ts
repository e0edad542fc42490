/** A strategy of the catalog that is written under a lever to which it does not belong. */

import { leverInText } from '../analysis/labels.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { customize } from '../edits/customize.ts';
import { writingLocale } from '../edits/templates.ts';
import { itemTextAt, removeItem, setValue, written } from '../edits/yamlEdit.ts';
import { addStrategies } from '../fixes/suggest.ts';
import { say } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { catalogued } from '../model/catalog.ts';
import type { Spanned } from '../model/entry.ts';
import { indexOfItem, isList } from '../syntax/tree.ts';

export const rule: Rule = {
  code: 'strategy-under-wrong-lever',
  severity: 'warning',
  structural: true,
  summary: {
    en: 'A strategy stands under a lever to which it does not belong.',
    'zh-CN': '策略放在了它不属于的 LEVERS 方法下面。',
  },
  doc: {
    why: {
      en: 'Each strategy of the catalog works through one lever, and several look alike (two dashboards, three feedback channels, four about ethics). Under the wrong lever it counts for neither, so that no label can fill a gap.',
      'zh-CN':
        '目录中的每项策略都通过一个 LEVERS 方法起作用，其中有些看起来很像（两个仪表板、三种反馈渠道、四项与伦理有关）。放错位置时两边都不计入，免得只靠标签就补上缺口。',
    },
    fix: {
      en: 'Move it to its lever, take the look-alike that belongs here, or make it a custom strategy if you mean it.',
      'zh-CN': '把它移到所属的 LEVERS 方法下，或换成这里对应的相似策略；如果确实有意为之，请改为自定义策略。',
    },
    allow: {
      en: 'Rather make it a custom strategy: a team may well use a roadshow to build values.',
      'zh-CN': '最好改为自定义策略：团队完全可以用路演来建立价值认同。',
    },
  },
  each(plan, { catalog, locale }) {
    return (strategy) => {
      const known = catalogued(strategy, catalog);
      if (!known || known.lever === strategy.lever.id) return undefined;
      const use = strategy.use as Spanned<string>;
      const home = leverInText(known.lever, catalog);
      return {
        span: use.span,
        text: {
          en: '“{title}” belongs to {home}, not to {here}; here it counts for neither.',
          'zh-CN': '“{title}”属于{home}，不属于{here}；放在这里两边都不计入。',
        },
        data: { title: known.title, home, here: leverInText(strategy.lever.id, catalog) },
        fixes: () => {
          const fixes: Fix[] = [];
          const list = strategy.lever.pair('strategies')?.value;
          const index = indexOfItem(list, strategy.at.start);
          const item = isList(list) && index >= 0 ? itemTextAt(plan, list, strategy.at) : undefined;
          const target = item && addStrategies(plan, known.lever, [item]);
          const removal = isList(list) && index >= 0 ? removeItem(plan, list, index) : undefined;
          if (target && removal) {
            fixes.push({
              title: { text: { en: 'Move it to {home}', 'zh-CN': '移到{home}' }, data: { home } },
              edits: [...target, removal],
              preferred: true,
            });
          }
          const pair = strategy.pair('use');
          for (const id of known.seeAlso ?? []) {
            const other = catalog.strategy(id);
            if (!other || catalog.hidden.has(id) || other.lever !== strategy.lever.id || !pair) continue;
            fixes.push({
              title: {
                text: { en: 'Change to {id} ({title})', 'zh-CN': '改为 {id}（{title}）' },
                data: { id: quoted(id), title: other.title },
              },
              edits: [setValue(plan, pair, written(id))],
            });
          }
          const custom = customize(plan, strategy, say(known.title, writingLocale(plan, locale)));
          return custom ? [...fixes, custom] : fixes;
        },
      };
    };
  },
};
