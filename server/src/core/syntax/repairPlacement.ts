/** The tree as it was meant, by what each part of the format may hold: keys at the wrong depth go where they belong, and a sentence that reads as keys or a list is a sentence. */

import { takesItems } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { beginsLine, column, lineStart } from '../text/lines.ts';
import { bareItems } from './bareItems.ts';
import type { ParseError, Repair } from './parseError.ts';
import { inQuotes, withoutComment } from './quoting.ts';
import { ReadErrors } from './readErrors.ts';
import { type At, List, Mapping, type Node, NodeCache, type Pair, pairEnd, pairMoved, type Scalar } from './tree.ts';

/** A text that is nothing else, whatever stands in front of it. */
const simple = /^(?!(?:true|false|null)\s*$)[\p{L}\p{N}][^:#\p{L}]*\p{L}[^:#]*$/iu;

/** The shape of their place, where every key under them is known: whatever stands around them, nothing is misplaced. */
const inPlace = new NodeCache<Shape>();

class Placer {
  /** How many keys stand where nothing of that name can stand. */
  unknown = 0;
  /** The section whose keys lost their indentation, as far as it was put together, and the edits that move them. */
  private section: { readonly value: Mapping; readonly repair: Repair[] } | undefined;

  /** What placing adds lies in parts that are done, so only the errors of reading are asked for. */
  readonly read: ReadErrors;

  constructor(
    private readonly text: string,
    private readonly errors: ParseError[],
  ) {
    this.read = new ReadErrors(errors);
  }

  /** Edits that move the lines of a pair by some columns: the first only, if the others stand deep enough as it is. */
  private movedPair(start: number, end: number, by: number): Repair[] {
    const repair: Repair[] = [];
    const target = column(this.text, start) + by;
    const [first = '', ...below] = this.text.slice(lineStart(this.text, start), end).split('\n');
    const deep = below.every((line) => /^\s*$/.test(line) || line.search(/[^ ]/) > target);
    const to = by > 0 && deep ? lineStart(this.text, start) + first.length : end;
    for (let line = lineStart(this.text, start); line < to; ) {
      const next = this.text.indexOf('\n', line);
      let at = line;
      while (this.text[at] === ' ') at++;
      const blank = /[\r\n]/.test(this.text[at] ?? '\n');
      if (!blank && by > 0) repair.push({ start: line, end: line, text: ' '.repeat(by) });
      else if (!blank) repair.push({ start: line, end: line + Math.min(-by, at - line), text: '' });
      if (next < 0) break;
      line = next + 1;
    }
    return repair;
  }

  /** The node as it was meant, `start` being its offset. */
  place(node: Node, start: number, shape: Shape, above: readonly Holder[]): Node {
    const items = this.bareItems(node, start, shape);
    if (items) return items;
    if (node.kind === 'scalar') return this.unopened(node, start, shape) ?? this.itemsBelow(node, start, shape) ?? node;
    if (node.kind !== 'map' && node.kind !== 'list') return node;
    const sentence = this.sentence(node, start, shape);
    if (sentence) return sentence;
    if (inPlace.get(node) === shape) return node;
    const { unknown } = this;
    const result =
      node.kind === 'list' ? this.placeItems(node, start, shape, above) : this.placePairs(node, start, shape, above);
    if (unknown === this.unknown) inPlace.set(node, shape);
    return result;
  }

  /** The lines of a text where a list belongs, each of which is an item. */
  private bareItems(node: Node, start: number, shape: Shape): List | undefined {
    if (!shape.items || node.kind === 'list') return undefined;
    const found = bareItems(this.text, node, start, shape);
    if (!found) return undefined;
    const within = this.read.within(start, start + found.list.length);
    if (within.some(({ kind }) => kind === 'merge-conflict' || kind === 'pasted-table')) return undefined;
    this.unknown++;
    this.read.drop(within);
    this.errors.push(found.error);
    return found.list;
  }

  /** Ids and the closing bracket of their list, whose opening one is missing. */
  private unopened(node: Scalar, start: number, shape: Shape): List | undefined {
    const { value, style, length } = node;
    if (!shape.items || style !== 'plain' || typeof value !== 'string' || !value.endsWith(']')) return undefined;
    const source = this.text.slice(start, start + length);
    if (!/^[a-z0-9-]+(?:, *[a-z0-9-]+)* *\]$/.test(source)) return undefined;
    this.unknown++;
    this.errors.push({ kind: 'unopened', start, end: start + length, repair: [{ start, end: start, text: '[' }] });
    const items = [...source.matchAll(/[a-z0-9-]+/g)].map(({ 0: id, index }) => ({
      at: index,
      node: { kind: 'scalar', length: id.length, value: id, style: 'plain' } as const,
    }));
    return new List(length, true, items);
  }

  /** A list whose first item stands after its key, the others with their hyphens below it: they read as one text. */
  private itemsBelow({ value, style, length }: Scalar, start: number, shape: Shape): List | undefined {
    if (style !== 'plain' || typeof value !== 'string' || !shape.items || !value.includes(' - ')) return undefined;
    const source = this.text.slice(start, start + length);
    const first = /^.*/.exec(source)?.[0] ?? '';
    const below = [...source.slice(first.length).matchAll(/(\r?\n)([ \t]*)(-[ \t]+)?(.*)/g)];
    if (below.length === 0 || !takesItems(shape, first)) return undefined;
    const [[, feed = '', blanks = ''] = []] = below;
    if (below.some(([, , own, hyphen, text = '']) => own !== blanks || !hyphen || !simple.test(text))) return undefined;
    this.unknown++;
    let from = start;
    while (this.text[from - 1] === ' ') from--;
    const repair = [{ start: from, end: start, text: `${feed}${blanks}- ` }];
    this.errors.push({ kind: 'items-below', start, end: start + first.length, repair });
    const item = (at: number, text: string) => ({
      at,
      node: { kind: 'scalar', length: text.length, value: text, style: 'plain' } as const,
    });
    const items = below.map(({ 0: line, 4: text = '', index }) => {
      const own = text.trimEnd();
      return item(first.length + index + line.length - text.length, own);
    });
    return new List(length, false, [item(0, first.trimEnd()), ...items]);
  }

  /** A text in one line that reads as something else, where a text belongs: unreadable, and quotes repair it. */
  private sentence(node: Mapping | List, start: number, shape: Shape): Node | undefined {
    const { types } = shape;
    if (!types.includes('string') || types.includes('array')) return undefined;
    if (types.includes('object')) {
      if (shape.enum) return undefined;
      const [only, ...more] = node.kind === 'map' ? node.pairs : [];
      if (!only || more.length || shape.key(only.name) || only.name.startsWith('x-')) return undefined;
    }
    let { length } = node;
    if (!node.flow) {
      const line = /^.*/.exec(this.text.slice(start))?.[0] ?? '';
      if (length > line.length) return undefined;
      length = Math.max(length, withoutComment(line).length);
    }
    // A word marked with `&` in front of it is a part of the sentence.
    const marked = this.read.markBefore(start);
    const from = marked?.start ?? start;
    const source = this.text.slice(from, start + length);
    if (source === '' || /[\r\n]/.test(source)) return undefined;
    this.unknown++;
    this.read.drop(this.read.within(from, start + length));
    const repair = [{ start: from, end: start + length, text: inQuotes(source) }];
    const colon = node.kind === 'map' && !/^[[{]/.test(source) ? source.search(/:(?=\s|$)/) : -1;
    const at = from + Math.max(0, colon);
    this.errors.push({ kind: colon > 0 ? 'colon-in-text' : 'special-start', start: at, end: at + 1, repair });
    return { kind: 'broken', length };
  }

  private placeItems(list: List, start: number, shape: Shape, above: readonly Holder[]): Node {
    const inner = shape.items;
    if (!inner) return list;
    let changed = false;
    const items = list.items.map((item) => {
      const node = this.place(item.node, start + item.at, inner, above);
      changed ||= node !== item.node;
      return { at: item.at, node };
    });
    if (!changed) return list;
    const last = items.at(-1);
    return new List(Math.max(list.length, last ? last.at + last.node.length : 0), list.flow, items);
  }

  private placePairs(map: Mapping, start: number, shape: Shape, above: readonly Holder[]): Node {
    const pairs: Pair[] = [];
    let changed = false;
    const own: Holder = {
      shape,
      start: start + (map.pairs[0]?.at ?? 0),
      names: map.pairs.map(({ name }) => name),
      taken: [],
    };
    for (const written of map.pairs) {
      const day = map.flow && this.rest(pairs.at(-1), written, start, shape);
      if (day) {
        pairs[pairs.length - 1] = day;
        changed = true;
        continue;
      }
      const pair = (map.flow && this.split(written, map, start, shape)) || written;
      changed ||= pair !== written;
      const inner = shape.key(pair.name);
      const previous = pairs.at(-1);
      if (!inner) this.unknown++;
      if (!inner && !map.flow && previous && !(shape.extensible && pair.name.startsWith('x-'))) {
        const moved = this.into(previous, pair, start, shape);
        if (moved) {
          pairs[pairs.length - 1] = moved;
          changed = true;
          continue;
        }
      }
      if (!inner) {
        pairs.push(pair);
        continue;
      }
      const value = this.place(pair.value, start + pair.valueAt, inner, [...above, own]);
      changed ||= value !== pair.value;
      pairs.push(value === pair.value ? pair : pairMoved(pair, 0, value));
      const extra = own.taken.splice(0);
      for (const taken of extra) pairs.push({ ...taken, at: taken.at - start, valueAt: taken.valueAt - start });
    }
    const left = map.flow ? undefined : this.tooFarRight(pairs, start, shape, above);
    if (left) {
      pairs.splice(left);
      changed = true;
    }
    if (!changed) return map;
    const last = pairs.at(-1);
    const length = last ? pairEnd(last) : map.length;
    return new Mapping(Math.max(length, left ? 0 : map.length), map.flow, pairs);
  }

  /** In braces, a date with a comma before its year: the pair before with all of it. */
  private rest(before: Pair | undefined, { name, value, at, keyLength }: Pair, start: number, shape: Shape) {
    if (!before || value.length > 0 || !/^\d{4}$/.test(name) || !shape.key(before.name)?.date) return undefined;
    if (before.value.kind !== 'scalar' || before.value.style !== 'plain') return undefined;
    this.unknown++;
    const length = at + keyLength - before.valueAt;
    const text = this.text.slice(start + before.valueAt, start + before.valueAt + length);
    return { ...before, value: { ...before.value, length, value: text } };
  }

  /** In braces, a key that must not be missing, whose colon is: with the text after it. */
  private split(pair: Pair, map: Mapping, start: number, shape: Shape): Pair | undefined {
    if (pair.value.length > 0 || shape.key(pair.name)) return undefined;
    const [all, name = '', blank = '', text = ''] = /^([a-zA-Z]+)([ \t]+)([^\d \t].*)$/.exec(pair.name) ?? [];
    if (all === undefined || all.length !== pair.keyLength || !shape.required.includes(name)) return undefined;
    if (map.pairs.some((other) => other.name === name) || !shape.key(name)?.types.includes('string')) return undefined;
    this.unknown++;
    const at = start + pair.at + name.length;
    const end = at + blank.length;
    this.errors.push({ kind: 'missing-colon', start: at, end, word: name, repair: [{ start: at, end, text: ': ' }] });
    const value = { kind: 'scalar', length: text.length, value: text, style: 'plain' } as const;
    return { ...pair, name, keyLength: name.length, valueAt: pair.at + name.length + blank.length, value };
  }

  /** The pair before, with a key that stands too far left put where it belongs: into what stands there last. */
  into(previous: Pair, pair: Pair, start: number, shape: Shape): Pair | undefined {
    const inner = shape.key(previous.name);
    if (!inner || !beginsLine(this.text, start + pair.at)) return undefined;
    const section = this.unindented(previous, pair, start, inner);
    if (section) return section;
    const value = this.intoNode(previous.value, start + previous.valueAt, inner, pair, start);
    return value && { ...previous, value };
  }

  /**
   * A section whose keys lost their indentation: a key in the column of the section that has nothing below it, or that
   * was found to have such keys. The section with that key; all of them are one error.
   *
   *     plan:
   *     title: New desk
   *     owner: Ana
   */
  private unindented(section: Pair, pair: Pair, start: number, shape: Shape): Pair | undefined {
    const { value } = section;
    const bare = value.kind === 'scalar' && value.length === 0;
    const known = this.section?.value === value ? this.section : undefined;
    const pairs = known?.value.pairs ?? [];
    if ((!bare && !known) || !shape.key(pair.name) || pairs.some(({ name }) => name === pair.name)) return undefined;
    const key = { start: start + pair.at, end: start + pair.at + pair.keyLength };
    if (column(this.text, key.start) !== column(this.text, start + section.at)) return undefined;
    const repair = known?.repair ?? [];
    repair.push(...this.movedPair(key.start, start + pairEnd(pair), 2));
    if (!known) this.errors.push({ kind: 'misplaced-key', ...key, word: pair.name, repair });
    const valueAt = known ? section.valueAt : pair.at;
    const made = { ...pair, at: pair.at - valueAt, valueAt: pair.valueAt - valueAt };
    const together = new Mapping(pairEnd(made), false, [...pairs, made]);
    this.section = { value: together, repair };
    return { ...section, valueAt, value: together };
  }

  private intoNode(node: Node, at: number, shape: Shape, pair: Pair, start: number): Node | undefined {
    if (node.kind === 'list') {
      const last = node.items.at(-1);
      if (!last || node.flow || !shape.items) return undefined;
      const inner = this.intoNode(last.node, at + last.at, shape.items, pair, start);
      if (!inner) return undefined;
      const items = [...node.items.slice(0, -1), { at: last.at, node: inner }];
      return new List(last.at + inner.length, node.flow, items);
    }
    if (node.kind !== 'map' || node.flow || node.pairs.length === 0) return undefined;
    if (shape.key(pair.name)) {
      if (node.pairs.some(({ name }) => name === pair.name)) return undefined;
      const first = node.pairs[0] as Pair;
      const by = column(this.text, at + first.at) - column(this.text, start + pair.at);
      const end = start + pairEnd(pair);
      this.errors.push({
        kind: 'misplaced-key',
        start: start + pair.at,
        end: start + pair.at + pair.keyLength,
        word: pair.name,
        first: { start: at + first.at, end: at + first.at + first.keyLength },
        repair: this.movedPair(start + pair.at, end, by),
      });
      const made = { ...pair, at: start + pair.at - at, valueAt: start + pair.valueAt - at };
      return new Mapping(end - at, node.flow, [...node.pairs, made]);
    }
    const last = node.pairs.at(-1) as Pair;
    const below = shape.key(last.name);
    const value = below && this.intoNode(last.value, at + last.valueAt, below, pair, start);
    if (!value) return undefined;
    return new Mapping(last.valueAt + value.length, node.flow, [...node.pairs.slice(0, -1), { ...last, value }]);
  }

  /** From which pair on the keys belong to a part further out: they are handed to it. */
  private tooFarRight(
    pairs: readonly Pair[],
    start: number,
    shape: Shape,
    above: readonly Holder[],
  ): number | undefined {
    let from = pairs.length;
    let holder: Holder | undefined;
    while (from > 1) {
      const pair = pairs[from - 1] as Pair;
      if (shape.key(pair.name) || (shape.extensible && pair.name.startsWith('x-'))) break;
      const taker = above.findLast((outer) => outer.shape.key(pair.name) && !outer.names.includes(pair.name));
      if (!taker || (holder && taker !== holder) || !beginsLine(this.text, start + pair.at)) break;
      holder = taker;
      from--;
    }
    if (!holder || from === pairs.length) return undefined;
    for (const pair of pairs.slice(from)) {
      const at = start + pair.at;
      const end = start + pairEnd(pair);
      this.errors.push({
        kind: 'misplaced-key',
        start: at,
        end: at + pair.keyLength,
        word: pair.name,
        repair: this.movedPair(at, end, column(this.text, holder.start) - column(this.text, at)),
      });
      holder.taken.push({ ...pair, at, valueAt: start + pair.valueAt });
    }
    return from;
  }
}

/** A part of the plan around the one at hand. */
interface Holder {
  readonly shape: Shape;
  /** Offset of its first key. */
  readonly start: number;
  readonly names: readonly string[];
  /** Pairs from further in that belong here; their offsets are those of the text. */
  readonly taken: Pair[];
}

/** The pair `previous` with `pair`, which stands too far left after it, put where it belongs; `start` is that of their map. */
export function placeInto(
  text: string,
  previous: Pair,
  pair: Pair,
  start: number,
  shape: Shape,
  errors: ParseError[],
): Pair | undefined {
  return new Placer(text, errors).into(previous, pair, start, shape);
}

/** The tree as it was meant, with an error for everything that is written otherwise. */
export function repairPlacement(
  text: string,
  root: At,
  shape: Shape,
  errors: ParseError[],
): { root: At; unknown: boolean } {
  const placer = new Placer(text, errors);
  const node = placer.place(root.node, root.start, shape, []);
  placer.read.settle();
  return { root: node === root.node ? root : { node, start: root.start }, unknown: placer.unknown > 0 };
}
