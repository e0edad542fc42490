/** Asks the questions about a new plan in the terminal. */
import { type GivenAnswers, questionKeys } from '../../core/authoring/answers.ts';
import type { Context } from '../../core/diagnostics/rule.ts';
import type { Text } from '../../core/i18n/message.ts';
import { question } from '../../features/newPlan/question.ts';
import { words as questionWords } from '../../features/newPlan/questionWords.ts';
import type { Choice, Question } from '../../protocol.ts';
import type { Speak } from '../command.ts';
import { printed } from '../printed.ts';
import { accept, type Raw, valuesOf } from './accept.ts';

const words = {
  step: { en: '{step}/{steps}  {title}', 'zh-CN': '{step}/{steps}  {title}' },
  choice: { en: '{mark}{n}. {label}', 'zh-CN': '{mark}{n}. {label}' },
  one: { en: 'A number or a day (Enter: {n})', 'zh-CN': '编号或日期（直接按 Enter：{n}）' },
  pick: { en: 'A number (Enter: {n})', 'zh-CN': '编号（直接按 Enter：{n}）' },
  many: {
    en: 'Numbers with commas in between (Enter: those with *; 0: none)',
    'zh-CN': '编号，用逗号分开（直接按 Enter：带 * 的；0：都不选）',
  },
  some: { en: 'Numbers with commas in between (Enter: none)', 'zh-CN': '编号，用逗号分开（直接按 Enter：都不选）' },
  number: { en: 'Numbers go from 1 to {most}', 'zh-CN': '编号为 1 到 {most}' },
} satisfies Record<string, Text>;

/** Shows a text and resolves with the line that is typed after it; undefined where nothing more comes. */
export type Ask = (text: string) => Promise<string | undefined>;

/** The choices with their numbers, under the headings of their groups; `proposed` ones have a mark. */
function listed(choices: readonly Choice[], proposed: readonly string[], speak: Speak): string[] {
  let n = 0;
  return choices.flatMap(({ group, value, label, description, detail }, index) => {
    const heading = group !== undefined && group !== choices[index - 1]?.group ? [printed([group])] : [];
    const said = [label, description, detail].filter((text) => text !== undefined).join(' – ');
    if (value === undefined) return [...heading, printed([said])];
    n++;
    const mark = proposed.includes(value) ? '* ' : '  ';
    return [...heading, speak(words.choice, { mark, n, label: said })];
  });
}

/** What is typed, with values for numbers; undefined where a number is none of the list. */
function valued({ kind, choices, proposed }: Question, typed: string): Raw | undefined {
  const values = valuesOf(choices);
  const text = typed.trim();
  if (kind === 'text') return text;
  const meantBy = (word: string) => (/^\d{1,3}$/.test(word) ? values[Number(word) - 1] : word);
  if (kind !== 'many') return text === '' ? (proposed[0] ?? '') : meantBy(text);
  if (text === '') return proposed;
  if (text === '0') return [];
  const chosen = text
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
    .map(meantBy);
  return chosen.includes(undefined) ? undefined : [...new Set(chosen as string[])];
}

/** How a question is answered: below it, in front of what is typed. */
function prompt({ kind, choices, proposed }: Question, speak: Speak): string {
  const n = valuesOf(choices).indexOf(proposed[0] ?? '') + 1;
  if (kind === 'text') return '> ';
  return `${speak(kind === 'many' && proposed.length === 0 ? words.some : words[kind], { n })} > `;
}

/** A question as it is shown. */
function shown(asked: Question, speak: Speak): string[] {
  const { key, kind, step, steps, title, placeholder, choices, proposed } = asked;
  const hint = questionWords[key as keyof typeof questionWords].hint;
  return [
    '',
    speak(words.step, { step: step + 1, steps, title }),
    ...(kind === 'text' ? [...(hint ? [speak(hint)] : []), placeholder] : listed(choices, proposed, speak)),
  ];
}

/** Asks all questions, each until its answer can be used; resolves with the answers, or with undefined where somebody leaves. */
export async function askAll(
  ask: Ask,
  say: (lines: readonly string[]) => void,
  view: Context,
  speak: Speak,
): Promise<GivenAnswers | undefined> {
  const answers: Record<string, Raw> = {};
  for (const [step, key] of questionKeys.entries()) {
    let asked = question(answers, step, view);
    // No group was named, for which anything could change.
    if (asked.kind === 'many' && valuesOf(asked.choices).length === 0) continue;
    say(shown(asked, speak));
    while (answers[key] === undefined) {
      const typed = await ask(prompt(asked, speak));
      if (typed === undefined) return undefined;
      const raw = valued(asked, typed);
      const accepted =
        raw === undefined
          ? { problem: speak(words.number, { most: valuesOf(asked.choices).length }) }
          : accept(answers, raw, step, view, speak);
      if ('problem' in accepted) {
        say([printed([accepted.problem])]);
        const meanings = 'choices' in accepted ? (accepted.choices ?? []) : [];
        if (meanings.length > 0) {
          asked = { ...asked, choices: meanings, proposed: valuesOf(meanings).slice(0, 1) };
          say(listed(meanings, asked.proposed, speak));
        }
        continue;
      }
      if (accepted.note) say([printed([accepted.note])]);
      // What was chosen is not enough: it can be changed, or kept with Enter.
      if (asked.kind === 'many' && accepted.note && typed.trim() !== '') {
        asked = { ...asked, proposed: [accepted.answer].flat() };
        say(listed(asked.choices, asked.proposed, speak));
        continue;
      }
      answers[key] = accepted.answer;
    }
  }
  return answers;
}
