/** The rows of a comparison as Markdown, in which words of others are no markup. */
import type { Level } from '../../core/compare/change.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import { brief } from '../../core/i18n/phrases.ts';
import { printed } from '../printed.ts';
import { codeParts } from './words.ts';

const form: Text = { en: '**{name}**: {text}', 'zh-CN': '**{name}**：{text}' };

/** An open row has at most so many characters of its name and of its text. */
const mostOfName = 100;
const mostOfText = 400;

/** What is said in a row, and of what: a plan, a place in one, or nothing in particular. */
export interface Row {
  readonly level: Level;
  readonly name?: string;
  readonly text: string;
}

/** Words of others as Markdown shows them: but for code, nothing in them is markup, a link, a mention or a reference. */
export function inMarkdown(text: string): string {
  const reference = (sign: string) => `&#${sign.codePointAt(0)};`;
  const shown = codeParts(printed([text])).map((part) =>
    part.replace(/[&<>\\`*_[\]#|~@$^]/g, reference).replace(/:(?=\/\/)|(?<=\bwww)\./gi, reference),
  );
  return shown.map((part, index) => (index % 2 ? `<code>${part}</code>` : part)).join('');
}

/** A row as an item of a list. */
export function item({ name, text }: Row, locale: Locale): string {
  const shown = inMarkdown(text);
  return `- ${name === undefined ? shown : say(form, locale, { name: inMarkdown(name), text: shown })}`;
}

/** A text, cut where it has more characters. */
function cut(text: string, most: number): string {
  return text.length > most ? brief(text, most) : text;
}

/** A row with a short name and text; the same object where nothing is cut. */
export function shortRow(row: Row): Row {
  const { level, name } = row;
  const short = { ...(name !== undefined && { name: cut(name, mostOfName) }), text: cut(row.text, mostOfText) };
  return short.name === name && short.text === row.text ? row : { level, ...short };
}

/** Lines of Markdown that are folded below a summary. */
export function folded(summary: string, lines: readonly string[]): readonly string[] {
  return [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>', ''];
}

/** The first of several texts, as many as fit into so many characters with a line end after each. */
export function fitting(parts: readonly string[], room: number): readonly string[] {
  let left = room;
  const last = parts.findIndex((part) => {
    left -= part.length + 1;
    return left < 0;
  });
  return last < 0 ? parts : parts.slice(0, last);
}
