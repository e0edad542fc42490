/** Systems or processes change, and the plan does not say what happens when one of them fails. */

import type { Rule } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { addRisks, riskTitles } from '../fixes/risks.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Spanned } from '../model/entry.ts';
import { listKnown } from '../model/listKnown.ts';

/** At most this many other groups are shown. */
const mostRelated = 20;

export const rule: Rule = {
  code: 'downtime-not-planned',
  severity: 'hint',
  summary: {
    en: 'Systems or processes change, but no risk is about downtime.',
    'zh-CN': '系统或流程有变化，却没有一项关于宕机的风险。',
  },
  doc: {
    why: {
      en: 'The source lists downtime of key systems among the barriers that change management reduces. People who cannot work on the first day remember it for long.',
      'zh-CN': '来源资料把关键系统宕机列为变更管理可以减少的障碍之一。上线第一天无法工作，大家会记很久。',
    },
    fix: {
      en: 'Add a risk of kind `downtime`: which system could fail, and what people do meanwhile.',
      'zh-CN': '增加一项类型为 `downtime` 的风险：哪个系统可能中断，中断期间怎么办。',
    },
    allow: {
      en: 'When the tool depends on no critical system.',
      'zh-CN': '工具背后没有关键系统时。',
    },
  },
  *check(plan, context) {
    const risks = plan.list('risks');
    // Where there are no risks at all, `no-barriers-identified` asks for this one too.
    if (risks.length === 0 || !listKnown(plan, 'risks', ['kind'])) return;
    if (risks.some((risk) => risk.word('kind')?.value === 'downtime')) return;
    const affected: { id: string | undefined; aspect: Spanned<string> }[] = [];
    for (const group of plan.list('stakeholders')) {
      const aspect = group.words('aspects').find(({ value }) => value === 'systems' || value === 'processes');
      if (aspect) affected.push({ id: group.word('id')?.value, aspect });
    }
    const [first, ...others] = affected;
    if (!first) return;
    yield {
      span: first.aspect.span,
      text: {
        en: 'The change touches {aspect}, but no risk is about downtime. What do people do when a system fails?',
        'zh-CN': '变更涉及 {aspect}，但没有一项关于宕机的风险。系统中断时大家怎么办？',
      },
      data: { aspect: quoted(first.aspect.value) },
      related: others.slice(0, mostRelated).map(({ aspect }) => ({
        span: aspect.span,
        message: { text: { en: 'Another group that is affected.', 'zh-CN': '另一个受影响的群体。' } },
      })),
      fixes: () => {
        const title = riskTitles[writingLocale(plan, context.locale)].downtime;
        const stakeholders = affected.flatMap(({ id }) => id ?? []);
        const edits = addRisks(plan, context.today, [{ id: 'downtime', title, kind: 'downtime', stakeholders }]);
        if (!edits) return [];
        return [
          { title: { text: { en: 'Add a downtime risk', 'zh-CN': '增加一项宕机风险' } }, edits, preferred: true },
        ];
      },
    };
  },
};
