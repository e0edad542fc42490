/** Errors of the `yaml` library in our terms. */
import type { YAMLError } from 'yaml';
import type { ErrorKind, ParseError } from './parseError.ts';

const reasonOf = (error: YAMLError): ErrorKind => {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'tab';
    case 'BAD_SCALAR_START':
      return 'special-start';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'colon-in-text';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return 'no-colon';
    case 'BAD_INDENT':
      return error.message.startsWith('Flow') ? 'unclosed-bracket' : 'unaligned';
    case 'MISSING_CHAR':
      if (error.message.includes('quote')) return 'unclosed-quote';
      if (error.message.startsWith('Flow') || error.message.startsWith('Expected')) return 'unclosed-bracket';
      return error.message.startsWith('Implicit') ? 'no-colon' : 'unexpected';
    case 'BAD_DQ_ESCAPE':
      return 'backslash';
    case 'TAG_RESOLVE_FAILED':
      return 'special-start';
    case 'NON_STRING_KEY':
      return 'odd-key';
    case 'RESOURCE_EXHAUSTION':
      return 'too-deep';
    default:
      return 'unexpected';
  }
};

/** An error of the library, with offsets of the text that it read. */
export function errorOf(error: YAMLError, text: string): ParseError {
  const [start, end] = error.pos;
  return { kind: reasonOf(error), start: Math.min(start, text.length), end: Math.min(end, text.length) };
}
