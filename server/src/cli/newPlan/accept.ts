/** Judges an answer to a question of a new plan, typed or from a file. */
import type { GivenAnswers } from '../../core/authoring/answers.ts';
import type { Context } from '../../core/diagnostics/rule.ts';
import type { Text } from '../../core/i18n/message.ts';
import { alternatives } from '../../core/i18n/phrases.ts';
import { question } from '../../features/newPlan/question.ts';
import type { Choice, Question } from '../../protocol.ts';
import { meantOr } from '../arguments.ts';
import type { Speak } from '../command.ts';

/** An answer as it is given: one text, or several words. */
export type Raw = string | readonly string[];

/** An answer that can be used, with what there is to say to it; or why not, with what it may mean. */
export type Accepted =
  | { readonly answer: Raw; readonly note?: string | undefined }
  | { readonly problem: string; readonly choices?: readonly Choice[] };

const words = {
  unknown: { en: '{word} is no answer here. {more}', 'zh-CN': '这里不能回答 {word}。{more}' },
  oneOf: { en: 'It is one of {values}.', 'zh-CN': '可以是 {values} 之一。' },
  none: { en: 'There is nothing to choose from.', 'zh-CN': '没有可选的内容。' },
} satisfies Record<string, Text>;

/** The values that a question offers. */
export function valuesOf(choices: readonly Choice[]): string[] {
  return choices.flatMap(({ value }) => value ?? []);
}

/** Judges an answer to the question of a step. `given`: the answers before it. */
export function accept(given: GivenAnswers, raw: Raw, step: number, view: Context, speak: Speak): Accepted {
  const { key, kind } = question(given, step, view);
  const now: Question = question({ ...given, [key]: raw }, step, view);
  const values = valuesOf(now.choices);
  if (kind === 'text') {
    const { message: note } = now;
    return now.blocked ? { problem: note ?? '' } : { answer: raw, note };
  }
  if (kind === 'one') {
    if (raw === '') return { answer: '' };
    // What a typed text can mean is offered whatever is typed.
    const meanings = now.choices.filter(({ always }) => always);
    const [first, ...others] = meanings;
    if (first?.value && others.length === 0) return { answer: first.value };
    const told = first && first.value === undefined ? [first.label, first.description] : [];
    return { problem: told.filter(Boolean).join('. '), choices: first?.value ? meanings : [] };
  }
  const odd = (kind === 'pick' ? [raw].flat() : raw === '' ? [] : [raw].flat()).find((word) => !values.includes(word));
  if (odd === undefined) return { answer: raw, note: now.message };
  const few = values.length < 5 ? { text: words.oneOf, data: { values: alternatives(values) } } : '';
  const more = meantOr(values.length === 0 ? words.none : few, odd, values);
  return { problem: speak(words.unknown, { word: odd, more }) };
}
