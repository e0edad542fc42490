/** Document links: addresses of web pages and of e-mail. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { rangeOf, type Subject } from './view.ts';

/** Up to whitespace or a character that no address has, such as full-width punctuation, which ends a Chinese sentence. */
const address =
  /\b(?:https?:\/\/[^\s/?#<>"`|、。，．：；！？（）［］｛｝【】《》〈〉「」『』“”‘’…]|mailto:[\w.+-]+@[\w-])[^\s<>"`|、。，．：；！？（）［］｛｝【】《》〈〉「」『』“”‘’…]*/giu;

const closings: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** An address without the punctuation of the sentence around it, and without closing brackets that it does not open. */
function trimmed(found: string): string {
  const counts = new Map<string, number>();
  for (const sign of found) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const count = (sign: string) => counts.get(sign) ?? 0;
  let end = found.length;
  for (;;) {
    const last = found[end - 1] as string;
    const opening = closings[last];
    const unopened = opening !== undefined && count(opening) < count(last);
    if (!unopened && !/[.,;:!?'*_~]/.test(last)) return found.slice(0, end);
    counts.set(last, count(last) - 1);
    end--;
  }
}

/** All addresses, also those in comments, in the order of the text. */
export function documentLinks(subject: Subject): DocumentLink[] {
  return [...subject.reading.text.matchAll(address)].map(({ 0: found, index }) => {
    const target = trimmed(found);
    return { range: rangeOf(subject, { start: index, end: index + target.length }), target };
  });
}
