/** Arbitrary for edits: typing, deleting, pasting, moving the cursor and undoing at random. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { changeOf } from '../../server/src/core/text/change.ts';
import { cleanPlan } from './plan.ts';

const plans = [cleanPlan, ...readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'))];
/** Texts to start from, with either kind of line ends. */
export const texts = plans.flatMap((text) => [text, text.replaceAll('\n', '\r\n')]);

/** One step of editing, at the cursor. */
export type EditStep =
  | { readonly kind: 'type'; readonly words: string }
  | { readonly kind: 'delete'; readonly length: number }
  /** Deletes the value after a colon or hyphen, with the blank before it or without. */
  | { readonly kind: 'empty'; readonly blank: boolean }
  | { readonly kind: 'paste'; readonly from: number; readonly lines: number }
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'line'; readonly by: number }
  | { readonly kind: 'undo' };

/** What is typed or pasted at random: signs of YAML, and words of plans. */
export const word: fc.Arbitrary<string> = fc.constantFrom(
  'a',
  'e',
  ' ',
  'x',
  '1',
  ':',
  ': ',
  '-',
  '- ',
  '"',
  "'",
  '#',
  ' # note',
  '\n',
  '\n  ',
  '\n      ',
  '\r\n',
  '\t',
  ',',
  '[',
  ']',
  '{',
  '}',
  '变更',
  '：',
  '\u3000',
  '|',
  '>',
  '@',
  '%',
  '---',
  '<<<<<<<',
  '\n    ➢ ',
  '\n    a) ',
  '\n      o\t',
  '\n```\n',
  ' | ',
  ' = ',
  'owner: Ana Ruiz',
  'status: done',
  'use: super-users',
  'id: x',
  '2027-05-01',
  'levers:',
  'x-own: 1',
  '\uFEFF',
  '\u200B',
  '\u200D',
  '\u000B',
  '\u2028',
  '\uFFFD',
  '\u0000',
  '\uD83D',
  'a\u2011b',
);

/** Arbitrary for a step. */
export const editStep: fc.Arbitrary<EditStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), words: word }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), length: fc.integer({ min: 1, max: 6 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('delete' as const), length: fc.integer({ min: 1, max: 400 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('empty' as const), blank: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('paste' as const),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      lines: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('go' as const), to: fc.double({ min: 0, max: 1, noNaN: true }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('line' as const), by: fc.integer({ min: -2, max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
);

/** What was replaced between two versions of a text. Between the two characters of a line break there is no place. */
export function editBetween(before: string, after: string): { start: number; end: number; text: string } {
  const { start, end, newEnd } = changeOf(before, after);
  const inBreak = (offset: number) => (before.slice(offset - 1, offset + 1) === '\r\n' ? 1 : 0);
  const [more, further] = [inBreak(start), inBreak(end)];
  return { start: start - more, end: end + further, text: after.slice(start - more, newEnd + further) };
}

/** A text under edit: its cursor and its history. */
export class RandomEditor {
  private at = 0;
  private readonly before: { text: string; at: number }[] = [];

  constructor(public text: string) {}

  private replace(start: number, end: number, words: string): void {
    this.before.push({ text: this.text, at: this.at });
    this.text = this.text.slice(0, start) + words + this.text.slice(end);
    this.at = start + words.length;
  }

  get cursor(): number {
    return Math.min(this.at, this.text.length);
  }

  private empty(blank: boolean): void {
    const start = this.text.lastIndexOf('\n', this.cursor - 1) + 1;
    const line = /^[^\r\n]*/.exec(this.text.slice(start))?.[0] as string;
    const sign = /^ *-(?= )|.*?:(?= )/.exec(line)?.[0];
    if (sign !== undefined) this.replace(start + sign.length + (blank ? 1 : 0), start + line.length, '');
  }

  do(step: EditStep): void {
    const at = this.cursor;
    if (step.kind === 'type') this.replace(at, at, step.words);
    else if (step.kind === 'delete') this.replace(Math.max(0, at - step.length), at, '');
    else if (step.kind === 'empty') this.empty(step.blank);
    else if (step.kind === 'go') this.at = Math.floor(step.to * this.text.length);
    else if (step.kind === 'paste') {
      const lines = this.text.split('\n');
      const from = Math.floor(step.from * lines.length);
      const start = this.text.lastIndexOf('\n', at - 1) + 1;
      this.replace(start, start, `${lines.slice(from, from + step.lines).join('\n')}\n`);
    } else if (step.kind === 'line') {
      const lines = this.text.slice(0, at).split('\n').length - 1 + step.by;
      const all = this.text.split('\n');
      this.at = all.slice(0, Math.max(0, Math.min(lines, all.length - 1) + 1)).join('\n').length;
    } else {
      const last = this.before.pop();
      if (last) ({ text: this.text, at: this.at } = last);
    }
  }
}
