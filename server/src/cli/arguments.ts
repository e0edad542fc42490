/** Arguments as the options and operands of a command. */
import { parseArgs } from 'node:util';
import type { Text, Value } from '../core/i18n/message.ts';
import { alternatives } from '../core/i18n/phrases.ts';
import { isDay } from '../core/text/day.ts';
import { nearest } from '../core/text/spelling.ts';
import { dayForm, type Option, type Options, type Speak, UsageError } from './command.ts';

const words = {
  unknown: { en: '{command} does not take {option}. {more}', 'zh-CN': '{command} 不接受 {option}。{more}' },
  see: { en: '`levers help {name}` lists what it takes.', 'zh-CN': '`levers help {name}` 列出可用的选项。' },
  value: { en: '{option} takes a value: {takes}', 'zh-CN': '{option} 需要一个值：{takes}' },
  noValue: { en: '{option} takes no value', 'zh-CN': '{option} 不带值' },
  word: { en: '{option} takes one of {values}, not {word}', 'zh-CN': '{option} 只能是 {values} 之一，不能是 {word}' },
  day: {
    en: '{option} takes a day such as 2027-03-15, not {word}',
    'zh-CN': '{option} 应为日期，例如 2027-03-15，不能是 {word}',
  },
} satisfies Record<string, Text>;

const meant: Text = { en: 'Did you mean {word}?', 'zh-CN': '是不是想写 {word}？' };

/** What is said after a word that is not known: which of the known ones is near, with this before it, else something else. */
export function meantOr(otherwise: Value, word: string, known: Iterable<string>, before = ''): Value {
  const [near] = nearest(word, known, 1);
  return near ? { text: meant, data: { word: before + near } } : otherwise;
}

/** The value that an option takes, as it is shown: `FILE`, `line|severity`. */
export function valueShown({ takes }: Option): string {
  return takes === undefined || typeof takes === 'string' ? (takes ?? '') : takes.join('|');
}

/** The tokens of arguments; an option that is not among these is taken for one without a value. */
export function tokensOf(args: readonly string[], options: Options) {
  const config = Object.entries(options).map(([name, { takes }]) => [
    name,
    { type: takes === undefined ? ('boolean' as const) : ('string' as const), ...(name === 'help' && { short: 'h' }) },
  ]);
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(config),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

/** Checks the value of an option. Throws `UsageError`. */
function checkValue(shown: string, { takes }: Option, word: string, speak: Speak): void {
  if (takes === dayForm && !isDay(word)) throw new UsageError(speak(words.day, { option: shown, word }));
  if (typeof takes === 'object' && !takes.includes(word))
    throw new UsageError(speak(words.word, { option: shown, word, values: alternatives(takes) }));
}

/**
 * The values of options, and the operands. Throws `UsageError` for an option that is not known, lacks its value or has a wrong one;
 * values stay unchecked where help or the version is asked for.
 * @param name of the command
 */
export function readArguments(name: string, args: readonly string[], options: Options, speak: Speak) {
  const values: Record<string, string | boolean | string[] | undefined> = Object.fromEntries(
    Object.entries(options).map(([option, { takes, many }]) => [
      option,
      many ? [] : takes === undefined ? false : undefined,
    ]),
  );
  const operands: string[] = [];
  const given: { shown: string; option: Option; value: string }[] = [];
  for (const token of tokensOf(args, options)) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name: key, rawName: shown, value, inlineValue } = token;
    const option = Object.hasOwn(options, key) ? options[key] : undefined;
    if (!option) {
      const more = meantOr({ text: words.see, data: { name } }, key, Object.keys(options), '--');
      throw new UsageError(speak(words.unknown, { command: `levers ${name}`, option: shown, more }));
    }
    if (option.takes === undefined) {
      if (value !== undefined) throw new UsageError(speak(words.noValue, { option: shown }));
      values[key] = true;
      continue;
    }
    // Another option in the place of the value.
    if (value === undefined || (!inlineValue && /^-./.test(value)))
      throw new UsageError(speak(words.value, { option: shown, takes: valueShown(option) }));
    given.push({ shown, option, value });
    const all = values[key];
    if (Array.isArray(all)) all.push(value);
    else values[key] = value;
  }
  if (!values.help && !values.version)
    for (const { shown, option, value } of given) checkValue(shown, option, value, speak);
  return { values, operands };
}
