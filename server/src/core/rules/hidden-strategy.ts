/** A strategy that the team's catalog has withdrawn. */

import type { Fix, Rule } from '../diagnostics/rule.ts';
import { setValue, written } from '../edits/yamlEdit.ts';
import { quoted } from '../i18n/phrases.ts';

export const rule: Rule = {
  code: 'hidden-strategy',
  severity: 'info',
  summary: {
    en: 'A strategy that the catalog of the team has hidden is still in use.',
    'zh-CN': '仍在使用团队目录已隐藏的策略。',
  },
  doc: {
    why: {
      en: 'A team hides strategies that it does not want any more, for example because its works agreement rules them out. Plans that are under way keep working, and still somebody should decide what becomes of them.',
      'zh-CN': '团队会隐藏不再采用的策略，例如与劳动协议相抵触的策略。进行中的计划不受影响，但仍应有人决定如何处理。',
    },
    fix: {
      en: 'Take a look-alike that is still offered, end the strategy, or leave it until it is done.',
      'zh-CN': '换成仍可选用的相似策略，结束这项策略，或等它完成。',
    },
    allow: {
      en: 'While a strategy runs out. Those that are done or cancelled are left alone.',
      'zh-CN': '策略正在收尾时。已完成或已取消的策略不会提示。',
    },
  },
  each(plan, { catalog }) {
    if (catalog.hidden.size === 0) return undefined;
    return (strategy) => {
      const { use } = strategy;
      const withdrawn = use && catalog.hidden.get(use.value);
      const known = withdrawn && catalog.strategy(use.value);
      if (!known || strategy.cancelled || strategy.status === 'done') return undefined;
      return {
        span: use.span,
        text: {
          en: '“{title}” is no longer offered: the catalog {file} hides it. It still counts in this plan.',
          'zh-CN': '“{title}”不再推荐：目录 {file} 已将其隐藏。它在本计划中仍然计入。',
        },
        data: { title: known.title, file: quoted(withdrawn.by.name) },
        tags: ['deprecated'],
        related: [
          {
            in: withdrawn.by,
            span: withdrawn.span,
            message: { text: { en: 'Hidden here.', 'zh-CN': '在这里隐藏。' } },
          },
        ],
        fixes: () => {
          const pair = strategy.pair('use');
          return (known.seeAlso ?? []).flatMap((id): Fix[] => {
            const other = catalog.strategy(id);
            if (!pair || !other || catalog.hidden.has(id) || other.lever !== strategy.lever.id) return [];
            return [
              {
                title: {
                  text: { en: 'Change to {id} ({title})', 'zh-CN': '改为 {id}（{title}）' },
                  data: { id: quoted(id), title: other.title },
                },
                edits: [setValue(plan, pair, written(id))],
              },
            ];
          });
        },
      };
    };
  },
};
