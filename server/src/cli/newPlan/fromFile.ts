/** Answers about a new plan from a file. */
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { type GivenAnswers, questionKeys } from '../../core/authoring/answers.ts';
import type { Context } from '../../core/diagnostics/rule.ts';
import type { Text } from '../../core/i18n/message.ts';
import { alternatives } from '../../core/i18n/phrases.ts';
import { question } from '../../features/newPlan/question.ts';
import { meantOr } from '../arguments.ts';
import type { Speak } from '../command.ts';
import { accept, type Raw } from './accept.ts';

const words = {
  form: {
    en: 'The answers are {keys}, each with its text after a colon',
    'zh-CN': '答案为 {keys}，各在冒号后写出内容',
  },
  unread: { en: 'The answers cannot be read: {reason}', 'zh-CN': '无法读取答案：{reason}' },
  unknown: { en: 'There is no question {key}. {more}', 'zh-CN': '没有问题 {key}。{more}' },
  kind: { en: '{key} takes a text, or a list of texts', 'zh-CN': '{key} 应为文字，或文字列表' },
  problem: { en: '{key}: {problem}', 'zh-CN': '{key}：{problem}' },
} satisfies Record<string, Text>;

/** Answers that cannot be used; the message says which and why. */
export class AnswersError extends Error {}

function read(text: string, speak: Speak): unknown {
  try {
    // All values are texts: a day stays as it is written, and so does a yes.
    return load(text, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    throw new AnswersError(speak(words.unread, { reason }));
  }
}

/** The text or texts of an answer; of several for a question that takes one text, that with commas. */
function rawOf(key: string, value: unknown, many: boolean, speak: Speak): Raw {
  const list = Array.isArray(value) ? value : [value];
  if (list.some((part) => typeof part !== 'string')) throw new AnswersError(speak(words.kind, { key }));
  return many ? list.filter((part) => part !== '') : list.join(', ');
}

/** The answers in a text (YAML or JSON), those that are proposed where one is left out. Throws `AnswersError`. */
export function answersFrom(text: string, view: Context, speak: Speak): GivenAnswers {
  const found = text.trim() === '' ? undefined : read(text, speak);
  if (!found || typeof found !== 'object' || Array.isArray(found))
    throw new AnswersError(speak(words.form, { keys: [...questionKeys] }));
  const odd = Object.keys(found).find((key) => !questionKeys.some((known) => known === key));
  if (odd !== undefined) {
    const form = { text: words.form, data: { keys: alternatives(questionKeys) } };
    const more = meantOr(form, odd, questionKeys);
    throw new AnswersError(speak(words.unknown, { key: odd, more }));
  }
  const answers: Record<string, Raw> = {};
  for (const [step, key] of questionKeys.entries()) {
    const { kind, proposed } = question(answers, step, view);
    const value = (found as Record<string, unknown>)[key];
    if (value === undefined && kind !== 'text') {
      if (kind === 'many') answers[key] = proposed;
      continue;
    }
    const accepted = accept(answers, rawOf(key, value ?? '', kind === 'many', speak), step, view, speak);
    if ('problem' in accepted) throw new AnswersError(speak(words.problem, { key, problem: accepted.problem }));
    answers[key] = accepted.answer;
  }
  return answers;
}
