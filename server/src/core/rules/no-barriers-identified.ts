/** Nothing that could hold the change back is written down, or all of it was found too late. */

import type { Context, Fix, Rule } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { addRisks, type NewRisk, riskTitles } from '../fixes/risks.ts';
import { mainAudience } from '../fixes/suggest.ts';
import type { Entry } from '../model/entry.ts';
import { listKnown } from '../model/listKnown.ts';
import type { Plan } from '../model/plan.ts';
import { pairOf } from '../syntax/tree.ts';

/** How much a group's worries weigh: those who are against the change first, then those who are affected most. */
function weight(group: Entry): number {
  const attitude = ['resistant', 'skeptical'].indexOf(group.word('attitude')?.value ?? '');
  const impact = ['high', 'medium'].indexOf(group.word('impact')?.value ?? '');
  return (attitude < 0 ? 2 : attitude) * 3 + (impact < 0 ? 2 : impact);
}

function ids(groups: readonly Entry[]): string[] {
  return groups.flatMap((group) => group.word('id')?.value ?? []);
}

/** Resistance, downtime, and what worries the group that has most reason to: with prompts where the plan says nothing. */
function starters(plan: Plan, { locale }: Context): NewRisk[] {
  const titles = riskTitles[writingLocale(plan, locale)];
  const all = plan.list('stakeholders');
  const against = all.filter((group) => ['resistant', 'skeptical'].includes(group.word('attitude')?.value ?? ''));
  const onSystems = all.filter((group) =>
    group.words('aspects').some(({ value }) => value === 'systems' || value === 'processes'),
  );
  const main = mainAudience(plan);
  const [worried] = all.filter((group) => group.words('concerns').length > 0).sort((a, b) => weight(a) - weight(b));
  const worry = worried?.words('concerns')[0]?.value;
  return [
    {
      id: 'resistance',
      kind: 'resistance',
      title: titles.resistance,
      stakeholders: against.length ? ids(against) : main,
    },
    {
      id: 'downtime',
      kind: 'downtime',
      title: titles.downtime,
      stakeholders: onSystems.length ? ids(onSystems) : main,
    },
    { id: 'barrier', kind: 'barrier', title: worry ?? titles.barrier, stakeholders: worried ? ids([worried]) : main },
  ];
}

function fixes(plan: Plan, context: Context): Fix[] {
  const edits = addRisks(plan, context.today, starters(plan, context));
  if (!edits) return [];
  const title = {
    text: {
      en: 'Add three to start with: resistance, downtime and a barrier',
      'zh-CN': '先写三条：阻力、宕机和一个障碍',
    },
  };
  return [{ title, edits, preferred: true }];
}

export const rule: Rule = {
  code: 'no-barriers-identified',
  severity: 'warning',
  eases: true,
  summary: {
    en: 'The plan names nothing that could hold the change back, or only what was found after go-live.',
    'zh-CN': '计划没有写任何可能阻碍变更的因素，或全部是上线后才发现的。',
  },
  doc: {
    why: {
      en: 'The source says that barriers identified early let the new process fit in smoothly, and calls resistance a common challenge of change. What is found before go-live is cheap to remove.',
      'zh-CN':
        '来源资料指出，在流程早期识别障碍有助于新流程顺利融入，阻力是变更管理中的常见挑战。上线之前发现的障碍，消除的代价最小。',
    },
    fix: {
      en: 'Write under `risks` what people may resist, which system could fail and what stands in the way, each with the day on which it was noticed. The quick fix adds three to start with.',
      'zh-CN':
        '在 `risks` 下写出人们可能抵触什么、哪个系统可能中断、有什么障碍，并注明发现日期。快速修复会先写好三条。',
    },
    allow: {
      en: 'When the risks are kept in the register of the project, one entry with a link to it is enough.',
      'zh-CN': '风险记录在项目的登记册里时，写一条并附上链接即可。',
    },
  },
  *check(plan, context) {
    const section = pairOf(plan.root, 'risks');
    const place = section?.key ?? pairOf(plan.root, 'plan')?.key;
    if (!place || !listKnown(plan, 'risks', [])) return;
    const risks = plan.list('risks');
    if (risks.length === 0) {
      yield {
        span: place,
        text: {
          en: 'The plan names no risks or barriers yet. Write under `risks` what could hold the change back.',
          'zh-CN': '计划还没有写任何风险或障碍。请在 `risks` 下写出可能阻碍变更的因素。',
        },
        fixes: () => fixes(plan, context),
      };
      return;
    }
    const goLive = plan.head?.day('goLive');
    if (!goLive) return;
    const late = risks.every((risk) => {
      const day = risk.day('identified');
      return day !== undefined && day.value >= goLive.value;
    });
    if (!late) return;
    yield {
      span: place,
      text: {
        en: 'No risk or barrier was identified before go-live ({day}). Look for what could hold the change back while it is cheap to remove.',
        'zh-CN': '没有任何风险或障碍是在上线（{day}）之前发现的。请趁早查找可能阻碍变更的因素，此时消除的代价最小。',
      },
      data: { day: goLive.value },
      related: [{ span: goLive.span, message: { text: { en: 'Go-live.', 'zh-CN': '上线日期。' } } }],
      fixes: () => ((plan.head?.day('asOf')?.value ?? context.today) < goLive.value ? fixes(plan, context) : []),
    };
  },
};
