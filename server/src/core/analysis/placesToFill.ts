/** Places of a plan that are still to be filled in: what drafts, fixes and templates write for somebody to replace. */

import words from 'levers:template-words';
import type { Text } from '../i18n/message.ts';
import { isPlaceholder, saysNothing } from '../model/personName.ts';
import { ofPlan, type Plan } from '../model/plan.ts';
import { shapesUnder } from '../model/references.ts';
import { isUndecided, leavesOpen } from '../model/undecided.ts';
import { planShape, type Shape } from '../schema/schema.ts';
import { type At, derived, isMap, type Mapping, type Node } from '../syntax/tree.ts';
import { binarySearch } from '../text/binarySearch.ts';
import type { Span } from '../text/span.ts';

/** Says in a plan that the numbers of a measure are not real yet. */
export const exampleSource: Text = {
  en: 'Example numbers until you put in your own',
  'zh-CN': '示例数字，请换成实际数据并写明来源',
};

/** Words that templates select for the author to replace; their ids, days and names of roles may stay. */
const templateWords: ReadonlySet<string> = new Set(words);

/** What somebody puts into a longer text for a part that is still open: `TBD`, `xxx`, `<name of the tool>`, `{{ owner }}`. */
const gap =
  /(?=[TFXx])(?<![\p{L}\p{N}])(?:TBD|TBC|TBA|T\.B\.D|TODO|FIXME|[Xx]{3,})(?![\p{L}\p{N}])|<(?:\p{L}+ [^<>]{0,60}|\p{Script=Han}[^<>]{0,60}|name|date|number|owner|team|tool|place|group|role|title)>|\{\{[^{}]*\}\}/u;

/** A part that is open in the midst of a text: `Interviews with … teams`. */
const openWithin = /(?:^|[a-z] )… \p{Ll}/u;

/** In the words of somebody else, “…” says that some are left out. */
const quotation = /[“”„«»"「」]/;

/** The same in Chinese, where no blank marks a word: at the start, after a colon or in brackets. */
const chineseGap = /(?:^|[：:（(【[])(?:待定|待补充|待填写|待确认|待落实)/;

/** What stands at the end of a text that trails off. */
const ellipses = ['…', '...', '。。。'];

/** Whether a text waits for its author: it trails off, holds a gap, says that it is not decided, or is what a template wrote. */
function waits(text: string): boolean {
  const words = text.trim();
  const written = words === exampleSource.en || words === exampleSource['zh-CN'] || templateWords.has(words);
  return (
    written ||
    ellipses.some((end) => words.endsWith(end)) ||
    gap.test(words) ||
    (openWithin.test(words) && !quotation.test(words)) ||
    chineseGap.test(words) ||
    isUndecided(words)
  );
}

/** Whether an own text of the author may stand there: no id, day or word of a list, and no list or section. */
function takesWords({ enum: words, refs, introduces, id, date, types }: Shape): boolean {
  const chosen = words || refs.length > 0 || introduces || id || date;
  return !chosen && types.includes('string') && !types.includes('array');
}

/** Keys of texts that say what is done, or why not. */
const decides: ReadonlySet<string> = new Set(['intent', 'summary', 'response', 'notUsed', 'actions']);

/** A value that waits for its author. */
export interface PlaceToFill extends Span {
  /** The name of a person belongs there, else a text. */
  readonly person: boolean;
}

/** Whether a name names nobody for a key: all managers may send a message, and cannot answer for anything. */
function namesNobody(name: string, key: string): boolean {
  return key === 'sender' ? saysNothing(name) : isPlaceholder(name);
}

/** The places in a map, as offsets from its start. */
const placesIn = derived(
  ({ node }: At<Mapping>) => node,
  ({ node: { pairs } }, shape: Shape): readonly PlaceToFill[] => {
    const found: PlaceToFill[] = [];
    const look = (node: Node, at: number, inner: Shape, key: string): void => {
      if (node.kind === 'map') {
        for (const { start, end, person } of placesIn({ node, start: 0 }, inner))
          found.push({ start: at + start, end: at + end, person });
      } else if (node.kind === 'list') {
        const { items } = inner;
        if (items) for (const item of node.items) look(item.node, at + item.at, items, key);
      } else if (node.kind === 'scalar') {
        const { value } = node;
        const open = inner.person
          ? value === null || (typeof value === 'string' && (namesNobody(value, key) || waits(value)))
          : typeof value === 'string' && takesWords(inner) && (waits(value) || (decides.has(key) && leavesOpen(value)));
        if (open) found.push({ start: at, end: at + node.length, person: inner.person });
      }
    };
    const shapeOf = shapesUnder(shape, pairs);
    for (const { name, value, valueAt } of pairs) {
      const inner = shapeOf(name);
      if (inner) look(value, valueAt, inner, name);
    }
    return found;
  },
);

/** The values that wait for their author, in the order of the text; a person who is not named yet is one too. */
export const placesToFill = ofPlan((plan): readonly PlaceToFill[] => {
  const { root } = plan;
  if (!isMap(root)) return [];
  return placesIn(root, planShape).map(({ start, end, person }) => ({
    start: root.start + start,
    end: root.start + end,
    person,
  }));
});

/** Whether something within a span waits for its author; `counts` says which places are meant, all if it is left out. */
export function waitsIn(
  plan: Plan,
  { start, end }: Span,
  counts: (place: PlaceToFill) => boolean = () => true,
): boolean {
  const places = placesToFill(plan);
  for (let index = binarySearch(places, (place) => place.start >= start); ; index++) {
    const place = places[index];
    if (!place || place.end > end) return false;
    if (counts(place)) return true;
  }
}
