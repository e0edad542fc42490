/** Scraps of plans: whatever somebody types or pastes, for properties that hold of any text. */
import fc from 'fast-check';

const pieces = [
  ...['a', ': ', '- ', '-', '\n', '\n  ', '\r\n', '\t', '"', '[', '{', '}', '# c', '|', '\ufeff'],
  ...['plan:', 'levers:', 'use: a'],
];

/** Texts of at most so many pieces. */
export const scraps = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((list) => list.join(''));
