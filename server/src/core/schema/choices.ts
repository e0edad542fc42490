/** The choices of a place that people mean by words of their own: `In progress`, `doing` and 进行中 for `in-progress`. */
import { choiceName, type Shape } from './schema.ts';

/** A word without what makes no difference: width, case, hyphens, signs around it. */
function plainly(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase();
  // A word that is nothing but signs, such as `☑`, is one too.
  const bare = plain.replace(/^[^\p{L}\p{N}]+/u, '').replace(/(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/u, '');
  return (bare || plain).replace(/[\s_-]+/g, ' ').trim();
}

/** By shape, the choices that each plain word may mean. */
const known = new WeakMap<Shape, ReadonlyMap<string, readonly string[]>>();

function choicesByWord(shape: Shape): ReadonlyMap<string, readonly string[]> {
  let all = known.get(shape);
  if (!all) {
    const choices = shape.enum ?? [];
    const byWord = new Map<string, string[]>();
    const add = (word: string, choice: string) => {
      const plain = plainly(word);
      const meant = byWord.get(plain) ?? [];
      if (!meant.includes(choice)) byWord.set(plain, [...meant, choice]);
    };
    // What a choice is called itself goes before what others are called too.
    const own = new Set(choices.map(plainly));
    for (const choice of choices) add(choice, choice);
    for (const choice of choices) {
      const name = choiceName(shape, choice);
      for (const word of [name.en, name['zh-CN'], ...(shape.words?.get(choice) ?? [])])
        if (!own.has(plainly(word))) add(word, choice);
    }
    all = byWord;
    known.set(shape, all);
  }
  return all;
}

/** The choices of a place that a text names in everyday words: several where it may be any of them; none where it names none. */
export function choicesMeant(shape: Shape, text: string): readonly string[] {
  // Nobody says a word in as many letters.
  if (!shape.enum || text.length > 80) return [];
  const all = choicesByWord(shape);
  const whole = all.get(plainly(text));
  if (whole) return whole;
  // `M/H`, `medium to high`: any of them.
  const parts = text.split(/[/、,，]|\s(?:to|or|and|-|–)\s|-|–|至|到|或/);
  const meant = parts.map((part) => all.get(plainly(part)));
  return parts.length > 1 && meant.every((one) => one?.length) ? [...new Set(meant.flatMap((one) => one ?? []))] : [];
}
