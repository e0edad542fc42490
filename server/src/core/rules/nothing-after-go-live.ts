/** The plan stops at go-live. */

import { lastGoLive } from '../analysis/goLives.ts';
import { absent, anyWorksAfter, dayUnder } from '../analysis/timeline.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { addPair, indented, indentStep, setPair, written } from '../edits/yamlEdit.ts';
import { likelyOwner } from '../fixes/suggest.ts';
import { addLasting, careUntil } from '../fixes/sustain.ts';
import type { Locale, Text } from '../i18n/message.ts';
import { complete } from '../model/declaredIds.ts';
import { Entry } from '../model/entry.ts';
import { isPlaceholder } from '../model/personName.ts';
import type { Plan } from '../model/plan.ts';
import { shapes } from '../schema/schema.ts';
import { isList, isMap, isScalar, itemsOf, pairOf } from '../syntax/tree.ts';
import { addDays, isDay, workingDayFrom } from '../text/day.ts';
import type { Edit } from '../text/edit.ts';

/** Days between two reviews. */
const reviewDays = 90;

const prompts: Readonly<Record<Locale, string>> = { en: 'Who takes over', 'zh-CN': '由谁接手' };

/** The days that a sustainment names; undefined where one of them cannot be told. */
function daysOf(plan: Plan, section: Entry): string[] | undefined {
  const handover = section.pair('handover')?.value;
  const reviews = section.pair('reviews')?.value;
  const listed = itemsOf(reviews);
  const days = [
    dayUnder(plan, section, 'until', shapes.sustainment),
    isMap(handover) ? dayUnder(plan, new Entry(handover), 'on', shapes.handover) : undefined,
    ...section.words('reviews').map((word) => (isDay(word.value) ? word : ('unclear' as const))),
  ];
  const sure =
    (isMap(handover) || absent(plan, section, 'handover', shapes.sustainment)) &&
    (isList(reviews) || absent(plan, section, 'reviews', shapes.sustainment)) &&
    listed.every(isScalar);
  if (!sure || days.includes('unclear')) return undefined;
  return days.flatMap((day) => (day === undefined || day === 'unclear' ? [] : [day.value]));
}

/** Whether the plan says, or may say, that someone looks after the change past go-live. */
function isSustained(plan: Plan, goLive: string): boolean {
  const section = plan.sustainment;
  // An empty section, or what stands in its place, has a finding of its own.
  if (!section) return pairOf(plan.root, 'sustainment') !== undefined || !complete(plan, 'sustainment');
  const days = daysOf(plan, section);
  if (!days || days.some((day) => day > goLive)) return true;
  const until = section.day('until')?.value;
  if (until !== undefined && until < goLive) return true; // `date-order` speaks of it.
  const handover = section.pair('handover')?.value;
  if (isMap(handover) && new Entry(handover).word('to') && !new Entry(handover).day('on')) return true;
  if (days.length > 0) return false;
  const owner = section.word('owner')?.value;
  return (
    (owner !== undefined && !isPlaceholder(owner)) ||
    ['cadence', 'actions'].some((key) => section.state(key) !== 'missing')
  );
}

/** The days of review, every 90 days until the last of them. */
function reviewsUntil(goLive: string, until: string): string[] {
  const reviews = [1, 2]
    .map((nth) => workingDayFrom(addDays(goLive, nth * reviewDays)))
    .filter((day) => isDay(day) && day <= until);
  return reviews.length ? reviews : [until];
}

/** Says in the plan who looks after the change, until when, and who takes over then. */
function addSustainment(plan: Plan, goLive: string, locale: Locale): Edit[] | undefined {
  const until = careUntil(plan, goLive);
  if (until === undefined || !isMap(plan.root)) return undefined;
  const section = plan.sustainment;
  if (section) return [setPair(plan, section.at, 'until', until, 'owner')];
  const owner = likelyOwner(plan);
  const to = written(prompts[writingLocale(plan, locale)]);
  const lines = [
    owner ? `owner: ${written(owner)}` : 'owner:',
    `until: ${until}`,
    `reviews: [${reviewsUntil(goLive, until).join(', ')}]`,
    `handover: { to: ${to}, on: ${until} }`,
  ];
  const after = ['milestones', 'risks', 'measures', 'levers'].find((key) => pairOf(plan.root, key));
  if (plan.root.node.flow) return [addPair(plan, plan.root, 'sustainment', `{ ${lines.join(', ')} }`, { after })];
  return [addPair(plan, plan.root, 'sustainment', '', { after, lines: indented(lines, indentStep(plan)) })];
}

function careFix(plan: Plan, goLive: string, locale: Locale): Fix[] {
  const edits = addSustainment(plan, goLive, locale);
  const title: Text = plan.sustainment
    ? { en: 'Look after the change until {day}', 'zh-CN': '把保持期延到 {day}' }
    : { en: 'Say who looks after the change until {day}', 'zh-CN': '写明 {day} 之前由谁负责保持' };
  return edits ? [{ title: { text: title, data: { day: careUntil(plan, goLive) ?? '' } }, edits }] : [];
}

export const rule: Rule = {
  code: 'nothing-after-go-live',
  severity: 'warning',
  eases: true,
  summary: { en: 'Nothing in the plan continues after go-live.', 'zh-CN': '上线之后没有任何安排。' },
  doc: {
    why: {
      en: 'The source says that the success of an AI solution is not decided in the days or weeks after launch, and that keeping the change going is one of the keys. Prosci gives the time after go-live a phase of its own, and the ACMP Standard asks for a sustainability plan.',
      'zh-CN':
        '来源资料指出，AI 解决方案的成功不是在启动后几天甚至几周就能确定的，保持变更是关键之一。Prosci 把上线之后列为单独的阶段，ACMP 标准也要求制定保持计划。',
    },
    fix: {
      en: 'Let a strategy continue after go-live (by its `due` date, an activity, or the phase `sustain`), or say under `sustainment` who looks after the change, when it is reviewed, and who takes over.',
      'zh-CN':
        '让某项策略持续到上线之后（通过 `due` 日期、活动，或 `sustain` 阶段），或在 `sustainment` 下写明由谁负责保持、何时评审、移交给谁。',
    },
    allow: {
      en: 'When another plan holds this work. One line, `sustainment: { handover: { to: … } }`, records that and is enough.',
      'zh-CN': '这部分工作写在另一份计划中时。写一行 `sustainment: { handover: { to: … } }` 说明即可。',
    },
  },
  *check(plan, context) {
    const { catalog, locale } = context;
    const goLive = lastGoLive(plan);
    if (!goLive || goLive === 'unclear' || anyWorksAfter(plan, goLive.value, catalog) !== false) return;
    if (plan.strategies.length === 0 || !complete(plan, 'levers')) return;
    if (isSustained(plan, goLive.value)) return;
    yield {
      span: pairOf(plan.root, 'sustainment')?.key ?? goLive.span,
      text: {
        en: 'Nothing in this plan continues after go-live ({day}). Let a strategy continue, or say under `sustainment` who looks after the change.',
        'zh-CN': '上线（{day}）之后，计划中没有任何安排。请让某项策略持续下去，或在 `sustainment` 下写明由谁负责保持。',
      },
      data: { day: goLive.value },
      fixes: () => [...careFix(plan, goLive.value, locale), ...addLasting(plan, ['structure', 'enablement'], context)],
    };
  },
};
