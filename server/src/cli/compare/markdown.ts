/** A comparison as Markdown for a comment on a pull request: what is to be decided is open, the rest is folded. */
import { type Change, levels, levelWords } from '../../core/compare/change.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { problemRows, problemSection } from './markdownProblems.ts';
import { byLevel, fitting, inMarkdown, item, type Row, short, shortRow } from './markdownRow.ts';
import type { Compared, ComparedPlan } from './pairs.ts';
import { fateOf, planWords, sumOf, titleOf } from './words.ts';

/** By this line a comment is found again, to be written anew in its place. */
export const commentMark = '<!-- levers-diff -->';

/** GitHub takes no more characters in a comment; something is left for what others add. */
const mostCharacters = 65_536 - 8_192;

/** So many sentences and problems are open. */
const mostOpen = 5;

/** Of the characters that are left beside open rows, the part that the folded problems may take. */
const shareOfProblems = 1 / 3;

/** So many plans that are left out are named. */
const mostNamed = 20;

const words = {
  heading: { en: 'What changes in the change plans', 'zh-CN': '变革计划的改动' },
  more: { en: '{n} more below', 'zh-CN': '下面还有 {n} 项' },
  all: { en: '{plan}: everything that changes ({n})', 'zh-CN': '{plan}：全部改动（{n}）' },
  cut: { en: 'Left out here, because a comment holds no more: {plans}', 'zh-CN': '因评论长度有限，此处略去：{plans}' },
  others: { en: '{titles} and {n} more', 'zh-CN': '{titles} 及另外 {n} 份' },
} satisfies Record<string, Text>;

/** The changes of a plan but for problems that are new: they are listed for all plans together. */
function sentencesOf({ changes }: ComparedPlan): readonly Change[] {
  return changes.filter(({ kind, after }) => kind !== 'problems-changed' || !after);
}

/** All sentences about a plan, under headings; empty where it only has new problems. */
function wholePlan(plan: ComparedPlan, locale: Locale): string {
  const { before, after } = plan;
  const sentences = sentencesOf(plan);
  const rows = levels.flatMap((level) => {
    const own = sentences.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const lines = own.map(({ message }) => `- ${inMarkdown(sayMessage(message, locale))}`);
    return [`**${say(levelWords[level], locale)}**`, '', ...lines, ''];
  });
  const [from, to] = [before?.file.path, after?.file.path];
  if (from !== to && from !== undefined && to !== undefined)
    rows.unshift(`- ${inMarkdown(say(planWords.file, locale, { from, to }))}`, '');
  if (rows.length === 0) return '';
  const summary = say(words.all, locale, { plan: inMarkdown(titleOf(plan)), n: sentences.length });
  return [`<details><summary>${summary}</summary>`, '', ...rows, '</details>', ''].join('\n');
}

/** What is said of plans that are new, gone, or stand elsewhere. */
function fateRows(plans: readonly ComparedPlan[], locale: Locale): string[] {
  return plans.flatMap((plan) => {
    const fate = fateOf(plan);
    if (fate === 'same' || fate === 'changed') return [];
    const [from, to] = [plan.before?.file.path ?? '', plan.after?.file.path ?? ''];
    const said = say(planWords[fate], locale, { title: titleOf(plan), path: fate === 'removed' ? from : to, from, to });
    return [`- ${inMarkdown(said)}`];
  });
}

/** Names the plans that there was no room for. */
function cutPlans(titles: readonly string[], locale: Locale): readonly string[] {
  if (titles.length === 0) return [];
  const shown = titles.slice(0, mostNamed).map((title) => inMarkdown(title).slice(0, 200));
  const rest = titles.length - shown.length;
  const named = shown.join(locale === 'en' ? ', ' : '、');
  const plans = rest > 0 ? say(words.others, locale, { titles: named, n: rest }) : named;
  return [say(words.cut, locale, { plans }), ''];
}

export function markdownReport({ plans, together }: Compared, locale: Locale): string {
  const head = [commentMark, `### ${say(words.heading, locale)}`, ''];
  const changed = plans.filter(({ before, after, changes, problems }) => {
    return before && after && changes.length + problems.length > 0;
  });
  const fates = fateRows(plans, locale);
  if (changed.length + fates.length === 0) return `${[...head, say(planWords.none, locale)].join('\n')}\n`;
  const sentences = changed.flatMap((plan) =>
    sentencesOf(plan).map(({ level, message }): Row => {
      return { level, name: titleOf(plan), text: sayMessage(message, locale) };
    }),
  );
  const problems = changed.flatMap((plan) => problemRows(plan, locale));
  // What is wrong with a new plan is no change that somebody decides about, so it is folded.
  const ofNew = plans.filter(({ before }) => !before).flatMap((plan) => problemRows(plan, locale));
  const chosen = byLevel([...sentences, ...problems]).slice(0, mostOpen);
  const open = chosen.filter((row) => sentences.includes(row)).map((row) => item(shortRow(row), locale));
  if (sentences.length > open.length) open.push(`- ${say(words.more, locale, { n: sentences.length - open.length })}`);
  const all = together.map(({ message }) => `- ${inMarkdown(short(sayMessage(message, locale)))}`);
  if (all.length > 0) open.push('', `**${say(planWords.together, locale)}**`, '', ...all.slice(0, mostOpen));
  const room = mostCharacters - [...head, ...open].join('\n').length;
  const openProblems = chosen.filter((row) => problems.includes(row)).map(shortRow);
  const rows = byLevel([...problems, ...ofNew]);
  const section = problemSection(plans, rows, openProblems, room * shareOfProblems, locale);
  const whole = changed.map((plan) => ({ title: titleOf(plan), text: wholePlan(plan, locale) }));
  const parts = [
    ...[...fates, ...(fates.length ? [''] : [])].map((text) => ({ title: '', text })),
    ...whole.filter(({ text }) => text !== ''),
  ];
  const shown = fitting(
    parts.map(({ text }) => text),
    room - section.join('\n').length,
  );
  const left = parts.slice(shown.length).flatMap(({ title }) => (title === '' ? [] : [title]));
  const sum = say(planWords.sum, locale, sumOf(plans));
  const body = [...open, ...(open.length ? [''] : []), ...shown, ...cutPlans(left, locale), ...section, sum];
  return `${[...head, ...body].join('\n')}\n`;
}
