/** After go-live fewer than four levers stay active: as planned before it, as they run on the reference day after it. */

import { coverage, type LeverCoverage, minimumLevers, type NotCounted, notCounted } from '../analysis/coverage.ts';
import { dependencies } from '../analysis/dependencies.ts';
import { lastGoLive } from '../analysis/goLives.ts';
import { leverInText, strategyTitle } from '../analysis/labels.ts';
import {
  anyWorksAfter,
  planDays,
  referenceDay,
  runsOn,
  statusOf,
  strategyDays,
  worksAfter,
} from '../analysis/timeline.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { addPair, replaceWord } from '../edits/yamlEdit.ts';
import { addLasting, canGoOn, careUntil } from '../fixes/sustain.ts';
import type { Text } from '../i18n/message.ts';
import { alternatives } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import { complete } from '../model/declaredIds.ts';
import { Entry } from '../model/entry.ts';
import { ofLevers, type Plan, type Strategy } from '../model/plan.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import { isMap } from '../syntax/tree.ts';

/** At most this many strategies are offered to be continued. */
const mostContinued = 4;

/** Why a strategy does not count although it may be meant to; its own finding speaks of it. */
const mistakes: ReadonlySet<NotCounted> = new Set(['unknown', 'unreadable']);

interface Verdict {
  readonly lever: LeverId;
  /** Undefined where something that is written wrong keeps it from being told. */
  readonly goesOn: boolean | undefined;
}

/** Whether the levers that hold something go on after go-live (`worksAfter`), or run on a day after it (`runsOn`). */
const verdicts = ofLevers((plan, { id, strategies }, goesOn: typeof runsOn, day: string, catalog: Catalog): Verdict => {
  let unclear = false;
  for (const strategy of strategies) {
    const reason = notCounted(strategy, catalog);
    if (reason && !mistakes.has(reason)) continue;
    const works = goesOn(plan, strategy, day, catalog);
    if (works && !reason) return { lever: id, goesOn: true };
    if (works !== false) unclear = true;
  }
  return { lever: id, goesOn: unclear ? undefined : false };
});

/** Whether the plan is over on a day, or has handed its work over. */
function isOver(plan: Plan, day: string): boolean {
  const handover = plan.sustainment?.pair('handover')?.value;
  const over = [planDays(plan).end, isMap(handover) ? new Entry(handover).day('on') : undefined];
  return over.some((last) => last !== undefined && last.value < day);
}

/** What is said: before the last go-live of what is planned, after it of what runs. */
const texts = {
  planned: {
    none: {
      en: 'After go-live none of the covered levers stays active. Keep at least {minimum} going: {ending}.',
      'zh-CN': '上线之后，已启用的 LEVERS 没有一个继续。请让至少 {minimum} 个继续，可选{ending}。',
    },
    some: {
      en: 'After go-live too few levers stay active: {n} of 6 ({going}). Keep at least {minimum} going: continue {ending}.',
      'zh-CN':
        '上线之后，6 个 LEVERS 中仅有 {n} 个继续（{going}）。请让至少 {minimum} 个继续，例如延长{ending}的工作。',
    },
  },
  running: {
    none: {
      en: 'Go-live is past, and as of {day} no work runs under any lever. Keep at least {minimum} going: {ending}.',
      'zh-CN': '已经上线，但截至 {day}，没有一个 LEVERS 仍在进行。请让至少 {minimum} 个继续，可选{ending}。',
    },
    some: {
      en: 'Go-live is past, and as of {day} work still runs under only {n} of 6 levers ({going}). Keep at least {minimum} going: continue {ending}.',
      'zh-CN':
        '已经上线，但截至 {day}，6 个 LEVERS 中仅有 {n} 个仍在进行（{going}）。请让至少 {minimum} 个继续，例如延长{ending}的工作。',
    },
  },
} satisfies Record<string, Record<string, Text>>;

/** Whether a strategy has begun, or begins after a day: of other work it is not known whether it was ever done. */
function isUnderWay(plan: Plan, strategy: Strategy, day: string | undefined): boolean {
  const status = statusOf(plan, strategy);
  const { start, due } = strategy.time;
  return status === 'in-progress' || (status === 'planned' && (day === undefined || (start ?? due ?? day) >= day));
}

