/** A comparison as Markdown for a comment on a pull request: what is to be decided is open, all is folded below. */
import { byLevel, type Change, gravestFirst, levelWords } from '../../core/compare/change.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { problemRows, problemSection } from './markdownProblems.ts';
import { fitting, folded, inMarkdown, item, type Row, shortRow } from './markdownRow.ts';
import type { Compared, ComparedPlan } from './pairs.ts';
import { fateOf, leftOutText, planWords, sumOf, titleOf } from './words.ts';

/** By this line a comment is found again, to be written anew in its place. */
export const commentMark = '<!-- levers-diff -->';

/** GitHub takes no more characters in a comment; something is left for what others add. */
const mostCharacters = 65_536 - 8_192;

/** So many rows are open, over all. */
const mostOpen = 5;

/** Of the characters that are left beside open rows, the part that the folded problems may take. */
const shareOfProblems = 1 / 3;

/** So many plans that are left out are named. */
const mostNamed = 20;

const words = {
  heading: { en: 'What changes in the change plans', 'zh-CN': '变革计划的改动' },
  more: { en: '{n} more below', 'zh-CN': '下面还有 {n} 项' },
  all: { en: '{plan}: everything that changes ({n})', 'zh-CN': '{plan}：全部改动（{n}）' },
  together: { en: 'All plans together: everything that changes ({n})', 'zh-CN': '所有计划合在一起：全部改动（{n}）' },
  fates: {
    en: 'All plans that are new, gone or in another file ({n})',
    'zh-CN': '新增、删除和换了文件的全部计划（{n}）',
  },
  cut: { en: 'Left out here, because a comment holds no more: {plans}', 'zh-CN': '因评论长度有限，此处略去：{plans}' },
  others: { en: '{titles} and {n} more', 'zh-CN': '{titles} 及另外 {n} 份' },
} satisfies Record<string, Text>;

/** The changes of a plan but for problems that are new: they are listed for all plans together. */
function sentencesOf({ changes }: ComparedPlan): readonly Change[] {
  return changes.filter(({ kind, after }) => kind !== 'problems-changed' || !after);
}

/** All sentences about a plan, under headings; empty where it only has new problems. */
function wholePlan(plan: ComparedPlan, locale: Locale): readonly string[] {
  const { before, after } = plan;
  const sentences = sentencesOf(plan);
  const parts = byLevel(sentences).map(({ level, own }) => {
    const lines = own.map(({ message }) => `- ${inMarkdown(sayMessage(message, locale))}`);
    return [`**${say(levelWords[level], locale)}**`, '', ...lines];
  });
  const [from, to] = [before?.file.path, after?.file.path];
  if (from !== to && from !== undefined && to !== undefined)
    parts.unshift([`- ${inMarkdown(say(planWords.file, locale, { from, to }))}`]);
  if (parts.length === 0) return [];
  const summary = say(words.all, locale, { plan: inMarkdown(titleOf(plan)), n: sentences.length });
  return folded(
    summary,
    parts.flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines)),
  );
}

/** What is said of plans that are new, gone, or stand elsewhere: of the first two somebody decides. */
function fateRows(plans: readonly ComparedPlan[], locale: Locale): readonly Row[] {
  return plans.flatMap((plan) => {
    const fate = fateOf(plan);
    if (fate === 'same' || fate === 'changed') return [];
    const [from, to] = [plan.before?.file.path ?? '', plan.after?.file.path ?? ''];
    const text = say(planWords[fate], locale, { title: titleOf(plan), path: fate === 'removed' ? from : to, from, to });
    return [{ level: fate === 'moved' ? 'quiet' : 'decide', text }];
  });
}

/** Names the parts that there was no room for. */
function cutParts(titles: readonly string[], locale: Locale): readonly string[] {
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
  const leftOut = leftOutText(plans, locale);
  if (changed.length + fates.length === 0) return `${[...head, leftOut || say(planWords.none, locale)].join('\n')}\n`;
  const rowOf = ({ level, message }: Change): Row => ({ level, text: sayMessage(message, locale) });
  const ofAll = together.map(rowOf);
  const sentences = gravestFirst(
    changed.flatMap((plan) => sentencesOf(plan).map((change) => ({ ...rowOf(change), name: titleOf(plan) }))),
  );
  const problems = gravestFirst(changed.flatMap((plan) => problemRows(plan, locale)));
  // What is wrong with a new plan is no change of one, so it is folded.
  const ofNew = plans.filter(({ before }) => !before).flatMap((plan) => problemRows(plan, locale));
  const chosen = gravestFirst([...ofAll, ...sentences, ...problems, ...fates]).slice(0, mostOpen);
  const openOf = (rows: readonly Row[]) => rows.filter((row) => chosen.includes(row)).map(shortRow);
  const lines = (rows: readonly Row[]) => rows.map((row) => item(row, locale));
  const [openSentences, openOfAll, openFates] = [openOf(sentences), openOf(ofAll), openOf(fates)];
  const more = sentences.length - openSentences.length;
  const groups = [
    [...lines(openSentences), ...(more > 0 ? [`- ${say(words.more, locale, { n: more })}`] : [])],
    openOfAll.length > 0 ? [`**${say(planWords.together, locale)}**`, '', ...lines(openOfAll)] : [],
    lines(openFates),
  ];
  const open = groups.flatMap((group) => (group.length > 0 ? [...group, ''] : []));
  const room = mostCharacters - [...head, ...open].join('\n').length;
  const section = problemSection(
    plans,
    gravestFirst([...problems, ...ofNew]),
    openOf(problems),
    room * shareOfProblems,
    locale,
  );
  // All rows of a kind are folded, unless every one is open and whole.
  const rest = (form: Text, all: readonly Row[], opened: readonly Row[]) => {
    const title = say(form, locale, { n: all.length });
    return { title, lines: all.every((row) => opened.includes(row)) ? [] : folded(title, lines(all)) };
  };
  const parts = [
    rest(words.together, ofAll, openOfAll),
    rest(words.fates, fates, openFates),
    ...changed.map((plan) => ({ title: titleOf(plan), lines: wholePlan(plan, locale) })),
  ].flatMap(({ title, lines }) => (lines.length > 0 ? [{ title, text: lines.join('\n') }] : []));
  const shown = fitting(
    parts.map(({ text }) => text),
    room - section.join('\n').length,
  );
  const left = parts.slice(shown.length).map(({ title }) => title);
  const sum = say(planWords.sum, locale, sumOf(plans));
  const end = leftOut ? [leftOut, '', sum] : [sum];
  return `${[...head, ...open, ...shown, ...cutParts(left, locale), ...section, ...end].join('\n')}\n`;
}
