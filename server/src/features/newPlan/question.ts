/** Questions for a new plan, step by step: texts, choices, and messages about an answer. */

import { minimumLevers } from '../../core/analysis/coverage.ts';
import { leverInText } from '../../core/analysis/labels.ts';
import {
  type AnswerKey,
  type Answers,
  answersIn,
  aspectShape,
  type GivenAnswers,
  isNear,
  nameIn,
  namesIn,
} from '../../core/authoring/answers.ts';
import { prepick } from '../../core/authoring/prepick.ts';
import { weeksUntilGoLive } from '../../core/authoring/schedule.ts';
import { columns } from '../../core/edits/comment.ts';
import { type Data, type Locale, say, type Text } from '../../core/i18n/message.ts';
import { alternatives } from '../../core/i18n/phrases.ts';
import type { Catalog, CatalogStrategy } from '../../core/model/catalog.ts';
import { folded } from '../../core/model/personName.ts';
import { type LeverId, leverIds } from '../../core/schema/format.gen.ts';
import { likelyDays, readings } from '../../core/text/dateFormats.ts';
import { addMonths, isDay, workingDayFrom } from '../../core/text/day.ts';
import type { Choice, Question } from '../../protocol.ts';
import type { View } from '../view.ts';

const heading: Text = { en: 'New Change Plan: {question}', 'zh-CN': '新建变更计划：{question}' };

interface Words {
  readonly question: Text;
  /** A prompt for typed answers. */
  readonly hint?: Text;
  readonly placeholder: Text;
}

/** The steps in their order. */
const words: Readonly<Record<AnswerKey, Words>> = {
  title: {
    question: { en: 'What is changing?', 'zh-CN': '要变更什么？' },
    hint: {
      en: 'A title that colleagues understand. You can stop with Escape and continue later.',
      'zh-CN': '写一个同事们看得懂的标题。可以按 Esc 退出，以后再继续。',
    },
    placeholder: { en: 'For example: AI assistant for the service desk', 'zh-CN': '例如：客服中心的 AI 助手' },
  },
  goLive: {
    question: { en: 'When does it go live?', 'zh-CN': '什么时候上线？' },
    placeholder: {
      en: 'Choose a day, or type one, such as June 15, 2027',
      'zh-CN': '选择一个日期，或输入日期，例如 2027年6月15日',
    },
  },
  sponsor: {
    question: { en: 'Which leader stands behind it?', 'zh-CN': '由哪位领导者支持这项变更？' },
    hint: { en: 'A name, or a role.', 'zh-CN': '写姓名或岗位。' },
    placeholder: { en: 'For example: Head of Service', 'zh-CN': '例如：客服总监' },
  },
  owner: {
    question: { en: 'Who leads it from day to day?', 'zh-CN': '由谁负责日常推进？' },
    hint: { en: 'A name, or a role.', 'zh-CN': '写姓名或岗位。' },
    placeholder: { en: 'For example: Change lead', 'zh-CN': '例如：变更负责人' },
  },
  groups: {
    question: { en: 'Who has to work differently?', 'zh-CN': '谁的工作方式会改变？' },
    hint: { en: 'One or more groups, with commas in between.', 'zh-CN': '写出一个或多个群体，用逗号分开。' },
    placeholder: { en: 'For example: Service agents, Team leads', 'zh-CN': '例如：客服专员、班组长' },
  },
  aspects: {
    question: { en: 'What changes for them?', 'zh-CN': '他们的工作有哪些方面会改变？' },
    placeholder: { en: 'Tick what changes, then press Enter', 'zh-CN': '勾选会改变的方面，然后按 Enter' },
  },
  need: {
    question: { en: 'Why is it needed?', 'zh-CN': '为什么需要这项变更？' },
    hint: { en: 'One sentence is enough. You can also leave it for later.', 'zh-CN': '一句话就够，也可以以后再写。' },
    placeholder: { en: 'For example: People wait four days for an answer', 'zh-CN': '例如：客户要等四天才能得到答复' },
  },
  strategies: {
    question: {
      en: 'Which strategies fit? {n} of 6 levers covered',
      'zh-CN': '选择哪些策略？已启用 {n}/6 个 LEVERS',
    },
    placeholder: { en: 'Tick the strategies you want, then press Enter', 'zh-CN': '勾选需要的策略，然后按 Enter' },
  },
};

/** Added to a question while too few levers are covered. */
const tooFew: Text = { en: '{question} – at least {minimum} are needed', 'zh-CN': '{question}，至少需要 {minimum} 个' };

const steps = Object.keys(words) as readonly AnswerKey[];