/** The first strategy of a lever that can go on for longer than until a day, and for whose end nothing waits. */
function continuable(
  plan: Plan,
  { strategies }: LeverCoverage,
  day: string | undefined,
  catalog: Catalog,
): Strategy | undefined {
  const counted = strategies.flatMap(({ strategy, notCounted }) => (notCounted ? [] : [strategy]));
  return counted.find(
    (strategy) =>
      canGoOn(plan, strategy, catalog) &&
      isUnderWay(plan, strategy, day) &&
      strategyDays(plan, strategy) &&
      !dependencies(plan).awaited.has(strategy),
  );
}

function continued(plan: Plan, strategy: Strategy, until: string, catalog: Catalog): Fix {
  const due = strategy.day('due');
  const after = ['start', 'audience', 'owner'].find((key) => strategy.pair(key));
  return {
    title: {
      text: { en: 'Continue “{title}” until {until}', 'zh-CN': '让“{title}”持续到 {until}' },
      data: { title: strategyTitle(strategy, catalog), until },
    },
    edits: [due ? replaceWord(plan, due, until) : addPair(plan, strategy.at, 'due', until, { after })],
  };
}

export const rule: Rule = {
  code: 'sustain-coverage-below-four',
  severity: 'info',
  eases: true,
  summary: {
    en: 'Fewer than four of the six levers stay active after go-live.',
    'zh-CN': '上线之后继续发挥作用的 LEVERS 不足四个。',
  },
  doc: {
    why: {
      en: 'The source closes with ways of keeping at least four levers going. Before the last go-live a plan is judged by what it plans: a strategy continues when it is due later, has an activity later, or has no due date and belongs to the phase `sustain`. After it what runs counts: not what is done or paused, nor what has ended.',
      'zh-CN':
        '来源资料最后强调，要继续运用至少四个 LEVERS 来推动变更。最后一次上线之前按计划判断：截止日期或某项活动晚于上线，或没有截止日期而属于 `sustain` 阶段的策略，才算在上线之后继续。上线之后看实际进行的工作：已完成、已暂停或已到期的都不算。',
    },
    fix: {
      en: 'Let strategies of more levers continue past the last go-live, or add one whose phase is `sustain`.',
      'zh-CN': '让更多 LEVERS 的策略持续到最后一次上线之后，或增加属于 `sustain` 阶段的策略。',
    },
    allow: {
      en: 'For short changes, and where the work after go-live stands in another plan.',
      'zh-CN': '变更周期很短，或上线后的工作写在另一份计划中时。',
    },
  },
  *check(plan, context) {
    const { catalog, settings } = context;
    const goLive = lastGoLive(plan);
    const key = plan.leversPair?.key;
    if (goLive === undefined || goLive === 'unclear' || !key || !complete(plan, 'levers')) return;
    // Where nothing goes on at all, `nothing-after-go-live` speaks, or the plan hands the work over.
    if (!anyWorksAfter(plan, goLive.value, catalog)) return;
    const minimum = minimumLevers(settings);
    const reference = referenceDay(plan, context);
    const past = reference !== undefined && reference > goLive.value ? reference : undefined;
    if (past !== undefined && isOver(plan, past)) return;
    const day = past ?? goLive.value;
    const known = verdicts(plan, past === undefined ? worksAfter : runsOn, day, catalog);
    const goesOn = (lever: LeverId) => known.some((verdict) => verdict.lever === lever && verdict.goesOn !== false);
    if (leverIds.filter(goesOn).length >= minimum) return;
    const { levers } = coverage(plan, catalog);
    const ending = levers.filter(({ lever }) => !goesOn(lever));
    const going = levers.filter(({ lever }) => known.some((verdict) => verdict.lever === lever && verdict.goesOn));
    const title = ({ lever }: LeverCoverage) => leverInText(lever, catalog);
    yield {
      span: key,
      text: texts[past === undefined ? 'planned' : 'running'][going.length === 0 ? 'none' : 'some'],
      data: {
        day,
        n: going.length,
        going: going.map(title),
        minimum,
        ending: alternatives(ending.map(title)),
      },
      fixes: () => {
        const until = careUntil(plan, goLive.value);
        const lasts = until !== undefined && until > (reference ?? until);
        const strategies = ending
          .flatMap((lever) => continuable(plan, lever, reference, catalog) ?? [])
          .slice(0, mostContinued);
        return [
          ...(lasts ? strategies.map((strategy) => continued(plan, strategy, until, catalog)) : []),
          ...addLasting(
            plan,
            ending.map(({ lever }) => lever),
            context,
          ),
        ];
      },
    };
  },
};
