/** Texts that an editor made of bytes in another encoding than it took them for. */

/** What stands for bytes that are no character in the encoding in which they were read. */
const lostCharacter = '\uFFFD';

/** So many, in more than one place, are no slip of a single character. */
const several = 3;

/**
 * Where the first character was lost in a text that was plainly read in the wrong encoding: few of its characters beyond
 * ASCII are left. -1 for any other text, also for one in which single characters were lost somewhere on its way.
 */
export function misread(text: string): number {
  const first = text.indexOf(lostCharacter);
  if (first < 0) return -1;
  let lost = 0;
  let places = 0;
  let kept = 0;
  for (let at = first; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) {
      lost++;
      if (text.charCodeAt(at - 1) !== code) places++;
    } else if (code > 0x7f) kept++;
  }
  return lost >= several && places > 1 && lost * 2 > kept ? first : -1;
}
