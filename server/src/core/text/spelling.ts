/** "Did you mean …": the words that are closest to a misspelt one. */
import { distance as edits } from 'fastest-levenshtein';

/** Whether a text has a letter or a digit: a line of signs (`-----`, `…`) says nothing. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** How many characters must be changed, added or removed to make one word of the other; upper and lower case are the same. */
export function distance(a: string, b: string): number {
  return edits(a.toLowerCase(), b.toLowerCase());
}

/** The only candidate that begins with a word of some length and goes on after a hyphen, or the other way round. */
function begun(word: string, candidates: Iterable<string>): string[] {
  const found = [...new Set(candidates)].filter(
    (candidate) => candidate.startsWith(`${word}-`) || word.startsWith(`${candidate}-`),
  );
  return word.length > 3 && found.length === 1 ? found : [];
}

/** What makes the opposite of a word, or another one, when it stands in front: `inactive`, `not done`, `bi-weekly`, 未完成. */
const turning = /^(?:un|in|im|dis|non|not|no|never|anti|bi|semi|half|[不未非没无]有?)[\s_-]*/;

/** Whether a word is a candidate after something that turns its meaning: `unsupportive` is not a misspelt `supportive`. */
function turns(word: string, candidate: string, score: number): boolean {
  const plain = word.toLowerCase();
  const sign = turning.exec(plain)?.[0];
  if (!sign || candidate.toLowerCase().startsWith(sign)) return false;
  return distance(plain.slice(sign.length), candidate) < score;
}

/** Nothing that is longer than this is a misspelt word. */
const longest = 200;

/** Up to `most` candidates that are near enough to `word`: at most max(2, a third of its length) edits away (docs/domain.md 2.2), nearest first. */
export function nearest(word: string, candidates: Iterable<string>, most = 3): string[] {
  if (word.length > longest) return [];
  const limit = Math.max(2, Math.floor(word.length / 3));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const score = distance(word, candidate);
    // A word of two letters is two edits from any other: half of it must be right at least.
    if (score > limit || score * 2 > Math.max(word.length, candidate.length)) continue;
    if (!turns(word, candidate, score)) scored.push({ candidate, score });
  }
  if (scored.length === 0) return begun(word, candidates);
  return scored
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Letters of other alphabets that look like Latin ones, and those that they look like. */
const foreign = 'аеіјорсухѕһԁԛԝɡαοινυρτκАВЕЗІЈКМНОРСТУХЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const latin = 'aeijopcyxshdqwgaoivuptkABE3IJKMHOPCTYXSABEZHIKMNOPTYX';

/** A word as it is seen: without signs that cannot be seen, and with Latin letters for those that look like them. */
function seen(word: string): string {
  return word
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0370-\u03ff\u0400-\u052f\u0261]/g, (letter) => latin[foreign.indexOf(letter)] ?? letter)
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .trim();
}

/** Whether two words that are not the same look the same to who reads them. */
export function looksAlike(one: string, other: string): boolean {
  return one !== other && seen(one) === seen(other);
}
