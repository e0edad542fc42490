/** A strategy that is in no catalog. */

import type { Fix, Rule } from '../diagnostics/rule.ts';
import { customize } from '../edits/customize.ts';
import { setValue, written } from '../edits/yamlEdit.ts';
import { shownBeside } from '../fixes/corrections.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import type { Spanned } from '../model/entry.ts';
import { titleOf } from '../model/ids.ts';
import { strategyMeant } from '../model/nearestStrategies.ts';
import { isUndecided } from '../model/undecided.ts';

/** Of so many unknown strategies the nearest ids are looked for; a plan with more has another problem. */
const mostMeant = 200;

export const rule: Rule = {
  code: 'unknown-strategy',
  severity: 'error',
  structural: true,
  summary: { en: '`use` names a strategy that is in no catalog.', 'zh-CN': '`use` 写的策略不在任何目录中。' },
  doc: {
    why: {
      en: 'A misspelt id loses its title, its phase and its place in the coverage without a word.',
      'zh-CN': '标识拼错后，标题、阶段和启用统计都会不声不响地丢失。',
    },
    fix: {
      en: 'Choose the strategy that is meant; suggestions after `use: ` list them all. For a custom strategy, leave out `use` and write `id` and `title`, or add it to the catalog of your team.',
      'zh-CN':
        '请选用正确的策略，`use: ` 后的输入建议会全部列出。自己的策略不写 `use`，而写 `id` 和 `title`，或者加入团队的目录。',
    },
  },
  each(plan, { catalog }) {
    let count = 0;
    return (strategy) => {
      const known = strategy.says.use;
      if (known === undefined || catalog.strategy(known) || isUndecided(known)) return undefined;
      const use = strategy.use as Spanned<string>;
      const near = count++ < mostMeant ? strategyMeant(use.value, catalog, strategy.lever.id) : [];
      const [unread] = catalog.incomplete;
      return {
        span: use.span,
        // It may well stand in what cannot be read of the team's catalog, which has a finding of its own.
        ...(unread && { severity: 'info' }),
        text: near.length
          ? {
              en: 'There is no strategy {id} in the catalog. Did you mean {near}?',
              'zh-CN': '目录中没有 {id} 这项策略。是不是想写 {near}？',
            }
          : unread
            ? {
                en: 'There is no strategy {id}, as far as the catalog {file} can be read. Mend that file first.',
                'zh-CN': '在目录 {file} 能读取的部分中没有 {id} 这项策略。请先修好那个文件。',
              }
            : {
                en: 'There is no strategy {id} in the catalog. Choose one from the suggestions, or write a custom strategy with `id` and `title`.',
                'zh-CN': '目录中没有 {id} 这项策略。请从输入建议中选择，或用 `id` 和 `title` 写自己的策略。',
              },
        data: {
          id: shownBeside(use.value, near),
          file: quoted(unread?.name ?? ''),
          near: alternatives(near.map(quoted)),
        },
        fixes: () => {
          const pair = strategy.pair('use');
          const fixes = near.map(
            (id, index): Fix => ({
              title: {
                text: { en: 'Change to {id} ({title})', 'zh-CN': '改为 {id}（{title}）' },
                data: { id: quoted(id), title: catalog.strategy(id)?.title ?? id },
              },
              edits: pair ? [setValue(plan, pair, written(id))] : [],
              preferred: index === 0,
            }),
          );
          const custom = unread ? undefined : customize(plan, strategy, titleOf(use.value));
          return custom ? [...fixes, custom] : fixes;
        },
      };
    };
  },
};
