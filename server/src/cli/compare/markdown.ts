/** A comparison as Markdown for a comment on a pull request: what is to be decided is open, the rest is folded. */
import { levels, levelWords } from '../../core/compare/change.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { brief } from '../../core/i18n/phrases.ts';
import { printed } from '../printed.ts';
import type { Compared, ComparedPlan } from './pairs.ts';
import { fateOf, planWords, sumOf, titleOf } from './words.ts';

/** By this line a comment is found again, to be written anew in its place. */
export const commentMark = '<!-- levers-diff -->';

/** GitHub takes no more characters in a comment; something is left for what others add. */
const mostCharacters = 65_536 - 8_192;

/** So many sentences are open, each with at most so many characters of its plan's name and of its own. */
const mostOpen = 5;
const mostOfName = 100;
const mostOfSentence = 400;

/** So many plans that are left out are named. */
const mostNamed = 20;

const words = {
  heading: { en: 'What changes in the change plans', 'zh-CN': '变革计划的改动' },
  row: { en: '**{plan}**: {sentence}', 'zh-CN': '**{plan}**：{sentence}' },
  more: { en: '{n} more below', 'zh-CN': '下面还有 {n} 项' },
  all: { en: '{plan}: everything that changes ({n})', 'zh-CN': '{plan}：全部改动（{n}）' },
  cut: { en: 'Left out here, because a comment holds no more: {plans}', 'zh-CN': '因评论长度有限，此处略去：{plans}' },
  others: { en: '{titles} and {n} more', 'zh-CN': '{titles} 及另外 {n} 份' },
} satisfies Record<string, Text>;

/** Words of others as Markdown shows them: nothing in them is markup, a link, a mention or a reference. */
export function inMarkdown(text: string): string {
  const code = (sign: string) => `&#${sign.codePointAt(0)};`;
  return printed([text])
    .replace(/[&<>\\`*_[\]#|~@$^]/g, code)
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, code);
}

/** Words of others for an open row, cut where they are too long; the folded part has them whole. */
function short(text: string, most: number): string {
  return inMarkdown(text.length > most ? brief(text, most) : text);
}

/** All sentences about a plan, under headings; one for a plan that is new or gone. */
function wholePlan(plan: ComparedPlan, locale: Locale): string {
  const { changes, before, after } = plan;
  const rows = levels.flatMap((level) => {
    const own = changes.filter((change) => change.level === level);
    if (own.length === 0) return [];
    const sentences = own.map(({ message }) => `- ${inMarkdown(sayMessage(message, locale))}`);
    return [`**${say(levelWords[level], locale)}**`, '', ...sentences, ''];
  });
  const [from, to] = [before?.file.path, after?.file.path];
  if (from !== to && from !== undefined && to !== undefined)
    rows.unshift(`- ${inMarkdown(say(planWords.file, locale, { from, to }))}`, '');
  const summary = say(words.all, locale, { plan: inMarkdown(titleOf(plan)), n: changes.length });
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

/** Lines as far as there is room, and how many there was none for. */
function fitting(parts: readonly string[], room: number): readonly string[] {
  let left = room;
  const last = parts.findIndex((part) => {
    left -= part.length + 1;
    return left < 0;
  });
  return last < 0 ? parts : parts.slice(0, last);
}

export function markdownReport({ plans, together }: Compared, locale: Locale): string {
  const head = [commentMark, `### ${say(words.heading, locale)}`, ''];
  const changed = plans.filter((plan) => plan.changes.length > 0);
  const fates = fateRows(plans, locale);
  if (changed.length + fates.length === 0) return `${[...head, say(planWords.none, locale)].join('\n')}\n`;
  const grave = levels.flatMap((level) =>
    changed.flatMap((plan) =>
      plan.changes.filter((change) => change.level === level).map(({ message }) => ({ plan, message })),
    ),
  );
  const open = grave.slice(0, mostOpen).map(({ plan, message }) => {
    const sentence = short(sayMessage(message, locale), mostOfSentence);
    return `- ${say(words.row, locale, { plan: short(titleOf(plan), mostOfName), sentence })}`;
  });
  if (grave.length > open.length) open.push(`- ${say(words.more, locale, { n: grave.length - open.length })}`);
  const sum = say(planWords.sum, locale, sumOf(plans));
  const foot = (left: readonly string[]) => {
    if (left.length === 0) return [];
    const titles = left.slice(0, mostNamed).map((title) => inMarkdown(title).slice(0, 200));
    const rest = left.length - titles.length;
    const named = titles.join(locale === 'en' ? ', ' : '、');
    return [
      say(words.cut, locale, { plans: rest > 0 ? say(words.others, locale, { titles: named, n: rest }) : named }),
      '',
    ];
  };
  const all = together.map(({ message }) => `- ${short(sayMessage(message, locale), mostOfSentence)}`);
  if (all.length > 0) open.push('', `**${say(planWords.together, locale)}**`, '', ...all.slice(0, mostOpen));
  const parts = [...fates, ...(fates.length ? [''] : []), ...changed.map((plan) => wholePlan(plan, locale))];
  const named = [...fates.map(() => ''), ...(fates.length ? [''] : []), ...changed.map(titleOf)];
  const shown = fitting(parts, mostCharacters - [...head, ...open].join('\n').length);
  const left = named.slice(shown.length).filter((title) => title !== '');
  return `${[...head, ...open, ...(open.length ? [''] : []), ...shown, ...foot(left), sum].join('\n')}\n`;
}