const messages: Readonly<Record<string, Text>> = {
  title: { en: 'Write a few words.', 'zh-CN': '请写几个字。' },
  name: { en: 'Write a name or a role.', 'zh-CN': '请写姓名或岗位。' },
  placeholder: {
    en: '“{word}” is not a name yet. A role will do until you know who it is.',
    'zh-CN': '“{word}”还不是姓名。在确定人选之前，可以先写岗位。',
  },
  same: {
    en: 'The same as the sponsor. Is there a leader who could stand behind the change?',
    'zh-CN': '与发起人相同。有没有其他领导者可以支持这项变更？',
  },
  groups: { en: 'Name at least one group.', 'zh-CN': '请至少写一个群体。' },
  date: { en: 'This is not a complete date', 'zh-CN': '日期不完整' },
  dateForm: { en: 'Write it as June 15, 2027', 'zh-CN': '请写成 2027年6月15日' },
  undecided: { en: 'Not decided yet', 'zh-CN': '还没有确定' },
  assumed: { en: 'the plan assumes {n} weeks from today', 'zh-CN': '先按 {n} 周后上线编写' },
  far: { en: 'That is far away. Is the year right?', 'zh-CN': '离现在太远。年份写对了吗？' },
  past: { en: 'in the past: the plan will be about making the change last', 'zh-CN': '已经过去：计划将以保持变更为主' },
  few: {
    en: 'At least {minimum} levers should work together: tick something of {missing}',
    'zh-CN': '至少 {minimum} 个 LEVERS 应共同作用，请在{missing}中再勾选一些',
  },
};

/** Proposed times from today. */
const spans: readonly { readonly months: number; readonly text: Text }[] = [
  { months: 1, text: { en: 'In 1 month', 'zh-CN': '1 个月后' } },
  { months: 2, text: { en: 'In 2 months', 'zh-CN': '2 个月后' } },
  { months: 3, text: { en: 'In 3 months', 'zh-CN': '3 个月后' } },
  { months: 6, text: { en: 'In 6 months', 'zh-CN': '6 个月后' } },
  { months: 9, text: { en: 'In 9 months', 'zh-CN': '9 个月后' } },
  { months: 12, text: { en: 'In a year', 'zh-CN': '一年后' } },
];

/** A day in words: "Tuesday, June 15, 2027". */
function inWords(day: string, locale: Locale): string {
  const style = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, style).format(new Date(`${day}T00:00:00Z`));
}

/** The days that a typed text can mean. */
function daysMeant(plain: string, today: string): readonly string[] {
  if (isDay(plain)) return [plain];
  const whole = readings(plain);
  return whole.length > 0 ? whole : likelyDays(plain, today);
}

/** The likeliest of the proposed times, in months. */
const likeliest = 3;

/** A working day some months from today. */
function dayIn(months: number, { today }: View): string {
  return workingDayFrom(addMonths(today, months));
}

function dayChoices(typed: string, view: View): Choice[] {
  const { today, locale } = view;
  const message = (name: string, data?: Data) => say(messages[name] as Text, locale, data);
  const plain = typed.trim();
  const proposals = spans.map(({ months, text }): Choice => {
    const day = dayIn(months, view);
    return { value: day, label: say(text, locale), description: inWords(day, locale) };
  });
  const undecided: Choice = {
    value: '',
    label: message('undecided'),
    description: message('assumed', { n: weeksUntilGoLive }),
    always: true,
  };
  if (plain === '') return [...proposals, undecided];
  const days = daysMeant(plain, today);
  if (days.length === 0) {
    // Enter takes the first choice: after typing, that must not be “not decided”.
    return [...proposals, { label: message('date'), description: message('dateForm'), always: true }, undecided];
  }
  return days.map((day): Choice => {
    const label = inWords(day, locale);
    if (!isNear(day, today)) return { label, description: message('far'), always: true };
    return { value: day, label, description: day < today ? message('past') : day, always: true };
  });
}

/** A word of the format with its name and meaning, which the schema has as "Name: meaning". */
function aspectChoices({ locale }: View): Choice[] {
  return (aspectShape?.enum ?? []).map((value): Choice => {
    const [label = value, ...meaning] = (aspectShape?.values?.get(value)?.[locale] ?? value).split(/: |：/);
    return { value, label, description: meaning.join(' ') };
  });
}

/** Columns in one line of a choice, group heading included. */
const lineWidth = 80;

/** A sentence without its full stop, cut to the parts that fit into a line. */
function shortened(text: string, most: number): string {
  let short = text.replace(/[.。]$/, '');
  for (const between of [/(?=[;；])/, /(?=[,，])/]) {
    const parts = short.split(between);
    while (parts.length > 1 && columns(parts.join('')) > most) parts.pop();
    short = parts.join('');
  }
  return short;
}

const proposedGroup: Text = { en: 'Proposed for your plan', 'zh-CN': '为你的计划推荐' };
const goodForWords: Text = { en: 'Good for: {what}', 'zh-CN': '适用于：{what}' };

