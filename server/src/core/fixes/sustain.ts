/** Fixes that add work after go-live. */

import { leverInText } from '../analysis/labels.ts';
import { phaseOf, planDays } from '../analysis/timeline.ts';
import type { Context, Fix } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { addPair, indented, indentStep, setPair, written } from '../edits/yamlEdit.ts';
import type { Locale, Text } from '../i18n/message.ts';
import type { Catalog, CatalogStrategy } from '../model/catalog.ts';
import type { Plan, Strategy } from '../model/plan.ts';
import type { LeverId } from '../schema/format.gen.ts';
import { isMap, pairOf } from '../syntax/tree.ts';
import { addDays, isDay, workingDayFrom } from '../text/day.ts';
import type { Edit } from '../text/edit.ts';
import { addWholeStrategy } from './measures.ts';
import { addressing } from './suggest.ts';

const prompts: Readonly<Record<Locale, string>> = { en: 'Who takes over …', 'zh-CN': '由谁接手……' };

/** How long something goes on after go-live where the plan has no end: half a year. */
const days = 180;

/** The day until which something after go-live goes on: the end of the plan, if that is later. */
export function careUntil(plan: Plan, goLive: string): string | undefined {
  const end = planDays(plan).end?.value;
  const until = end !== undefined && end > goLive ? end : workingDayFrom(addDays(goLive, days));
  return isDay(until) ? until : undefined;
}

/** Titles of what happens once; in a plan of a team's own strategies nothing else tells it. */
const once =
  /kick-?off|launch|go-live|assess|survey before|announce|opening|启动会|启动仪式|动员会|发布会|揭幕|摸底|评估|上线当天/i;

/** Whether a strategy can go on for longer: it is no preparation, and no event that happens once. */
export function canGoOn(plan: Plan, strategy: Strategy, catalog: Catalog): boolean {
  const phase = phaseOf(plan, strategy, catalog);
  return phase !== 'prepare' && phase !== 'unclear' && !once.test(strategy.text('title') ?? '');
}

/** Asks in the plan who looks after the change, and who takes over on a day that is named. */
function addSustainment(plan: Plan, goLive: string, locale: Locale): Edit[] | undefined {
  const until = careUntil(plan, goLive);
  if (until === undefined || !isMap(plan.root)) return undefined;
  const section = plan.sustainment;
  if (section) return [setPair(plan, section.at, 'until', until, 'owner')];
  const to = written(prompts[writingLocale(plan, locale)]);
  const lines = ['owner:', `until: ${until}`, `handover: { to: ${to}, on: ${until} }`];
  const after = ['milestones', 'risks', 'measures', 'levers'].find((key) => pairOf(plan.root, key));
  if (plan.root.node.flow) return [addPair(plan, plan.root, 'sustainment', `{ ${lines.join(', ')} }`, { after })];
  return [addPair(plan, plan.root, 'sustainment', '', { after, lines: indented(lines, indentStep(plan)) })];
}

/** A fix that says who looks after the change, and until when; none where that is no day. */
export function careFix(plan: Plan, goLive: string, locale: Locale): Fix[] {
  const edits = addSustainment(plan, goLive, locale);
  const title: Text = plan.sustainment
    ? { en: 'Look after the change until {day}', 'zh-CN': '把保持期延到 {day}' }
    : { en: 'Say who looks after the change until {day}', 'zh-CN': '写明 {day} 之前由谁负责保持' };
  return edits ? [{ title: { text: title, data: { day: careUntil(plan, goLive) ?? '' } }, edits }] : [];
}

/** The strategy of a lever that fits best after go-live; a second reward is never offered (docs/domain.md 1.4). */
function lasting(plan: Plan, lever: LeverId, catalog: Catalog): CatalogStrategy | undefined {
  if (lever === 'rewards' && plan.strategies.some((strategy) => strategy.lever.id === lever)) return undefined;
  return addressing(plan, lever, catalog).find((strategy) => strategy.phase === 'sustain');
}

/** Fixes that add a strategy for the time after go-live, one for each lever that has one; none without a group. */
export function addLasting(plan: Plan, levers: readonly LeverId[], context: Context): Fix[] {
  const { catalog } = context;
  return levers.flatMap((lever): Fix[] => {
    const strategy = lasting(plan, lever, catalog);
    const edits = strategy && addWholeStrategy(plan, strategy, context);
    if (!edits) return [];
    return [
      {
        title: {
          text: { en: 'Add to {lever}: {strategy}', 'zh-CN': '为{lever}增加：{strategy}' },
          data: { lever: leverInText(lever, catalog), strategy: strategy.title },
        },
        edits,
      },
    ];
  });
}
