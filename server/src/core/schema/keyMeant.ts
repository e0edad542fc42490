/** Keys as people write them who do not know them. */
import { keyTitled, type Shape } from './schema.ts';

/** A name without what people change in it: case, blanks, hyphens, stars of a chat, and a colon at its end. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b_\-‐‑–*`"'“”.:]+/g, '');
}

/** The key of a place that has that name, in whatever way it is written, or that title in either language. */
export function keyNamed(shape: Shape, words: string): string | undefined {
  const wanted = plain(words);
  if (wanted === '' || words.length > 60) return undefined;
  const named = shape.keys.find((key) => plain(key) === wanted);
  if (named) return named;
  return shape.keys.find((key) => {
    const title = shape.key(key)?.title;
    return title && (plain(title.en) === wanted || plain(title['zh-CN']) === wanted);
  });
}

/** The key of a place that words stand for: also a part of its title, where no other has it. */
export function keyMeant(shape: Shape, words: string): string | undefined {
  return keyNamed(shape, words) ?? (words.length > 60 ? undefined : keyTitled(shape, words.trim()));
}
