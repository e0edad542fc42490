/** Reads one small block of YAML with a library and turns the result into our tree. */
import { ambiguitiesOf, beginsLikeBlock, cutOff } from './ambiguities.ts';
import { almostKeyAt, formatKey } from './keyPattern.ts';
import { readWithLibrary } from './libraryReader.ts';
import { deepestBlocks } from './limits.ts';
import { inOtherSigns, itemsBetweenCommas } from './otherKeyboard.ts';
import { type Ambiguity, type ErrorKind, type ParseError, shifted } from './parseError.ts';
import { inQuotes } from './quoting.ts';
import { repeatedKeys } from './repeatedKeys.ts';
import { readSound } from './soundReader.ts';
import { type Item, List, Mapping, type Node, type Pair, pairEnd, type Scalar } from './tree.ts';
import type { YamlList, YamlMap, YamlNode, YamlReader, YamlScalar } from './yamlNode.ts';

/** A block that was read with the library: its node, and where that starts. Offsets count from the start of the block. */
export interface YamlBlock {
  readonly at: number;
  readonly node: Node;
  readonly errors: readonly ParseError[];
  readonly ambiguities: readonly Ambiguity[];
  /** A text in it may have been meant as a list or as keys: what holds it is read line by line. */
  readonly closer: boolean;
  /** A text over several lines has one that begins with a hyphen. */
  readonly swallows: boolean;
}

class Converter {
  readonly errors: ParseError[] = [];
  readonly ambiguities: Ambiguity[] = [];
  closer = false;
  swallows = false;

  constructor(private readonly text: string) {}

  /** Where a node ends at the latest, without the blanks and breaks that the library counts to blocks. */
  private end(from: number, to: number): number {
    let end = to;
    while (end > from && /[ \t\r\n]/.test(this.text[end - 1] as string)) end--;
    return end;
  }

  private broken(kind: ErrorKind, start: number, end: number): Node {
    this.errors.push({ kind, start, end });
    return { kind: 'broken', length: end - start };
  }

  /** Start and end of a node's own text; an empty value has none and stands where the library says. */
  node(source: YamlNode | undefined, depth = 0): { at: number; node: Node } {
    if (!source) return { at: 0, node: { kind: 'scalar', length: 0, value: null, style: 'plain' } };
    const { start: at, anchor } = source;
    const end = this.end(at, source.end);
    const length = end - at;
    if (depth > deepestBlocks) return { at, node: this.broken('too-deep', at, Math.min(end, at + 1)) };
    if (source.kind === 'alias') {
      this.errors.push(this.marked(at, end, 'copy', anchor ?? ''));
      return { at, node: { kind: 'broken', length } };
    }
    if (anchor !== undefined) {
      const error = this.marked(at, end, 'mark', anchor);
      this.errors.push(error);
      if (source.kind === 'scalar') return { at: error.start, node: { kind: 'broken', length: end - error.start } };
    }
    switch (source.kind) {
      case 'list':
        return this.list(source, length, depth);
      case 'map':
        return this.map(source, length, depth);
      case 'scalar':
        return this.scalar(source, end);
      default:
        return { at, node: this.broken('unexpected', at, end) };
    }
  }

  private list(
    { start: at, flow, items: sources }: YamlList,
    length: number,
    depth: number,
  ): { at: number; node: Node } {
    const items: Item[] = [];
    for (const item of sources) {
      const split = flow && item?.kind === 'scalar' && item.style === 'plain' && this.itemsIn(item);
      if (split) {
        items.push(...split.map((part) => ({ at: part.at - at, node: part.node })));
        continue;
      }
      const child = this.node(item, depth + 1);
      if (child.node.length === 0) this.emptied(this.text.lastIndexOf('-', child.at), child.at);
      items.push({ at: child.at - at, node: child.node });
    }
    const last = items.at(-1);
    return { at, node: new List(flow || !last ? length : last.at + last.node.length, flow, items) };
  }