/** The strategies of one group; the first carries the heading. */
function choicesUnder(group: string, strategies: readonly CatalogStrategy[], locale: Locale): Choice[] {
  return strategies.map(({ id, title, summary, goodFor }, index): Choice => {
    const most = lineWidth - (index === 0 ? columns(group) + 2 : 0);
    const lead = goodFor ? columns(say(goodForWords, locale, { what: '' })) : 0;
    const what = shortened((goodFor ?? summary)[locale], most - lead);
    const detail = goodFor ? say(goodForWords, locale, { what }) : what;
    return { value: id, group, label: title[locale], detail };
  });
}

/** All strategies: first those proposed, then the others by lever. Each names its lever, by which it is found then. */
function strategyChoices(proposed: readonly string[], { catalog, locale }: View): Choice[] {
  const first = proposed.flatMap((id) => catalog.strategy(id) ?? []);
  const named = choicesUnder(say(proposedGroup, locale), first, locale);
  const others = leverIds.flatMap((lever) => {
    const under = catalog.under(lever).filter(({ id }) => !proposed.includes(id));
    return choicesUnder(say(catalog.lever(lever).title, locale), under, locale);
  });
  return [...named, ...others].map((choice): Choice => {
    const lever = catalog.strategy(choice.value ?? '')?.lever;
    return lever ? { ...choice, description: say(catalog.lever(lever).title, locale) } : choice;
  });
}

/** The levers with one of these strategies. */
function coveredBy(strategies: readonly string[], catalog: Catalog): LeverId[] {
  return leverIds.filter((lever) => catalog.under(lever).some(({ id }) => strategies.includes(id)));
}

function isBlank(typed: unknown): boolean {
  return typeof typed !== 'string' || typed.trim() === '';
}

function remark(
  key: AnswerKey,
  typed: unknown,
  answers: Answers,
  view: View,
): { name: string; data?: Data; blocked: boolean } | undefined {
  switch (key) {
    case 'title':
      return answers.title ? undefined : { name: 'title', blocked: true };
    case 'goLive':
      return answers.goLive || isBlank(typed) ? undefined : { name: 'date', blocked: true };
    case 'sponsor':
    case 'owner': {
      const word = typeof typed === 'string' ? typed.trim() : '';
      if (word === '') return { name: 'name', blocked: true };
      if (!nameIn(word)) return { name: 'placeholder', data: { word }, blocked: true };
      const same = key === 'owner' && folded(word) === folded(answers.sponsor ?? '');
      return same ? { name: 'same', blocked: false } : undefined;
    }
    case 'groups':
      return namesIn(typed).length > 0 ? undefined : { name: 'groups', blocked: true };
    case 'strategies': {
      const minimum = minimumLevers(view.settings);
      const covered = coveredBy(answers.strategies ?? [], view.catalog);
      const missing = leverIds.filter((lever) => !covered.includes(lever));
      const titles = alternatives(missing.map((lever) => leverInText(lever, view.catalog)));
      return covered.length < minimum ? { name: 'few', data: { minimum, missing: titles }, blocked: false } : undefined;
    }
    default:
      return undefined;
  }
}

/** The question at a step, given the answers so far, including a partly typed one to this step. */
export function question(given: GivenAnswers, wanted: number, view: View): Question {
  const { locale, catalog, today } = view;
  const step = typeof wanted === 'number' ? Math.min(Math.max(Math.trunc(wanted) || 0, 0), steps.length - 1) : 0;
  const key = steps[step] as AnswerKey;
  const typed = given[key];
  const asked = answersIn(given, today);
  const proposals: Partial<Record<AnswerKey, () => string[]>> = {
    goLive: () => (isBlank(typed) ? [dayIn(likeliest, view)] : []),
    aspects: () => ['systems', 'behaviors'],
    strategies: () => prepick(asked, catalog, today),
  };
  const proposed = proposals[key]?.() ?? [];
  const answers: Answers = key === 'strategies' ? { ...asked, strategies: asked.strategies ?? proposed } : asked;
  const found = remark(key, typed, answers, view);
  const said = (text: Text, data?: Data) => say(text, locale, data);
  const n = coveredBy(answers.strategies ?? [], catalog).length;
  const text = typeof typed === 'string' ? typed : '';
  const { question: asking, hint, placeholder } = words[key];
  const minimum = minimumLevers(view.settings);
  const plainly = said(asking, { n });
  const asks = key === 'strategies' && n < minimum ? said(tooFew, { question: plainly, minimum }) : plainly;
  return {
    key,
    kind: key === 'goLive' ? 'one' : key === 'aspects' || key === 'strategies' ? 'many' : 'text',
    step,
    steps: steps.length,
    title: said(heading, { question: asks }),
    prompt: hint ? said(hint) : '',
    placeholder: said(placeholder),
    choices:
      key === 'goLive'
        ? dayChoices(text, view)
        : key === 'aspects'
          ? aspectChoices(view)
          : key === 'strategies'
            ? strategyChoices(proposed, view)
            : [],
    proposed,
    ...(found && { message: said(messages[found.name] as Text, found.data) }),
    blocked: found?.blocked ?? false,
    levers: key === 'strategies',
  };
}
