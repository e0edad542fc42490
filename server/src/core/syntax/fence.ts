/**
 * What came along when a plan was copied out of a chat: the lines of its fence, and the sentences before and after.
 *
 *     Here is your plan:
 *     ```yaml
 *     version: 1
 *     ```
 */
import type { Shape } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import { keyAt, keyName } from './keyPattern.ts';

const quick = /^[ \t]*(?:`{3}|~{3})/m;
const fence = /^([ \t]*)(?:`{3,}|~{3,})[ \t]*(?:([\w+-]+)[ \t]*)?\r?$/;

interface Line extends Span {
  readonly source: string;
}

function linesIn(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    lines.push({ start, end, source: text.slice(start, end).replace(/\r?\n$/, '') });
    start = end;
  }
  return lines;
}

/** Whether a line is one of a plan: a key of its sections, or the brace with which JSON begins. */
function ofPlan({ source }: Line, shape: Shape): boolean {
  const at = source.search(/\S/);
  const key = at < 0 ? undefined : keyAt(source, at)?.source;
  return source[at] === '{' || (key !== undefined && (shape.key(keyName(key)) !== undefined || /^x-/.test(key)));
}

/** Whether some lines are sentences of a chat, of which nothing belongs to a plan. */
function isProse(lines: readonly Line[], shape: Shape): boolean {
  return !lines.some((line) => ofPlan(line, shape) || /^\s+\S|^- *[\w-]+:(?:\s|$)/.test(line.source));
}

/** The whole lines that do not belong to the plan of a text, in order; none where it has no fence. */
export function aroundFence(text: string, shape: Shape): Span[] {
  if (!quick.test(text)) return [];
  const lines = linesIn(text);
  const first = lines.findIndex(({ source }) => fence.test(source));
  const head = lines.slice(0, Math.max(0, first));
  const leads = isProse(head, shape);
  const blanks = leads ? fence.exec(lines[first]?.source ?? '')?.[1] : '';
  const marks = lines.flatMap(({ source }, index) => (fence.exec(source)?.[1] === blanks ? [index] : []));
  const [opening] = marks;
  if (opening === undefined) return [];
  const away = new Set(marks);
  // Above the first fence stands the plan where that closes it.
  const tagged = fence.exec(lines[opening]?.source ?? '')?.[2] !== undefined;
  let inside = !leads && !tagged && marks.length % 2 === 1;
  let from = 0;
  let plan = false;
  for (const mark of [...marks, lines.length]) {
    const own = lines.slice(from, mark);
    plan ||= inside || !isProse(own, shape);
    // Notes stay, and so do empty lines where there is no sentence.
    const said = own.some(({ source }) => /^\s*[^\s#]/.test(source));
    if (!inside && said && isProse(own, shape))
      for (let line = from; line < mark; line++) if (!/^\s*#/.test(lines[line]?.source ?? '')) away.add(line);
    inside = !inside;
    from = mark + 1;
  }
  if (!plan) return [];
  const spans: { start: number; end: number }[] = [];
  for (const index of [...away].sort((a, b) => a - b)) {
    const { start, end } = lines[index] as Line;
    const last = spans.at(-1);
    if (last?.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