  private map({ start: at, flow, pairs: sources }: YamlMap, length: number, depth: number): { at: number; node: Node } {
    const pairs: Pair[] = [];
    for (const { key, value } of sources) {
      if (key.kind !== 'scalar' || key.start === key.end) {
        // No key at all: the library takes a second colon in a line for one that begins a pair.
        this.errors.push({ kind: 'odd-key', start: key.start, end: Math.max(key.end, key.start + 1) });
        continue;
      }
      if (key.anchor !== undefined) this.errors.push(this.markedKey(key.start, key.anchor));
      const joined = flow && !value ? this.almostPair(key, at) : undefined;
      if (joined) {
        pairs.push(joined);
        continue;
      }
      const child = value ? this.node(value, depth + 1) : undefined;
      const name = this.name(key);
      if (!child || child.node.length === 0) this.emptied(key.end, child?.at ?? key.end);
      const written = key.end - key.start;
      pairs.push({
        name,
        at: key.start - at,
        keyLength: key.style === 'plain' ? Math.min(name.length, written) : written,
        valueAt: (child?.at ?? key.end) - at,
        value: child?.node ?? { kind: 'scalar', length: 0, value: null, style: 'plain' },
      });
    }
    this.errors.push(...repeatedKeys(pairs).map((error) => shifted(error, at)));
    const last = pairs.at(-1);
    return { at, node: new Mapping(flow || !last ? length : pairEnd(last), flow, pairs) };
  }

  private scalar({ start: at, style, value }: YamlScalar, end: number): { at: number; node: Node } {
    const known = value === null || ['string', 'number', 'boolean'].includes(typeof value);
    const scalar: Scalar = {
      kind: 'scalar',
      length: end - at,
      value: known ? (value as Scalar['value']) : String(value),
      style,
    };
    const tag = style === 'block' ? undefined : this.tagged(at, end);
    if (tag) return { at: tag.start, node: { kind: 'broken', length: Math.max(1, end - tag.start) } };
    const meant = style === 'plain' ? this.meant(at, end) : undefined;
    if (meant) return { at, node: meant };
    const ambiguities = ambiguitiesOf(this.text, at, end, scalar);
    this.ambiguities.push(...ambiguities);
    if (style === 'plain') this.closer ||= beginsLikeBlock(this.text, at);
    this.swallows ||= ambiguities.some(({ kind }) => kind === 'items');
    return { at, node: scalar };
  }

