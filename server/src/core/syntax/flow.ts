/**
 * Flow style: text in brackets or braces, read token by token so that it may be half typed. Offsets count from the start of
 * the text that is given.
 */
import type { Step } from '../schema/path.ts';

/** How many brackets a piece of text opens and does not close. */
export function openBracketCount(text: string): number {
  let depth = 0;
  for (const token of flowTokens(text)) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close' && depth > 0) depth--;
  }
  return depth;
}

export interface Token {
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'text';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The parts of text in brackets: punctuation, and words between it. Line breaks and comments are passed over. */
function* flowTokens(text: string): Iterable<Token> {
  for (let i = 0; i < text.length; ) {
    const c = text[i] as string;
    const start = i;
    if (/\s/.test(c)) {
      i++;
    } else if (c === '#' && /^\s?$/.test(text[i - 1] ?? '')) {
      while (i < text.length && text[i] !== '\n') i++;
    } else if (c === '[' || c === '{') {
      yield { kind: 'open', start, end: ++i, text: c };
    } else if (c === ']' || c === '}') {
      yield { kind: 'close', start, end: ++i, text: c };
    } else if (c === ',') {
      yield { kind: 'comma', start, end: ++i, text: c };
    } else if (c === ':' && /^[\s,\]}]?$/.test(text[i + 1] ?? '')) {
      yield { kind: 'colon', start, end: ++i, text: c };
    } else if (c === '"' || c === "'") {
      for (i++; i < text.length && text[i] !== c; i++) if (text[i] === '\\' && c === '"') i++;
      const closed = i < text.length;
      i = Math.min(i + 1, text.length);
      yield { kind: 'text', start, end: i, text: text.slice(start + 1, closed ? i - 1 : i) };
    } else {
      while (i < text.length && !/[[\]{},\n]/.test(text[i] as string)) {
        if (text[i] === ':' && /^[\s,\]}]?$/.test(text[i + 1] ?? '')) break;
        if (text[i] === '#' && /\s/.test(text[i - 1] ?? '')) break;
        i++;
      }
      const source = text.slice(start, i).trimEnd();
      yield { kind: 'text', start, end: start + source.length, text: source };
    }
  }
}

/** An entry of a flow collection, between two commas. */
export interface FlowEntry {
  readonly start: number;
  key: Token | undefined;
  /** Offset after the colon. */
  colon: number | undefined;
  value: Token | undefined;
  inner: FlowCollection | undefined;
}

/** A flow collection: text in brackets or braces, as far as it goes. */
export interface FlowCollection {
  readonly type: '[' | '{';
  readonly path: readonly Step[];
  readonly start: number;
  /** Offset of the closing bracket; the end of the text where there is none. */
  end: number;
  readonly entries: FlowEntry[];
}

/** Reads text that begins with a bracket; `path` is that of what the brackets hold. */
export function readFlow(text: string, path: readonly Step[]): FlowCollection | undefined {
  const begin = (start: number): FlowEntry => ({
    start,
    key: undefined,
    colon: undefined,
    value: undefined,
    inner: undefined,
  });
  const open: FlowCollection[] = [];
  let outermost: FlowCollection | undefined;
  for (const token of flowTokens(text)) {
    const frame = open.at(-1);
    const entry = frame?.entries.at(-1);
    if (token.kind === 'open') {
      const inner: FlowCollection = {
        type: token.text as '[' | '{',
        path: !frame ? path : [...frame.path, frame.type === '[' ? 0 : (entry?.key?.text ?? '')],
        start: token.start,
        end: text.length,
        entries: [begin(token.end)],
      };
      outermost ??= inner;
      if (entry) entry.inner = inner;
      open.push(inner);
    } else if (!frame || !entry) {
      break;
    } else if (token.kind === 'close') {
      frame.end = token.start;
      open.pop();
    } else if (token.kind === 'comma') {
      frame.entries.push(begin(token.end));
    } else if (token.kind === 'colon') {
      entry.colon = token.end;
    } else if (frame.type === '{' && entry.colon === undefined) {
      entry.key ??= token;
    } else {
      entry.value ??= token;
    }
  }
  return outermost;
}

/** The innermost brackets around an offset. */
export function innermost(brackets: FlowCollection, offset: number): FlowCollection | undefined {
  if (offset <= brackets.start || offset > brackets.end) return undefined;
  for (const { inner } of brackets.entries) {
    const found = inner && innermost(inner, offset);
    if (found) return found;
  }
  return brackets;
}
