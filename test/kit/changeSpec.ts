/** Parser for the specification of a kind of change: a Markdown file of edits to the clean plan and what is said of them. */
import assert from 'node:assert/strict';
import type { Locale } from '../../server/src/core/i18n/message.ts';
import { completed } from './plan.ts';

/** An edit of a plan, and what is said of it. */
export interface ChangeExample {
  /** The heading above it. */
  readonly heading: string;
  /** The lines that are taken away and added, as in a diff. */
  readonly diff: string;
  readonly before: string;
  readonly after: string;
  /** Another plan in the folder, as it is written in the specification, for what only several plans show. */
  readonly beside: string | undefined;
  /** The lines that are expected: level, kind, and the sentence in that language. */
  readonly said: Readonly<Record<Locale, readonly string[]>>;
  readonly line: number;
}

/** The text after an edit: each part of the diff, up to an empty line, stands in the text once. */
function edited(text: string, diff: string): string {
  return diff.split(/\n\n+/).reduce((now, part) => {
    const lines = part.split('\n').filter((line) => line !== '');
    const side = (sign: string) =>
      lines
        .filter((line) => line[0] === sign || line[0] === ' ')
        .map((line) => `${line.slice(1)}\n`)
        .join('');
    const [old, after] = [side('-'), side('+')];
    assert.equal(now.split(old).length, 2, `This stands in the plan once:\n${old}`);
    return now.replace(old, () => after);
  }, text);
}

/**
 * The examples of a specification. Under a heading: a block `yaml` with sections in place of those of the clean plan (may be
 * left out), a block `yaml beside` with those of another plan (may be left out), a block `diff`, a block `text` with what is said in English, and a block `text zh-CN` with the same in Chinese;
 * both are left out where nothing is said.
 */
export function changeExamples(markdown: string): ChangeExample[] {
  const examples: {
    heading: string;
    diff: string;
    plan: string;
    beside: string | undefined;
    said: Record<Locale, string[]>;
    line: number;
  }[] = [];
  let [heading, plan] = ['', ''];
  let beside: string | undefined;
  const fence = /^```(\w+)(?: ([\w-]+))?\n(.*?)^```$|^#+ ([^\n]*)$/gms;
  for (const { 1: kind, 2: locale = 'en', 3: text = '', 4: title, index } of markdown.matchAll(fence)) {
    if (title !== undefined) [heading, plan, beside] = [title, '', undefined];
    else if (kind === 'yaml' && locale === 'beside') beside = text;
    else if (kind === 'yaml') plan = text;
    else if (kind === 'diff') {
      const line = markdown.slice(0, index).split('\n').length;
      examples.push({ heading, diff: text, plan, beside, said: { en: [], 'zh-CN': [] }, line });
    } else examples.at(-1)?.said[locale as Locale].push(...text.split('\n').filter(Boolean));
  }
  return examples.map(({ plan: sections, ...example }) => {
    const before = completed(sections);
    return { ...example, before, after: edited(before, example.diff) };
  });
}
