/** What was meant by a text at a place that takes no free text: a number, a day, a choice, yes or no, an id. */

import { written } from '../edits/yamlEdit.ts';
import { names } from '../model/declaredIds.ts';
import { slug } from '../model/ids.ts';
import { Plan } from '../model/plan.ts';
import type { Reading } from '../model/reading.ts';
import { choicesMeant } from '../schema/choices.ts';
import type { RefKind, Shape } from '../schema/schema.ts';
import { readings } from '../text/dateFormats.ts';
import { isDay } from '../text/day.ts';
import { nearest } from '../text/spelling.ts';
import { withoutEnd } from '../text/withoutEnd.ts';
import { numberIn } from './numbers.ts';

/** What people write for `true` and `false`. */
export function truthOf(text: string): boolean | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase().replace(/[.!]$/, '');
  const yes = ['true', 't', 'yes', 'y', 'on', 'done', 'complete', 'completed', 'finished', 'x', 'ok'];
  if ([...yes, '是', '是的', '对', '已完成', '完成', '√', '✓', '✔', '✔️', '☑', '☑️', '✅'].includes(plain)) return true;
  const no = ['false', 'f', 'no', 'n', 'off', 'open', 'not done', 'not yet', 'not started'];
  return [...no, '否', '不', '不是', '未完成', '没有', '还没有', '✗', '✘', '❌', '☐', '□', '×'].includes(plain)
    ? false
    : undefined;
}

/** A text without quotation marks and the signs that are not read as part of a text, at its ends. */
function bare(text: string): string {
  const rest = text.trim().replace(/^(?:["'“”‘’`@*&!|>?,[\]{}【】（）]|%(?!\d)|-(?!\d))+\s*/, '');
  return withoutEnd(rest, /["'“”‘’`,[\]{}【】（）]/).trim();
}

/** Whether something in a plan has that id. */
function isDeclared(reading: Reading, id: string, kinds: readonly RefKind[]): boolean {
  if (!(reading instanceof Plan)) return false;
  const all: Partial<Record<RefKind, { has(id: string): boolean }>> = names(reading);
  return kinds.some((kind) => all[kind]?.has(id));
}

/**
 * What was meant by a text at a place, in the form that the place takes: one, several where it may be any of them, none
 * where nothing is known to be right there.
 */
export function meantAt(reading: Reading, shape: Shape, source: string): readonly string[] {
  const text = bare(source);
  if (text === '') return [];
  if (shape.date) return isDay(text) ? [text] : readings(text);
  if (shape.enum) {
    const meant = choicesMeant(shape, text);
    return meant.length ? meant : nearest(text, shape.enum);
  }
  if (shape.const !== undefined) return text === String(shape.const) ? [text] : [];
  const { types } = shape;
  if (types.includes('boolean')) {
    const truth = truthOf(text);
    return truth === undefined ? [] : [String(truth)];
  }
  if (types.includes('number') || types.includes('integer')) {
    const number = numberIn(text, shape) ?? numberIn(source, shape);
    return number !== undefined && (types.includes('number') || !number.includes('.')) ? [number] : [];
  }
  if (shape.refs.length && !shape.items) return isDeclared(reading, text, shape.refs) ? [written(text)] : [];
  return shape.introduces && slug(text) === text ? [written(text)] : [];
}
