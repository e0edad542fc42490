/** Puts a tree that was read past stray characters back into the text as it is written: nodes, errors and ambiguities. */
import { binarySearch } from '../text/binarySearch.ts';
import { lineBreak } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { ParseError, PlacedAmbiguity, Repair } from './parseError.ts';
import type { Plain, Stray } from './strayCharacters.ts';
import type { SyntaxTree } from './syntaxTree.ts';
import { type At, List, Mapping, type Node } from './tree.ts';

/** Offsets of the text that was read, as those of the text as it is written. */
class Offsets {
  constructor(private readonly gaps: readonly number[]) {}

  /** Of what begins at an offset: after what was left out there. */
  start(offset: number): number {
    return offset + binarySearch(this.gaps, (gap) => gap > offset);
  }

  /** Of what ends at an offset: before what was left out there. */
  end(offset: number): number {
    return offset + binarySearch(this.gaps, (gap) => gap >= offset);
  }

  span<S extends Span>(span: S): S {
    const start = this.start(span.start);
    return { ...span, start, end: span.end > span.start ? this.end(span.end) : start };
  }

  error(error: ParseError): ParseError {
    const { first, repair } = error;
    return {
      ...this.span(error),
      ...(first && { first: this.span(first) }),
      ...(repair && { repair: repair.map((edit) => this.span(edit)) }),
    };
  }

  ambiguity(ambiguity: PlacedAmbiguity): PlacedAmbiguity {
    return { ...this.span(ambiguity), value: this.start(ambiguity.value) };
  }

  /** A node with the lengths that it has as it is written; the same one where nothing was left out in it. */
  node({ node, start }: At): Node {
    const end = start + node.length;
    const base = this.start(start);
    if (this.start(end) - end === base - start) return node;
    const length = node.length === 0 ? 0 : this.end(end) - base;
    switch (node.kind) {
      case 'list': {
        const items = node.items.map((item) => ({
          at: this.start(start + item.at) - base,
          node: this.node({ node: item.node, start: start + item.at }),
        }));
        const last = items.at(-1);
        return new List(Math.max(length, last ? last.at + last.node.length : 0), node.flow, items);
      }
      case 'map': {
        const pairs = node.pairs.map(({ name, at, keyLength, valueAt, value }) => {
          const key = this.start(start + at);
          return {
            name,
            at: key - base,
            keyLength: keyLength === 0 ? 0 : this.end(start + at + keyLength) - key,
            valueAt: this.start(start + valueAt) - base,
            value: this.node({ node: value, start: start + valueAt }),
          };
        });
        const ends = pairs.map(({ valueAt, value }) => valueAt + value.length);
        return new Mapping(Math.max(length, ends.at(-1) ?? 0), node.flow, pairs);
      }
      default:
        return length === node.length ? node : { ...node, length };
    }
  }
}

/** Nothing is left of a value but characters that were lost: it cannot be read. */
function withoutLost(node: Node): Node {
  if (node.kind === 'scalar') {
    const nothing = typeof node.value === 'string' && /^\s*\ufffd[\s\ufffd]*$/.test(node.value);
    return nothing ? { kind: 'broken', length: node.length } : node;
  }
  if (node.kind === 'list') {
    const items = node.items.map((item) => ({ at: item.at, node: withoutLost(item.node) }));
    return items.some((item, index) => item.node !== node.items[index]?.node)
      ? new List(node.length, node.flow, items)
      : node;
  }
  if (node.kind === 'map') {
    const pairs = node.pairs.map((pair) => ({ ...pair, value: withoutLost(pair.value) }));
    return pairs.some((pair, index) => pair.value !== node.pairs[index]?.value)
      ? new Mapping(node.length, node.flow, pairs)
      : node;
  }
  return node;
}

/** What is said of stray characters: one error for each run, and one for all hyphens of a word. */
function errorsOf(text: string, found: readonly Stray[]): ParseError[] {
  const feed = lineBreak(text);
  const errors: ParseError[] = [];
  let word: { readonly repair: Repair[]; readonly end: number } | undefined;
  for (const { start, end, kind, text: instead, unsure } of found) {
    const edit = { start, end, text: instead.replace('\n', feed) };
    if (kind === 'hyphen' && word && /^\w*$/.test(text.slice(word.end, start))) {
      word.repair.push(edit);
      word = { repair: word.repair, end };
      continue;
    }
    const repair = [edit];
    word = kind === 'hyphen' ? { repair, end } : undefined;
    if (kind === 'hyphen') errors.push({ kind: 'look-alike-hyphen', start, end, repair });
    else if (kind === 'invisible') errors.push({ kind, start, end, repair, ...(unsure && { unsure }) });
    else errors.push({ kind: 'lost-character', start, end, ...(kind === 'lost-value' && { lost: true }) });
  }
  return errors;
}

/** The tree of a text, made of that of the text without its stray characters; each run of these is an error. */
export function asWritten(text: string, tree: SyntaxTree, plain: Plain, found: readonly Stray[]): SyntaxTree {
  // A hyphen of another kind in a text is none.
  const told = found.filter((stray) => stray.kind !== 'hyphen' || stray.text === '-');
  if (told.length === 0) return tree;
  const offsets = new Offsets(plain.gaps);
  const errors = [...tree.errors.map((error) => offsets.error(error)), ...errorsOf(text, told)];
  const root = tree.root && { node: offsets.node(tree.root), start: offsets.start(tree.root.start) };
  const lost = told.some(({ kind }) => kind === 'lost-value');
  return {
    text,
    root: root && lost ? { ...root, node: withoutLost(root.node) } : root,
    errors: errors.sort((a, b) => a.start - b.start || a.end - b.end),
    ambiguities: tree.ambiguities.map((ambiguity) => offsets.ambiguity(ambiguity)),
    blocks: tree.blocks,
    reparsable: false,
  };
}
