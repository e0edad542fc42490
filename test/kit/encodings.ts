/** Texts in the encodings that older programs save them in. */

export const legacyEncodings = ['gbk', 'big5', 'shift_jis', 'windows-1252'] as const;

export type LegacyEncoding = (typeof legacyEncodings)[number];

const tables = new Map<LegacyEncoding, Map<string, number[]>>();

/** What each character is written as; worked out from what bytes are read as. */
function tableOf(encoding: LegacyEncoding): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number[]>();
  if (encoding === 'windows-1252') {
    // Written out: some versions of Node take it for Latin 1.
    const own = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
    for (const [index, character] of [...own].entries()) table.set(character, [0x80 + index]);
    for (let byte = 0xa0; byte < 0x100; byte++) table.set(String.fromCharCode(byte), [byte]);
    tables.set(encoding, table);
    return table;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  const add = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // These bytes are no character.
    }
  };
  for (let first = 0x80; first < 0x100; first++) {
    add(first);
    for (let second = 0x40; second < 0x100; second++) add(first, second);
  }
  tables.set(encoding, table);
  return table;
}

/** A text as bytes; undefined if the encoding has not all of its characters. */
export function encoded(text: string, encoding: LegacyEncoding): Buffer | undefined {
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const own = character <= '\x7f' ? [character.charCodeAt(0)] : table.get(character);
    if (!own) return undefined;
    bytes.push(...own);
  }
  return Buffer.from(bytes);
}

/** A text in UTF-16. */
export function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