  /** The name of a key; without what only looks like a space at its end. */
  private name(key: YamlScalar): string {
    const name = String(key.value ?? '');
    const own = formatKey(name);
    if (own !== undefined) return own;
    if (key.style !== 'plain' || !/[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/.test(name)) return name;
    const almost = almostKeyAt(this.text, key.start, false);
    if (!almost) return name;
    const { source, kind, at, length, text } = almost;
    this.errors.push({
      kind,
      start: at,
      end: at + length,
      word: source,
      repair: [{ start: at, end: at + length, text }],
    });
    return source;
  }

  /** `&name` before a value, or `*name` for one: signs that YAML takes away from the text. */
  private marked(at: number, end: number, kind: 'copy' | 'mark', word: string): ParseError {
    const start = kind === 'copy' ? at : Math.max(0, this.text.lastIndexOf('&', at));
    const source = this.text.slice(start, end);
    const repair = /[\r\n]/.test(source) ? undefined : [{ start, end, text: inQuotes(source) }];
    return { kind, start, end: kind === 'copy' ? end : start + 1, word, ...(repair && { repair }) };
  }

  /** `&name` before a key, which is read without it. */
  private markedKey(end: number, word: string): ParseError {
    const start = Math.max(0, this.text.lastIndexOf('&', end));
    return { kind: 'mark', start, end: start + 1, word, repair: [{ start, end, text: '' }], unsure: true };
  }

  /** Behind the sign at `from` nothing is kept, although something is typed there: it begins with `#`. */
  private emptied(from: number, value: number): void {
    const sign = /[ \t]*[:-]/y;
    sign.lastIndex = Math.max(0, from);
    if (!sign.test(this.text)) return;
    const comment = cutOff(this.text, sign.lastIndex);
    if (comment) this.ambiguities.push({ ...comment, value });
  }

  /** A lone `!` before a text, which the library takes away without a word. */
  private tagged(at: number, end: number): ParseError | undefined {
    let start = at - 1;
    while (this.text[start] === ' ') start--;
    if (start < 0 || (start === at - 1 && end > at) || this.text[start] !== '!') return undefined;
    if (!/[ :,[{]/.test(this.text[start - 1] ?? ' ')) return undefined;
    const repair = [
      { start, end: Math.max(end, start + 1), text: inQuotes(this.text.slice(start, Math.max(end, start + 1))) },
    ];
    const error: ParseError = { kind: 'mark', start, end: start + 1, word: '!', repair };
    this.errors.push(error);
    return error;
  }

  /** The items in one that was read as a text: `[a，b]`. */
  private itemsIn({ start, end }: YamlScalar) {
    const meant = itemsBetweenCommas(this.text.slice(start, end), start);
    if (meant) this.errors.push(meant.error);
    return meant?.value;
  }

  /** The value that was meant by signs of another keyboard. */
  private meant(start: number, end: number): Node | undefined {
    const meant = inOtherSigns(this.text.slice(start, end), start);
    if (meant) this.errors.push(meant.error);
    return meant?.value;
  }

  /** `use:live-demos` in braces: the pair that was meant. */
  private almostPair({ start, end, style }: YamlScalar, base: number): Pair | undefined {
    const almost = style === 'plain' ? almostKeyAt(this.text, start, false) : undefined;
    if (!almost || almost.at + almost.length >= end) return undefined;
    const valueStart = almost.at + almost.length;
    const source = this.text.slice(valueStart, end);
    this.errors.push({
      kind: almost.kind,
      start: almost.at,
      end: valueStart,
      word: almost.source,
      repair: [{ start: almost.at, end: valueStart, text: almost.text }],
    });
    const value = this.meant(valueStart, end) ?? this.alone(source, valueStart);
    return {
      name: almost.source,
      at: start - base,
      keyLength: almost.source.length,
      valueAt: valueStart - base,
      value,
    };
  }

  /** A value that the library took for a part of a key, read by itself: a number is one. */
  private alone(source: string, start: number): Node {
    const { node: found, errors } = readWithLibrary(source);
    if (errors.length === 0 && found?.kind === 'scalar' && found.start === 0) {
      const inner = new Converter(source);
      const { node } = inner.node(found);
      this.errors.push(...inner.errors.map((error) => shifted(error, start)));
      this.ambiguities.push(...inner.ambiguities.map((ambiguity) => shifted(ambiguity, start)));
      if (node.length === source.length) return node;
    }
    return { kind: 'scalar', length: source.length, value: source, style: 'plain' };
  }
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

const dashes = new RegExp(`(?:[-?][ \\t]+){${deepestBlocks},}`);

/**
 * Reads a block. Never throws: what the library cannot read is an error, with offsets counted from the block's start.
 * The node is what could be saved of it. `read`: what is tried before `yaml`, which reads everything.
 */
export function parseBlock(text: string, read: YamlReader = readSound): YamlBlock {
  const refused = (kind: ErrorKind, at: number): YamlBlock => ({
    at,
    node: { kind: 'broken', length: 1 },
    errors: [{ kind, start: at, end: at + 1 }],
    ambiguities: [],
    closer: false,
    swallows: false,
  });
  const tooDeep = () => refused('too-deep', text.search(/\S/));
  // The library passes over a byte-order mark at the start; in the middle of a file it is a stray character.
  if (text.charCodeAt(0) === 0xfeff) return refused('unexpected', 0);
  if (nesting(text) > deepestBlocks || dashes.test(text)) return tooDeep();
  try {
    const found = read(text) ?? readWithLibrary(text);
    const converter = new Converter(text);
    const { at, node } = converter.node(found.node);
    const errors = [...found.errors, ...converter.errors];
    return {
      at,
      node,
      errors,
      ambiguities: converter.ambiguities,
      closer: converter.closer,
      swallows: converter.swallows,
    };
  } catch {
    return tooDeep();
  }
}
