/** Rename: the edits at every occurrence, each quoted as its place needs, or the reason for refusing. */

import { lineOf } from '../diagnostics/suppressions.ts';
import type { Message, Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import { everyone, lostShape } from '../model/declaredIds.ts';
import { phrases } from '../model/entry.ts';
import { slug } from '../model/ids.ts';
import { folded, isPlaceholder } from '../model/personName.ts';
import { Plan } from '../model/plan.ts';
import type { Reading } from '../model/reading.ts';
import {
  familyOf,
  goesByUse,
  type NameKind,
  type Occurrence,
  occurrences,
  occurrencesAt,
  sameNamed,
  shapesUnder,
} from '../model/references.ts';
import type { Shape } from '../schema/schema.ts';
import { isRecovered, type ParseError } from '../syntax/parseError.ts';
import { type At, isList, isMap, isScalar, itemsOf, pairsOf, spanOf } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';
import { writtenLike } from './yamlEdit.ts';

/** Why something cannot be given that name, or another name at all. */
export interface Refusal {
  readonly refused: Message;
}

const refusals = {
  catalogFile: {
    en: 'Plans choose this strategy by its id, also plans that are not open. Keep the id, or add another strategy.',
    'zh-CN': '计划用这个标识选用该策略，没有打开的计划也是如此。请保留它，或另加一项策略。',
  },
  goesByUse: {
    en: 'This strategy goes by its name in the catalog. To call it otherwise in this plan, give it an `id` of its own.',
    'zh-CN': '这项策略使用的是目录中的名称。要在本计划中换个叫法，请给它加上自己的 `id`。',
  },
  use: {
    en: '{name} is the name of a strategy in the catalog. In this plan the strategy goes by its `id`: rename that.',
    'zh-CN': '{name} 是目录中策略的名称。这项策略在本计划中使用自己的 `id`，请修改那一个。',
  },
  unread: {
    en: 'Line {line} is not written as it must be, and the name may stand there too. Put that right first.',
    'zh-CN': '第 {line} 行的写法不对，其中可能也有这个名称。请先改正那一行。',
  },
  malformed: {
    en: 'An id has only lower-case letters a–z, digits and single hyphens, at most 64 characters, such as {example}.',
    'zh-CN': '标识只能有小写字母 a–z、数字和单个连字符，最多 64 个字符，例如 {example}。',
  },
  reserved: {
    en: '{name} means every group. Choose another id.',
    'zh-CN': '{name} 表示所有群体。请换一个标识。',
  },
  taken: {
    en: '{name} is already taken, in line {line}.',
    'zh-CN': '{name} 已经用过（第 {line} 行）。',
  },
  nobody: {
    en: 'A name is needed. To take the person out, empty the value where it stands.',
    'zh-CN': '请写一个姓名。如果要去掉这个人，请在原处清空。',
  },
  severalLines: {
    en: 'A name stands in one line, without tabs.',
    'zh-CN': '名称只能写在一行里，不能有制表符。',
  },
} satisfies Record<string, Text>;

function refuse(reason: keyof typeof refusals, data?: Message['data']): Refusal {
  return { refused: { text: refusals[reason], ...(data && { data }) } };
}

export function isRefusal(result: object | undefined): result is Refusal {
  return result !== undefined && 'refused' in result;
}

/** Whether a name of this kind may stand in a value, or in something inside of it. */
function holds(shape: Shape, kind: NameKind, seen = new Set<Shape>()): boolean {
  if (seen.has(shape)) return false;
  seen.add(shape);
  const kinds: readonly NameKind[] = shape.introduces ? [shape.introduces, ...shape.refs] : shape.refs;
  if (kind === 'person' ? shape.person : kinds.some((other) => familyOf(other) === kind)) return true;
  const inner = [...shape.keys.map((key) => shape.key(key)), shape.items];
  return inner.some((part) => part !== undefined && holds(part, kind, seen));
}

/** Whether a name may stand in what an error has kept from being read. */
function mayHide(reading: Reading, error: ParseError, kind: NameKind): boolean {
  // Only one side of a merge conflict is parsed.
  if (error.kind === 'merge-conflict') return true;
  if (isRecovered(error)) return false;
  const shape = lostShape(reading, error);
  return !shape || holds(shape, familyOf(kind));
}

/** Whether a name stands anywhere in a value, by itself or among others with commas. */
function mentions(at: At, isName: (word: string) => boolean): boolean {
  if (isScalar(at)) {
    const { value } = at.node;
    return typeof value === 'string' && (isName(value) || phrases(value).some((phrase) => isName(phrase.value)));
  }
  return [...itemsOf(at), ...pairsOf(at).map(({ value }) => value)].some((inner) => mentions(inner, isName));
}

/** Where a name stands that belongs to nothing, because a key is misspelt or in the wrong place, or keys are missing. */
function stray(at: At, shape: Shape, isName: (word: string) => boolean): number | undefined {
  if (isMap(at)) {
    const shapeOf = shapesUnder(shape, at.node.pairs);
    for (const { name, key, value } of pairsOf(at)) {
      const inner = shapeOf(name);
      const found = inner && stray(value, inner, isName);
      if (found !== undefined) return found;
      if (!inner && !name.startsWith('x-') && mentions(value, isName)) return key.start;
    }
    return undefined;
  }
  if (isList(at) && shape.items) {
    for (const item of itemsOf(at)) {
      const found = stray(item, shape.items, isName);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return (isList(at) || shape.keys.length > 0) && mentions(at, isName) ? at.start : undefined;
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** The name at an offset that can be changed, or why it cannot; undefined where none stands. */
export function renamable(reading: Reading, offset: number): Occurrence | Refusal | undefined {
  const [one, other] = occurrencesAt(reading, offset);
  if (!one) return undefined;
  if (!(reading instanceof Plan)) return refuse('catalogFile');
  const goesBy = other?.introduces || (familyOf(one.kind) === 'strategy' && goesByUse(reading, one.name));
  if (goesBy) return refuse('goesByUse');
  if (one.kind === 'catalog') return refuse('use', { name: quoted(one.name) });
  const values = sameNamed(reading, one).map(({ value }) => spanOf(value));
  const odd = reading.errors.find(
    (error) => mayHide(reading, error, one.kind) || values.some((value) => overlap(value, error)),
  );
  const plain = folded(one.name);
  const isName = (word: string) => (one.kind === 'person' ? folded(word) === plain : word === one.name);
  const start = odd?.start ?? (reading.root && stray(reading.root, reading.format.shape, isName));
  return start === undefined ? one : refuse('unread', { line: lineOf(reading, start) + 1 });
}

function refusedPerson(name: string): Refusal | undefined {
  return isPlaceholder(name) ? refuse('nobody') : undefined;
}

function refusedId(reading: Reading, one: Occurrence, name: string): Refusal | undefined {
  if (name === '' || slug(name) !== name) return refuse('malformed', { example: quoted(slug(name) || 'office-staff') });
  if (one.kind === 'stakeholder' && name === everyone) return refuse('reserved', { name: quoted(name) });
  // A reference that leads nowhere may be led to something: nothing loses its name by that.
  if (name === one.name || !sameNamed(reading, one).some(({ introduces }) => introduces)) return undefined;
  const family = familyOf(one.kind);
  const other = occurrences(reading).find(
    ({ kind, introduces, name: taken }) => introduces && taken === name && familyOf(kind) === family,
  );
  return other && refuse('taken', { name: quoted(name), line: lineOf(reading, other.span.start) + 1 });
}

/** The edit that gives one occurrence of a name another one. */
export function editOf({ text }: Reading, { name, span, value }: Occurrence, to: string): Edit {
  const { node } = value;
  if (text.slice(span.start, span.end) !== name) {
    const old = String(node.value);
    const parts = phrases(old).reduceRight(
      (whole, part) =>
        part.value === name ? whole.slice(0, part.at) + to + whole.slice(part.at + name.length) : whole,
      old,
    );
    return { span, text: writtenLike(node, old.trim() === name ? to : parts) };
  }
  if (node.style === 'block') return { span, text: to };
  const whole = node.style !== 'plain' || span.end - span.start === node.length;
  if (!whole) return { span, text: to };
  const source = writtenLike(node, to);
  return { span, text: node.style === 'plain' ? source : source.slice(1, -1) };
}

/**
 * The edits that give what is named at an offset another name, at every place where it is named; or why that cannot be.
 * Undefined where no name stands. A name of a person may become that of another: it is how two spellings become one.
 */
export function rename(reading: Reading, offset: number, newName: string): readonly Edit[] | Refusal | undefined {
  const one = renamable(reading, offset);
  if (!one || isRefusal(one)) return one;
  const name = newName.trim();
  if (/[\p{Cc}\u2028\u2029]/u.test(name)) return refuse('severalLines');
  const refusal = one.kind === 'person' ? refusedPerson(name) : refusedId(reading, one, name);
  if (refusal) return refusal;
  const edits = new Map<number, Edit>();
  for (const place of sameNamed(reading, one)) {
    if (place.name !== name) edits.set(place.span.start, editOf(reading, place, name));
  }
  return [...edits.values()];
}
