/** Reads one small block of YAML with the `yaml` library and turns the result into our tree. */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import type { Fault, Reason } from './fault.ts';
import type { Mapping, Node, Pair } from './tree.ts';

/** What one block of text holds: its node, where that starts in the block, and what could not be read. */
export interface Leaf {
  readonly at: number;
  readonly node: Node;
  readonly faults: readonly Fault[];
}

/** Lists or maps inside each other deeper than this are refused: no plan needs them, and reading them recurses. */
const deepest = 100;

const reasonOf = (error: YAMLError): Reason => {
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
      return error.message.startsWith('Flow') ? 'unclosed-bracket' : 'indent';
    case 'MISSING_CHAR':
      if (error.message.includes('quote')) return 'unclosed-quote';
      if (error.message.startsWith('Flow') || error.message.startsWith('Expected')) return 'unclosed-bracket';
      return error.message.startsWith('Implicit') ? 'no-colon' : 'unexpected';
    case 'BAD_DQ_ESCAPE':
      return 'escape';
    case 'TAG_RESOLVE_FAILED':
      return 'tag';
    case 'NON_STRING_KEY':
      return 'odd-key';
    case 'RESOURCE_EXHAUSTION':
      return 'too-deep';
    default:
      return 'unexpected';
  }
};

class Converter {
  readonly faults: Fault[] = [];

  constructor(private readonly text: string) {}

  /** Where a node ends at the latest, without the blanks and breaks that the library counts to blocks. */
  private end(from: number, to: number): number {
    let end = to;
    while (end > from && /\s/.test(this.text[end - 1] as string)) end--;
    return end;
  }

  private broken(reason: Reason, start: number, end: number): Node {
    this.faults.push({ reason, start, end });
    return { kind: 'broken', length: end - start };
  }

  /** Start and end of a node's own text; an empty value has none and stands where the library says. */
  node(source: ParsedNode | null, depth = 0): { at: number; node: Node } {
    if (!source) return { at: 0, node: { kind: 'scalar', length: 0, value: null, style: 'plain' } };
    const [at, to] = source.range;
    const end = this.end(at, to);
    const length = end - at;
    if (depth > deepest) return { at, node: this.broken('too-deep', at, Math.min(end, at + 1)) };
    if (isAlias(source)) return { at, node: this.broken('copy', at, end) };
    if (isSeq(source)) {
      const items = source.items.map((item) => {
        const child = this.node(item as ParsedNode, depth + 1);
        return { at: child.at - at, node: child.node };
      });
      const last = items.at(-1);
      const inner = source.flow || !last ? length : last.at + last.node.length;
      return { at, node: { kind: 'list', length: inner, flow: source.flow === true, items } };
    }
    if (isMap(source)) {
      const pairs: Pair[] = [];
      for (const { key, value } of source.items as { key: ParsedNode; value: ParsedNode | null }[]) {
        if (!isScalar(key) || key.range[0] === key.range[1]) {
          // No key at all: the library takes a second colon in a line for one that begins a pair.
          this.faults.push({ reason: 'odd-key', start: key.range[0], end: Math.max(key.range[1], key.range[0] + 1) });
          continue;
        }
        const child = value ? this.node(value, depth + 1) : undefined;
        pairs.push({
          name: String(key.value ?? ''),
          at: key.range[0] - at,
          keyLength: key.range[1] - key.range[0],
          valueAt: (child?.at ?? key.range[1]) - at,
          value: child?.node ?? { kind: 'scalar', length: 0, value: null, style: 'plain' },
        });
      }
      this.repeated(at, pairs);
      const last = pairs.at(-1);
      const inner =
        source.flow || !last ? length : Math.max(last.at + last.keyLength, last.valueAt + last.value.length);
      return { at, node: { kind: 'map', length: inner, flow: source.flow === true, pairs } };
    }
    if (!isScalar(source)) return { at, node: this.broken('unexpected', at, end) };
    const style =
      source.type === 'QUOTE_DOUBLE'
        ? 'double'
        : source.type === 'QUOTE_SINGLE'
          ? 'single'
          : source.type === 'PLAIN'
            ? 'plain'
            : 'block';
    const value = source.value;
    const known = value === null || ['string', 'number', 'boolean'].includes(typeof value);
    return { at, node: { kind: 'scalar', length, value: known ? (value as null) : String(value), style } };
  }

  repeated(base: number, pairs: readonly Pair[]): void {
    this.faults.push(...repeatedKeys(pairs).map((fault) => shifted(fault, base)));
  }
}

/** The same fault, `by` characters further on. */
export function shifted(fault: Fault, by: number): Fault {
  return {
    ...fault,
    start: fault.start + by,
    end: fault.end + by,
    ...(fault.first && { first: { start: fault.first.start + by, end: fault.first.end + by } }),
  };
}

/** A fault for each key that stands in a map for the second time; offsets as those of the pairs. */
export function repeatedKeys(pairs: readonly Pair[]): Fault[] {
  const seen = new Map<string, Pair>();
  const faults: Fault[] = [];
  for (const pair of pairs) {
    const first = seen.get(pair.name);
    if (!first) seen.set(pair.name, pair);
    else {
      faults.push({
        reason: 'repeated-key',
        start: pair.at,
        end: pair.at + pair.keyLength,
        word: pair.name,
        first: { start: first.at, end: first.at + first.keyLength },
      });
    }
  }
  return faults;
}

/** How deep brackets and dashes nest in a text, at most: a cheap upper bound, taken before the library recurses. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5b || c === 0x7b) most = Math.max(most, ++depth);
    else if (c === 0x5d || c === 0x7d) depth--;
    else if (c === 0x0a) depth = Math.max(0, depth);
  }
  return most;
}

const dashes = new RegExp(`(?:[-?][ \\t]+){${deepest},}`);

/**
 * Reads a block. Never throws: what the library cannot read is a fault, with offsets counted from the block's start.
 * The node is what could be saved of it.
 */
export function readLeaf(text: string): Leaf {
  const refused = (reason: Reason, at: number): Leaf => ({
    at,
    node: { kind: 'broken', length: 1 },
    faults: [{ reason, start: at, end: at + 1 }],
  });
  const tooDeep = () => refused('too-deep', text.search(/\S/));
  // The library passes over a byte-order mark at the start; in the middle of a file it is a stray character.
  if (text.charCodeAt(0) === 0xfeff) return refused('unexpected', 0);
  if (nesting(text) > deepest || dashes.test(text)) return tooDeep();
  try {
    const document = parseDocument(text, {
      prettyErrors: false,
      uniqueKeys: false,
      stringKeys: true,
      strict: true,
      logLevel: 'silent',
      version: '1.2',
      schema: 'core',
    });
    const converter = new Converter(text);
    const { at, node } = converter.node(document.contents);
    const faults = [
      ...document.errors.map((error) => faultOf(error, text)),
      ...document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED').map((w) => faultOf(w, text)),
      ...converter.faults,
    ];
    return { at, node, faults };
  } catch {
    return tooDeep();
  }
}

function faultOf(error: YAMLError, text: string): Fault {
  const [start, end] = error.pos;
  return { reason: reasonOf(error), start: Math.min(start, text.length), end: Math.min(end, text.length) };
}

/** The only pair of a map that was read from a block of its own. */
export function onlyPair(map: Mapping): Pair | undefined {
  return map.pairs.length === 1 ? map.pairs[0] : undefined;
}
