/** A serious risk that nobody does anything about. */

import { aboutAi } from '../analysis/aboutAi.ts';
import { leverInText, strategyTitle } from '../analysis/labels.ts';
import { reach } from '../analysis/reach.ts';
import type { Context, Fix, Rule } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { setPair, writeWords, written } from '../edits/yamlEdit.ts';
import { addWholeStrategy } from '../fixes/measures.ts';
import { concerned, governing, isAboutData, isGoverning } from '../fixes/risks.ts';
import type { Text } from '../i18n/message.ts';
import { everyone, names } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { ofPlan, type Plan, type Strategy } from '../model/plan.ts';
import { isIncomplete, isUncertain } from '../model/uncertain.ts';
import type { LeverId } from '../schema/format.gen.ts';
import { shapes } from '../schema/schema.ts';

/** At most this many strategies are offered. */
const mostStrategies = 3;

const prompt: Text = { en: 'What we will do about it …', 'zh-CN': '我们将如何应对……' };

/** The levers that answer resistance; what else may happen is mostly answered by structure. */
const peopleLevers: readonly LeverId[] = ['leadership', 'ecosystem', 'values'];

/** A strategy that a risk can refer to, and that is not over. */
function available(plan: Plan, strategy: Strategy): boolean {
  const { id } = strategy;
  return strategy.live && id !== undefined && names(plan).strategy.get(id.value)?.span.start === id.span.start;
}

/** Work that is still to come before what is done, and of each what suits before the rest. */
function ranked(strategies: readonly Strategy[], suits: (strategy: Strategy) => boolean): Strategy[] {
  const rank = (strategy: Strategy) => (strategy.status === 'done' ? 2 : 0) + (suits(strategy) ? 0 : 1);
  return [...strategies].sort((a, b) => rank(a) - rank(b));
}

const forPeople = (strategy: Strategy) => peopleLevers.includes(strategy.lever.id);
const forTheRest = (strategy: Strategy) => strategy.lever.id === 'structure';

/** The first strategies of all, for a risk whose groups none is for. */
const others = ofPlan((plan) => {
  const all = plan.strategies.filter((strategy) => available(plan, strategy));
  const first = (suits: (strategy: Strategy) => boolean) => ranked(all, suits).slice(0, 2 * mostStrategies);
  return { people: first(forPeople), rest: first(forTheRest) };
});

/** Strategies that may answer the risk: those for the same groups first, then those of a lever that suits its kind. */
function answers(plan: Plan, risk: Entry): Strategy[] {
  // What happens to data and to people by it is answered by rules, and by those who keep them: by nothing else.
  if (isAboutData(risk)) {
    return plan.strategies
      .filter((strategy) => isGoverning(strategy) && available(plan, strategy))
      .slice(0, mostStrategies);
  }
  const resistance = risk.word('kind')?.value === 'resistance';
  const same = [...concerned(risk), everyone].flatMap((id) => reach(plan).get(id) ?? []);
  const near = ranked(
    [...new Set(same)].filter((strategy) => available(plan, strategy)),
    resistance ? forPeople : forTheRest,
  );
  return [...new Set([...near, ...others(plan)[resistance ? 'people' : 'rest']])].slice(0, mostStrategies);
}

/** Fixes that add one of the strategies that govern, and let the risk name it; none where one is there to be named. */
function additions(plan: Plan, risk: Entry, context: Context): Fix[] {
  const { catalog } = context;
  return governing.slice(0, 2).flatMap((id): Fix[] => {
    const known = catalog.hidden.has(id) ? undefined : catalog.strategy(id);
    if (!known || names(plan).strategy.has(id) || (known.ai && !aboutAi(plan, catalog))) return [];
    const link = writeWords(plan, risk.at, 'addressedBy', [id]);
    const edits = link && addWholeStrategy(plan, known, context);
    if (!edits) return [];
    const title = {
      text: { en: 'Add to {lever} and let it address the risk: {title}', 'zh-CN': '为{lever}增加一项来应对：{title}' },
      data: { lever: leverInText(known.lever, catalog), title: known.title },
    };
    return [{ title, edits: [...edits, link] }];
  });
}

function fixes(plan: Plan, risk: Entry, context: Context): Fix[] {
  const { catalog } = context;
  const found = answers(plan, risk);
  const links = found.flatMap((strategy): Fix[] => {
    const edit = writeWords(plan, risk.at, 'addressedBy', [strategy.id?.value ?? '']);
    if (!edit) return [];
    const title = {
      text: { en: 'Addressed by “{title}”', 'zh-CN': '由“{title}”应对' },
      data: { title: strategyTitle(strategy, catalog) },
    };
    return [{ title, edits: [edit] }];
  });
  const response = written(prompt[writingLocale(plan, context.locale)]);
  return [
    ...links,
    ...(isAboutData(risk) && found.length === 0 ? additions(plan, risk, context) : []),
    {
      title: { text: { en: 'Add a response, to be filled in', 'zh-CN': '加上应对措施，稍后填写' } },
      edits: [setPair(plan, risk.at, 'response', response)],
    },
    {
      title: { text: { en: 'Accept this risk', 'zh-CN': '接受这项风险' } },
      edits: [setPair(plan, risk.at, 'status', 'accepted')],
    },
  ];
}

/** Whether nothing is done about the risk yet, as far as that is known. */
function unanswered(plan: Plan, risk: Entry): boolean {
  if ((risk.word('status')?.value ?? 'open') !== 'open') return false;
  if (risk.word('likelihood')?.value !== 'high' && risk.word('impact')?.value !== 'high') return false;
  if (risk.word('response') || risk.words('addressedBy').length > 0 || isIncomplete(plan, risk)) return false;
  return !['status', 'response', 'addressedBy'].some((key) => isUncertain(risk, key, shapes.risk));
}

export const rule: Rule = {
  code: 'risk-without-response',
  severity: 'warning',
  summary: { en: 'Nothing is done about a serious risk.', 'zh-CN': '严重的风险没有应对措施。' },
  doc: {
    why: {
      en: 'Prosci’s resistance management works by prevention and by response, and the ACMP Standard asks for a plan for the risks of a change. A risk that is only written down happens all the same.',
      'zh-CN': 'Prosci 的阻力管理靠预防和应对，ACMP 标准要求制定变更风险计划。只写下来而不应对的风险，照样会发生。',
    },
    fix: {
      en: 'Write in `response` what you will do, or name the strategies that deal with it in `addressedBy`. If you decide to live with it, set `status: accepted`.',
      'zh-CN':
        '在 `response` 中写明应对措施，或在 `addressedBy` 中写上应对它的策略。如果决定承受，请写 `status: accepted`。',
    },
    allow: {
      en: 'For a few days, when the risk has only just been noticed.',
      'zh-CN': '风险刚刚发现时，可以保留几天。',
    },
  },
  *check(plan, context) {
    for (const risk of plan.list('risks')) {
      if (!unanswered(plan, risk)) continue;
      const place = risk.pair('response')?.key ?? risk.word('id')?.span ?? risk.word('title')?.span;
      if (!place) continue;
      yield {
        span: place,
        text: {
          en: 'Nothing is planned against “{title}” yet. Write a `response`, or the strategies that deal with it (`addressedBy`).',
          'zh-CN': '“{title}”还没有应对措施。请写上 `response`，或应对它的策略（`addressedBy`）。',
        },
        data: { title: risk.word('title')?.value ?? risk.word('id')?.value ?? '' },
        fixes: () => fixes(plan, risk, context),
      };
    }
  },
};
