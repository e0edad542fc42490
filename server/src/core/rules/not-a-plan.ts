/** A file without any content, or one that holds something else than the sections of a plan. */
import type { Rule } from '../diagnostics/rule.ts';
import { minimalPlan } from '../edits/templates.ts';
import { isWhole } from '../syntax/parseError.ts';

export const rule: Rule = {
  code: 'not-a-plan',
  severity: 'error',
  structural: true,
  summary: { en: 'The file is empty, or holds no sections of a plan.', 'zh-CN': '文件为空，或没有计划的任何部分。' },
  doc: {
    why: {
      en: 'A plan begins with `version: 1` and has the sections `plan`, `purpose`, `stakeholders` and `levers`. A bare list, number or sentence has none of them.',
      'zh-CN':
        '计划以 `version: 1` 开头，包含 `plan`、`purpose`、`stakeholders` 和 `levers` 几个部分。单独的列表、数字或句子不是计划。',
    },
    fix: {
      en: 'Start from the smallest useful plan: use the quick fix, or choose a suggestion in the empty file.',
      'zh-CN': '可从最小的可用计划开始：使用快速修复，或在空文件中选用输入建议。',
    },
  },
  *check(plan, context) {
    if (plan.errors.some(isWhole)) return;
    const { root } = plan;
    if (root && (root.node.kind === 'map' || root.node.kind === 'broken')) return;
    const empty = !root || (root.node.kind === 'scalar' && root.node.value === null);
    const end = plan.text.search(/\r?\n|$/);
    yield {
      span: root && !empty ? { start: root.start, end: root.start + Math.min(root.node.length, 1) } : { start: 0, end },
      text: empty
        ? {
            en: 'This plan is empty. Begin with the smallest useful plan, or type `version: 1`.',
            'zh-CN': '这份计划还是空的。可以从最小的可用计划开始，或输入 `version: 1`。',
          }
        : {
            en: 'This is not a plan yet: a plan has sections such as `plan`, `stakeholders` and `levers`.',
            'zh-CN': '这还不是一份计划：计划由 `plan`、`stakeholders`、`levers` 等部分组成。',
          },
      // What is still to come is no mistake, but nothing to rely on either.
      ...(empty && {
        severity: 'warning',
        fixes: () => {
          const at = root && root.node.length > 0 ? root.start : plan.text.length;
          const end = root && root.node.length > 0 ? root.start + root.node.length : at;
          return [
            {
              title: { text: { en: 'Begin with the smallest useful plan', 'zh-CN': '从最小的可用计划开始' } },
              edits: [
                { span: { start: at, end }, text: minimalPlan(plan.text.slice(0, at), context.today, context.locale) },
              ],
              preferred: true,
            },
          ];
        },
      }),
    };
  },
};
