/** Phrases that any language needs: code as it is shown, counts, “a, b or c”, a text on one line. */
import type { Message, Text, Value } from './message.ts';

/** The same in every language: an id, a key, a name. */
export function same(word: string): Text {
  return { en: word, 'zh-CN': word };
}

/** A word of the plan as messages show it. */
export function quoted(word: string): string {
  return `\`${word}\``;
}

/** What is said of one thing of a kind, and of any other number `{n}` of them. */
export interface Counting {
  readonly one: Text;
  readonly many: Text;
}

/** So many of something. */
export function counted({ one, many }: Counting, n: number): Message {
  return { text: n === 1 ? one : many, data: { n } };
}

/** "one; another": several things to say, one after the other. */
export function inTurn(parts: readonly Message[]): Message {
  const names = parts.map((_, index) => `{p${index}}`);
  return {
    text: { en: names.join('; '), 'zh-CN': names.join('；') },
    data: Object.fromEntries(parts.map((part, index) => [`p${index}`, part])),
  };
}

/** A text on one line. */
export function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text on one line, cut after so many characters. */
export function brief(text: string, most: number): string {
  const line = inLine(text);
  if (line.length <= most) return line;
  const characters = [...line];
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** "a, b or c". */
export function alternatives(words: readonly Value[]): Value {
  if (words.length < 2) return words[0] ?? '';
  return {
    text: {
      en: '{first} or {last}',
      'zh-CN': typeof words.at(-1) === 'string' ? '{first} 或 {last}' : '{first}或{last}',
    },
    data: {
      first: { text: { en: '{list}', 'zh-CN': '{list}' }, data: { list: commas(words.slice(0, -1)) } },
      last: words.at(-1) as Value,
    },
  };
}

function commas(words: readonly Value[]): Value {
  if (words.length < 2) return words[0] ?? '';
  return {
    text: { en: '{first}, {rest}', 'zh-CN': '{first}、{rest}' },
    data: { first: words[0] as Value, rest: commas(words.slice(1)) },
  };
}

const others: Counting = {
  one: { en: 'one more', 'zh-CN': '另外 1 项' },
  many: { en: '{n} more', 'zh-CN': '另外 {n} 项' },
};

/** The first so many of a list, each in quotation marks, and how many more there are: “a”, “b” and 3 more. */
export function firstOf(titles: readonly Value[], most: number): Value {
  const quotes = titles.slice(0, most).map((title) => ({ text: same('“{title}”'), data: { title } }));
  return titles.length > most ? [...quotes, counted(others, titles.length - most)] : quotes;
}

/** A number with commas: 1,315. */
export function numberText(n: number): string {
  return n.toLocaleString('en');
}
