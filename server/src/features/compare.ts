/** What changed in a plan from another version of it, in the reader's words, with the places in both texts. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { brief } from '../core/brief/brief.ts';
import { briefText } from '../core/brief/text.ts';
import { type Change, levels, levelWords, sameWords } from '../core/compare/change.ts';
import { compare as changesBetween } from '../core/compare/compare.ts';
import { say, sayMessage, type Text } from '../core/i18n/message.ts';
import { inLine } from '../core/i18n/phrases.ts';
import { parse } from '../core/model/parse.ts';
import type { Plan } from '../core/model/plan.ts';
import type { ComparedChange, CompareParams, CompareResult } from '../protocol.ts';
import { rangeOf, type Subject, type View } from './view.ts';

const several: Text = { en: '{n} changes, the gravest: {change}', 'zh-CN': '{n} 处改动，最重要的是：{change}' };

/** How many changes there are, and the gravest, which comes first. */
function summary(changes: readonly Change[], { locale }: View): string {
  const [gravest] = changes;
  if (!gravest) return say(sameWords, locale);
  const change = sayMessage(gravest.message, locale);
  return changes.length === 1 ? change : say(several, locale, { n: changes.length, change });
}

/** The changes from the text `before` to a plan; both are judged with its catalog and settings. */
export function compare(after: Subject<Plan>, { before: text, words }: CompareParams, view: View): CompareResult {
  const document = TextDocument.create(after.document.uri, after.document.languageId, 0, text);
  const before = { document, reading: parse(text) };
  const changes = changesBetween({ plan: before.reading, context: view }, { plan: after.reading, context: view });
  const told = (change: Change): ComparedChange => ({
    kind: change.kind,
    message: sayMessage(change.message, view.locale),
    ...(change.before && { before: rangeOf(before, change.before) }),
    ...(change.after && { after: rangeOf(after, change.after) }),
  });
  const inWords = ({ reading }: Subject<Plan>) => briefText(brief(reading, view));
  return {
    version: after.document.version,
    title: inLine(after.reading.head?.text('title') ?? ''),
    summary: summary(changes, view),
    groups: levels.flatMap((level) => {
      const own = changes.filter((change) => change.level === level);
      return own.length > 0 ? [{ level, heading: say(levelWords[level], view.locale), changes: own.map(told) }] : [];
    }),
    ...(words && { words: { before: inWords(before), after: inWords(after) } }),
  };
}
