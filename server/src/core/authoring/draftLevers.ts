/** The levers of a draft and their strategies. */

import { minimumLevers } from '../analysis/coverage.ts';
import { comment } from '../edits/comment.ts';
import { blockList, indented, itemText, written } from '../edits/yamlEdit.ts';
import { say } from '../i18n/message.ts';
import { type LeverId, leverIds } from '../schema/format.gen.ts';
import type { Measured } from './draftMeasures.ts';
import { left, notes } from './draftPhrases.ts';
import { type Frame, inBrackets, mainGroups, ownerOf, sample } from './frame.ts';
import type { Chosen } from './schedule.ts';

/** Strategies of which only the author knows in which tool they take place. */
const inChat: readonly string[] = ['two-way-feedback-channels', 'ai-discussion-channel'];

/** Levers that work on those who have to do something in another way; the others are for all who are touched. */
const forMain: readonly LeverId[] = ['values', 'enablement', 'rewards'];

/** What names a strategy: its id in the catalog, or for one that a plan writes itself its id, title and summary. */
function nameOf(frame: Frame, { known }: Chosen): (readonly [key: string, value: string])[] {
  const { context, language } = frame;
  if (!context.catalog.strategy(known.id)) {
    const { id, title, summary } = known;
    return [
      ['id', id],
      ['title', written(say(title, language))],
      ['summary', written(say(summary, language))],
    ];
  }
  // Its title in the catalog names a product.
  const title = known.id === 'ai-discussion-channel' ? [['title', sample(frame, 'chat')] as const] : [];
  return [['use', known.id], ...title];
}

function strategyLines(frame: Frame, chosen: Chosen, measures: readonly Measured[]): string[] {
  const { known, start, due } = chosen;
  // Somebody has to reach those for whom little changes, too.
  const others = frame.covered.some((lever) => !forMain.includes(lever));
  const groups = others && forMain.includes(known.lever) ? mainGroups(frame) : frame.groups;
  const named = measures.filter(({ of }) => of.includes(known)).map(({ id }) => id);
  const name = nameOf(frame, chosen);
  const item = itemText([
    ...name,
    ['owner', ownerOf(frame, known.lever)],
    ['audience', inBrackets(groups.map(({ id }) => id))],
    ['start', start],
    ['due', due],
    ...(named.length ? [['measures', inBrackets(named)] as const] : []),
    ...(inChat.includes(known.id) ? [['notes', sample(frame, 'channel')] as const] : []),
  ]);
  const about = name.some(([key]) => key === 'summary') ? [] : comment(say(known.summary, frame.context.locale), 6);
  return [...about, ...indented(blockList([item]), 6)];
}

function leverLines(frame: Frame, lever: LeverId, measures: readonly Measured[]): string[] {
  const { catalog, context, language, days, byLever, enough } = frame;
  const picked = byLever.get(lever) ?? [];
  // While levers are missing, none is left out on purpose.
  if (picked.length === 0 && !enough) return [];
  const about = comment(say(catalog.lever(lever).summary, context.locale), 2);
  const key = `  ${lever}:`;
  return picked.length === 0
    ? [...about, key, `    notUsed: ${written(say(left, language, { day: days.review }))}`]
    : [...about, key, '    strategies:', ...picked.flatMap((one) => strategyLines(frame, one, measures))];
}

/** The section of the levers. */
export function leversLines(frame: Frame, measures: readonly Measured[]): string[] {
  const { catalog, context, covered, enough } = frame;
  const n = covered.length;
  const minimum = minimumLevers(context.settings);
  const missing = leverIds.filter((lever) => !covered.includes(lever)).map((lever) => catalog.lever(lever).title);
  const about = enough
    ? say(notes.covered, context.locale, { n })
    : say(notes.few, context.locale, { n, minimum, missing });
  return [
    ...comment(about),
    n > 0 ? 'levers:' : 'levers: {}',
    ...leverIds.flatMap((lever) => leverLines(frame, lever, measures)),
  ];
}
