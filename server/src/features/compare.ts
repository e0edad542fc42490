/** What changed in a plan from another version of it, in the reader's words, with the places in both texts. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { brief } from '../core/brief/brief.ts';
import { briefText } from '../core/brief/text.ts';
import { byLevel, type Change, levelWords } from '../core/compare/change.ts';
import { compare as changesIn } from '../core/compare/compare.ts';
import { Comparison } from '../core/compare/comparison.ts';
import { summaryOf } from '../core/compare/summary.ts';
import { say, sayMessage } from '../core/i18n/message.ts';
import { inLine } from '../core/i18n/phrases.ts';
import { parse } from '../core/model/parse.ts';
import type { Plan } from '../core/model/plan.ts';
import type { ComparedChange, CompareParams, CompareResult } from '../protocol.ts';
import { rangeOf, type Subject, type View } from './view.ts';

/** A version of a plan as a text beside it. */
export function versionOf(plan: Subject<Plan>, text: string): Subject<Plan> {
  const { uri, languageId } = plan.document;
  return { document: TextDocument.create(uri, languageId, 0, text), reading: parse(text) };
}

/** The changes from the text `before` to a plan; both are judged with its catalog and settings. */
export function compare(after: Subject<Plan>, { before: text, words }: CompareParams, view: View): CompareResult {
  const before = versionOf(after, text);
  const side = ({ reading: plan }: Subject<Plan>) => ({ plan, context: view });
  const changes = changesIn(new Comparison(side(before), side(after)));
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
    summary: sayMessage(summaryOf(changes), view.locale),
    groups: byLevel(changes).map(({ level, own }) => {
      return { level, heading: say(levelWords[level], view.locale), changes: own.map(told) };
    }),
    ...(words && { words: { before: inWords(before), after: inWords(after) } }),
  };
}
