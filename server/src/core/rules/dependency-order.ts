/** A strategy that starts before something it depends on is finished, or that depends on something cancelled. */

import { dependencies, endOf, type Link, lastEnd, removeLink } from '../analysis/dependencies.ts';
import { strategyTitle } from '../analysis/labels.ts';
import { isWithin, planDays, referenceDay, type StrategyDays, statusOf, strategyDays } from '../analysis/timeline.ts';
import type { Context, Fix, Related, Rule } from '../diagnostics/rule.ts';
import { replaceWord } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Spanned } from '../model/entry.ts';
import { type Plan, Strategy } from '../model/plan.ts';
import { addDays, daysBetween, isDay, workingDayFrom } from '../text/day.ts';

const cancelled: Text = {
  en: '“{title}” depends on {id}, which is cancelled. Remove the link, or name what takes its place.',
  'zh-CN': '“{title}”依赖 {id}，而它已取消。请删去这个依赖，或改为替代它的内容。',
};

const early: Text = {
  en: '“{title}” starts on {start}, but depends on {id}, which is due only on {end}. Start later, or remove the link.',
  'zh-CN': '“{title}”于 {start} 开始，但它依赖的 {id} 到 {end} 才完成。请推迟开始，或删去这个依赖。',
};

/** Moves a strategy after all it waits for; a due date that would be passed moves along. Nothing where that cannot be. */
function moved(plan: Plan, strategy: Strategy, { start, due }: StrategyDays, context: Context): Fix[] {
  const end = lastEnd(plan, strategy);
  const reference = referenceDay(plan, context);
  if (!start || end === undefined || reference === undefined) return [];
  const day = workingDayFrom(addDays(end, 1));
  // What has begun cannot begin in the future.
  const begun = statusOf(plan, strategy) !== 'planned' && statusOf(plan, strategy) !== 'paused';
  if (!isDay(day) || (begun && day > reference)) return [];
  const later = due && due.value < day ? workingDayFrom(addDays(due.value, daysBetween(start.value, day))) : undefined;
  const planEnd = planDays(plan).end?.value;
  const last = later ?? day;
  if (!isDay(last) || (planEnd !== undefined && last > planEnd)) return [];
  const edits = [replaceWord(plan, start, day)];
  if (due && later) edits.push(replaceWord(plan, due, later));
  return [
    {
      title: {
        text: later
          ? { en: 'Move it to {day} until {later}', 'zh-CN': '改期为 {day} 至 {later}' }
          : { en: 'Move the start to {day}', 'zh-CN': '把开始日期改为 {day}' },
        data: { day, later: later ?? '' },
      },
      edits,
    },
  ];
}

function removal(plan: Plan, link: Link): Fix[] {
  const edit = removeLink(plan, link);
  const title = {
    text: { en: 'No longer wait for {id}', 'zh-CN': '不再等待 {id}' },
    data: { id: quoted(link.use.value) },
  };
  return edit ? [{ title, edits: [edit] }] : [];
}

export const rule: Rule = {
  code: 'dependency-order',
  severity: 'warning',
  summary: {
    en: 'A strategy starts before something it depends on is finished, or depends on a cancelled one.',
    'zh-CN': '策略在其依赖的内容完成之前就开始，或依赖已取消的策略。',
  },
  doc: {
    why: {
      en: 'The source asks to assess the groups first and then to engage each in its own way. A plan that trains people before it knows who they are does the work twice. `dependsOn` means that the other must be finished before this one starts.',
      'zh-CN':
        '来源资料要求先评估各个群体，再量身定制参与方式。还不了解受众就开始培训，工作就得重做。`dependsOn` 表示对方完成之后，这一项才能开始。',
    },
    fix: {
      en: 'Start the work after what it waits for, or remove the link. What is done already holds nothing up.',
      'zh-CN': '请把开始日期移到所依赖的内容完成之后，或删去依赖。已经完成的内容不影响开始。',
    },
    allow: {
      en: 'When the two overlap on purpose, for example when building starts while the assessment is being finished. The format knows no such link yet.',
      'zh-CN': '有意让两者重叠时，例如评估收尾期间就开始制作。目前的格式还不能表达这种关系。',
    },
  },
  *check(plan, context) {
    const { catalog } = context;
    const { links, inCircle } = dependencies(plan);
    const window = planDays(plan);
    for (const [strategy, own] of links) {
      if (strategy.cancelled) continue;
      const days = strategyDays(plan, strategy);
      for (const link of own) {
        const { to, use } = link;
        // Dates in a circle cannot be in order.
        if (inCircle(link)) continue;
        const gone = to instanceof Strategy && to.cancelled;
        const end = endOf(plan, link);
        const start = days?.start;
        const late =
          start && end && start.value < end.value && isWithin(window, start.value) && isWithin(window, end.value);
        if (!gone && !late) continue;
        yield {
          span: use.span,
          text: gone ? cancelled : early,
          data: {
            title: strategyTitle(strategy, catalog),
            id: quoted(use.value),
            start: start?.value ?? '',
            end: end?.value ?? '',
          },
          related: related(gone ? to : undefined, end),
          fixes: () => [...(gone || !days ? [] : moved(plan, strategy, days, context)), ...removal(plan, link)],
        };
      }
    }
  },
};

function related(gone: Strategy | undefined, end: Spanned<string> | undefined): Related[] {
  if (gone) return [{ span: gone.place, message: { text: { en: 'It is cancelled.', 'zh-CN': '它已取消。' } } }];
  return end
    ? [{ span: end.span, message: { text: { en: 'It is due on this day.', 'zh-CN': '到这一天才完成。' } } }]
    : [];
}
