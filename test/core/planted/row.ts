/** A planted mistake, and how it gets into a plan. */
import assert from 'node:assert/strict';

export interface Planted {
  readonly plan: 'city' | 'hospital' | 'retail' | 'small';
  readonly what: string;
  /** A piece of the plan that stands in it once. */
  readonly from: string;
  /** What is written instead; `▸` where what is found begins, otherwise it begins with this. */
  readonly to: string;
  /** What is different in the plan before, so that the mistake can be made with one change; nothing is found then. */
  readonly given?: readonly (readonly [from: RegExp, to: string])[];
  /** Severities and codes, in the order of the marks. */
  readonly found: readonly string[];
  /**
   * What stands there after the first fix: what stood there before, unless something else is given; `null` if there is
   * nothing to click; `{}` if it is only known that no other line changes, or `{ elsewhere: true }` not even that.
   */
  readonly fixed?: string | null | { readonly elsewhere?: boolean };
  /** Of several findings the one whose fix is tried. */
  readonly about?: string;
  /** The fix puts something in that asks for more: who owns a new strategy, say. */
  readonly opens?: boolean;
  /** A piece of the plan with a mark, where what is found stands elsewhere. */
  readonly at?: string;
}

const mark = '▸';

/** The only place of a piece in a text. */
function only(text: string, piece: string): number {
  const at = text.indexOf(piece);
  assert.ok(at >= 0, `not in the plan: ${piece}`);
  assert.equal(text.indexOf(piece, at + 1), -1, `more than once in the plan: ${piece}`);
  return at;
}

/** The plan with the mistake in it: where it stands, and where it is to be found. */
export function plantedIn(good: string, row: Planted, lines: (text: string) => string) {
  const plan = lines((row.given ?? []).reduce((text, [from, to]) => text.replace(from, to), good));
  const from = lines(row.from);
  const start = only(plan, from);
  const marked = lines(row.to);
  const to = marked.replaceAll(mark, '');
  const text = plan.slice(0, start) + to + plan.slice(start + from.length);
  const marks = [...marked.matchAll(new RegExp(mark, 'g'))].map(({ index }, nth) => start + index - nth);
  if (row.at) {
    const at = lines(row.at);
    marks.push(only(text, at.replace(mark, '')) + at.indexOf(mark));
  }
  return { text, marks, region: { start, end: start + to.length }, original: plan };
}

/** What a row may say besides the mistake and its finding. */
export type More = Partial<Omit<Planted, 'plan' | 'what' | 'from' | 'to' | 'found'>>;

const planter =
  (plan: Planted['plan']) =>
  (what: string, from: string, to: string, found: string, more: More = {}): Planted => ({
    plan,
    what,
    from,
    to,
    found: found === '' ? [] : found.split(', '),
    ...more,
  });

export const city = planter('city');
export const hospital = planter('hospital');
export const retail = planter('retail');
export const small = planter('small');
