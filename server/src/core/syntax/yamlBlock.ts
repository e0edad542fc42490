/** Reads one small block of YAML with the `yaml` library and turns the result into our tree. */
import {
  Composer,
  CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
  type ScalarTag,
  Schema,
  type Scalar as YamlScalar,
} from 'yaml';
import { ambiguitiesOf, beginsLikeBlock, cutOff } from './ambiguities.ts';
import { almostKeyAt, formatKey } from './keyPattern.ts';
import { deepestBlocks, longestExplained, mostErrors } from './limits.ts';
import { inOtherSigns, itemsBetweenCommas } from './otherKeyboard.ts';
import { type Ambiguity, type ErrorKind, type ParseError, shifted } from './parseError.ts';
import { inQuotes } from './quoting.ts';
import { repeatedKeys } from './repeatedKeys.ts';
import { List, Mapping, type Node, type Pair, pairEnd, type Scalar } from './tree.ts';
import { errorOf } from './yamlError.ts';

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

/** A text: nothing else begins as it does, so that its value is not tried as anything else. */
const certainText: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  test: /^[^-+.\d~nNtTfF]/,
  resolve: (text) => text,
};

/** Options of the library. */
const reading = {
  prettyErrors: false,
  uniqueKeys: false,
  stringKeys: true,
  strict: true,
  logLevel: 'silent',
  version: '1.2',
  // One for all blocks: the library would make one for each.
  schema: new Schema({
    schema: 'core',
    resolveKnownTags: true,
    customTags: (tags) => [certainText, ...tags],
  }),
} as const;

/** Leaves of what stands behind a value (blanks, a comment, or what does not belong there) only as much as is told. */
function shorten(token: CST.Token | null | undefined): void {
  if (token && 'end' in token && token.end && token.end.length > mostErrors) token.end.length = mostErrors;
}

/** The tokens up to the last error that is told: a line of brackets or quotation marks alone makes an error of each. */
function* toldTokens(text: string): Iterable<CST.Token> {
  let errors = 0;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error' && ++errors > mostErrors) return;
    if (token.type === 'document' && text.length > longestExplained) {
      shorten(token.value);
      CST.visit(token, ({ key, value }) => {
        shorten(key);
        shorten(value);
      });
    }
    yield token;
  }
}

/** What the library reads in a text: its first document, and the errors in it, as `parseDocument` does. */
function documentOf(text: string): Document.Parsed {
  const [first] = new Composer(reading).compose(toldTokens(text), true, text.length);
  return first as Document.Parsed;
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
  node(source: ParsedNode | null, depth = 0): { at: number; node: Node } {
    if (!source) return { at: 0, node: { kind: 'scalar', length: 0, value: null, style: 'plain' } };
    const [at, to] = source.range;
    const end = this.end(at, to);
    const length = end - at;
    if (depth > deepestBlocks) return { at, node: this.broken('too-deep', at, Math.min(end, at + 1)) };
    if (isAlias(source)) {
      this.errors.push(this.marked(at, end, 'copy', source.source));
      return { at, node: { kind: 'broken', length } };
    }
    if (source.anchor !== undefined) {
      const error = this.marked(at, end, 'mark', source.anchor);
      this.errors.push(error);
      if (isScalar(source)) return { at: error.start, node: { kind: 'broken', length: end - error.start } };
    }
    if (isSeq(source)) {
      const items = source.items.flatMap((item) => {
        const split = source.flow && isScalar(item) && item.type === 'PLAIN' && this.itemsIn(item as YamlScalar.Parsed);
        if (split) return split.map((part) => ({ at: part.at - at, node: part.node }));
        const child = this.node(item as ParsedNode, depth + 1);
        if (child.node.length === 0) this.emptied(this.text.lastIndexOf('-', child.at), child.at);
        return [{ at: child.at - at, node: child.node }];
      });
      const last = items.at(-1);
      const inner = source.flow || !last ? length : last.at + last.node.length;
      return { at, node: new List(inner, source.flow === true, items) };
    }
    if (isMap(source)) {
      const pairs: Pair[] = [];
      for (const { key, value } of source.items as { key: ParsedNode; value: ParsedNode | null }[]) {
        if (!isScalar(key) || key.range[0] === key.range[1]) {
          // No key at all: the library takes a second colon in a line for one that begins a pair.
          this.errors.push({ kind: 'odd-key', start: key.range[0], end: Math.max(key.range[1], key.range[0] + 1) });
          continue;
        }
        if (key.anchor !== undefined) this.errors.push(this.markedKey(key, key.anchor));
        const joined = source.flow && !value ? this.almostPair(key, at) : undefined;
        if (joined) {
          pairs.push(joined);
          continue;
        }
        const child = value ? this.node(value, depth + 1) : undefined;
        const name = this.name(key);
        if (!child || child.node.length === 0) this.emptied(key.range[1], child?.at ?? key.range[1]);
        pairs.push({
          name,
          at: key.range[0] - at,
          keyLength:
            name.length < key.range[1] - key.range[0] && key.type === 'PLAIN'
              ? name.length
              : key.range[1] - key.range[0],
          valueAt: (child?.at ?? key.range[1]) - at,
          value: child?.node ?? { kind: 'scalar', length: 0, value: null, style: 'plain' },
        });
      }
      this.errors.push(...repeatedKeys(pairs).map((error) => shifted(error, at)));
      const last = pairs.at(-1);
      return { at, node: new Mapping(source.flow || !last ? length : pairEnd(last), source.flow === true, pairs) };
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
    const scalar: Scalar = { kind: 'scalar', length, value: known ? (value as null) : String(value), style };
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
  private name(key: YamlScalar.Parsed): string {
    const name = String(key.value ?? '');
    const own = formatKey(name);
    if (own !== undefined) return own;
    if (key.type !== 'PLAIN' || !/[\u00a0\u2000-\u200a\u202f\u205f\u3000]$/.test(name)) return name;
    const almost = almostKeyAt(this.text, key.range[0], false);
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
  private markedKey({ range: [end] }: YamlScalar.Parsed, word: string): ParseError {
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
  private itemsIn({ range: [start, end] }: YamlScalar.Parsed) {
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
  private almostPair(key: YamlScalar.Parsed, base: number): Pair | undefined {
    const [start, end] = key.range;
    const almost = key.type === 'PLAIN' ? almostKeyAt(this.text, start, false) : undefined;
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
    const document = documentOf(source);
    const { contents } = document;
    if (document.errors.length === 0 && isScalar(contents) && contents.range?.[0] === 0) {
      const inner = new Converter(source);
      const { node } = inner.node(contents as ParsedNode);
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
 * The node is what could be saved of it.
 */
export function parseBlock(text: string): YamlBlock {
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
    const document = documentOf(text);
    const converter = new Converter(text);
    const { at, node } = converter.node(document.contents);
    const errors = [
      ...document.errors.map((error) => errorOf(error, text)),
      ...document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED').map((w) => errorOf(w, text)),
      ...converter.errors,
    ];
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
