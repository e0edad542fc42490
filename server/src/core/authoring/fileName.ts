/** File name of a new plan. */
import type { Answers } from './answers.ts';

/** Names that Windows keeps for devices, whatever stands after the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A name has no more letters than this. */
const mostLetters = 48;

/** The name of a file for a plan, without what all of them end in: the words of its title, in any script. */
export function fileName({ title = '' }: Answers): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/, '');
  const letters = [...words];
  const cut = letters.slice(0, mostLetters).join('');
  // No word is cut where another stands before it.
  const whole = letters.length > mostLetters && letters[mostLetters] !== '-' ? cut.replace(/(?<=.)-[^-]*$/u, '') : cut;
  const name = whole.replace(/-$/, '');
  return name === '' ? 'plan' : reserved.test(name) ? `plan-${name}` : name;
}
