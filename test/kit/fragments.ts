/** Arbitrary for fragments of plans: texts that somebody may type or paste, for properties that hold for any text. */
import fc from 'fast-check';

const pieces = [
  ...[
    'a',
    ': ',
    '- ',
    '-',
    '\n',
    '\n  ',
    '\r\n',
    '\t',
    '"',
    '[',
    '{',
    '}',
    '# c',
    '|',
    '\ufeff',
    '\u200b',
    '\u2028',
    '\ufffd',
    '➢ ',
    'a) ',
    'b) ',
    '```',
    ' | ',
    ' = ',
    '-- ',
  ],
  ...['plan:', 'levers:', 'use: a'],
];

/** Texts of at most `most` pieces. */
export const fragments = (most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((list) => list.join(''));
