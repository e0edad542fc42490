/** Numbers as people write them: with separators, a unit, or a sign for "about" or "more than". */
import type { Shape } from '../schema/schema.ts';

/** A text as a number is written, without a unit after it. */
function withoutUnit(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/(?<!\s)\s*(?:%|人|people|persons?)$/i, '');
}

/**
 * What digits with a dot or comma before the last three may say: `1.200` is 1200 or 1.2, and where only whole numbers
 * stand 1200 alone. None for any other text.
 */
export function numberReadings(text: string, { types }: Shape): string[] {
  const [, whole, after] = /^([-+]?[1-9]\d{0,2})[.,](\d{3})$/.exec(withoutUnit(text)) ?? [];
  if (whole === undefined) return [];
  const fraction = Number(`${whole}.${after}`);
  const fits = types.includes('number') || Number.isInteger(fraction);
  return [String(Number(`${whole}${after}`)), ...(fits ? [String(fraction)] : [])];
}

/** The number in a text: `1 200`, `1,200,000`, `80%`, `620 人`, `>80`; undefined where it is none, or may be either of two. */
export function numberIn(text: string, shape: Shape): string | undefined {
  const [only, other] = numberReadings(text, shape);
  if (only) return other ? undefined : only;
  const plain = withoutUnit(text)
    .replace(/^(?:[<>]=?|[≤≥=~≈∼约])\s*/, '')
    .replace(/(?<=\d)[' \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  const grouped = /^[-+]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})$/.test(plain);
  const number = grouped ? plain.replace(/[.,]/g, '') : plain.replace(/^([-+]?\d+),(\d{1,2})$/, '$1.$2');
  return /^[-+]?\d+(?:\.\d+)?$/.test(number) ? String(Number(number)) : undefined;
}
