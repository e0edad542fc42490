/** The check of a text against its format: errors of ajv as one violation for each mistake. */
import type { Step } from '../schema/path.ts';
import type { Format, Parts, PartUnder, Shape, Validate } from '../schema/schema.ts';
import {
  type At,
  isList,
  isMap,
  itemsOf,
  NodeCache,
  newData,
  type Pair,
  pairOf,
  pairsOf,
  spanOf,
  toData,
} from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Reading } from './reading.ts';

/** What is wrong with a value or key, as the schema sees it. */
export type ViolationKind =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'unknown-value'
  | 'malformed-value'
  | 'empty-value'
  | 'out-of-range'
  | 'excluded-key';

/** One way in which a text does not keep to its format. */
export interface SchemaViolation {
  readonly kind: ViolationKind;
  readonly span: Span;
  /** To the value (or, for a key, to what holds it). */
  readonly path: readonly Step[];
  /** The key that is unknown, missing or excluded. */
  readonly key?: string;
  /** What holds the key, or the value itself. */
  readonly at: At;
  readonly shape: Shape;
  readonly limit?: number;
}

const kinds: Readonly<Record<string, ViolationKind>> = {
  additionalProperties: 'unknown-key',
  required: 'missing-key',
  type: 'wrong-type',
  enum: 'unknown-value',
  const: 'unknown-value',
  pattern: 'malformed-value',
  maxLength: 'malformed-value',
  minLength: 'empty-value',
  minItems: 'empty-value',
  minProperties: 'empty-value',
  minimum: 'out-of-range',
  maximum: 'out-of-range',
  'false schema': 'excluded-key',
  not: 'excluded-key',
};

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Follows ajv's path through the tree; `undefined` where it meets something that could not be read. */
function locate(root: At, pointer: string): { at: At; path: Step[]; key?: Span } | undefined {
  let at = root;
  let key: Span | undefined;
  const path: Step[] = [];
  for (const step of stepsOf(pointer)) {
    if (isMap(at)) {
      const pair = pairOf(at, step);
      if (!pair) return undefined;
      key = pair.key;
      at = pair.value;
      path.push(step);
    } else {
      const item = at.node.kind === 'list' ? at.node.items[Number(step)] : undefined;
      if (!item) return undefined;
      key = undefined;
      at = { node: item.node, start: at.start + item.at };
      path.push(Number(step));
    }
    if (at.node.kind === 'broken') return undefined;
  }
  return { at, path, ...(key && { key }) };
}

const violationsOf = new WeakMap<Reading, readonly SchemaViolation[]>();

/** Where a text does not keep to its format, in the order of the text; each mistake once. */
export function violations(reading: Reading): readonly SchemaViolation[] {
  let result = violationsOf.get(reading);
  if (!result) {
    const formatCheck = new FormatCheck(reading.format);
    if (reading.root) formatCheck.inspect('root', reading.root);
    result = formatCheck.found();
    violationsOf.set(reading, result);
  }
  return result;
}

/** A file with more mistakes than this is something else; to place them all would take long and help nobody. */
const mostErrors = 1000;

/** The validator that holds for the place of a node in which nothing is wrong: it stays so. */
const sound = new NodeCache<Validate>();

/** Stands for a part in the data of what holds it. */
const there = true;

/** Of a list whose items are sound, the validator that holds for them, and its data. */
const soundItems = new NodeCache<{ readonly validate: Validate; readonly data: readonly unknown[] }>();

/** Checks a text part by part; those that were found sound are passed over. */
class FormatCheck {
  private readonly violations = new Map<string, SchemaViolation>();
  private errors = 0;
  /** How many parts are not as they should be. */
  private unsound = 0;
  /** To the part that is being checked. */
  private readonly path: Step[] = [];

  constructor(private readonly format: Format) {}

  found(): readonly SchemaViolation[] {
    return [...this.violations.values()].sort((a, b) => a.span.start - b.span.start);
  }

  /** Checks a part, behind `key` if it has one, and those in it. */
  inspect(definition: string, at: At, key?: Span): void {
    const { node } = at;
    const { validators } = this.format;
    const validate = validators[definition] as Validate;
    const branch = node.kind === 'list' || node.kind === 'map' ? node : undefined;
    if (branch && sound.get(branch) === validate) return;
    const before = this.unsound;
    if (node.kind === 'broken') this.unsound++;
    else if (!validate(this.dataOf(at, validators.parts[definition] as Parts))) this.tell(validate, at, key);
    if (branch && before === this.unsound) sound.set(branch, validate);
  }

  /** The data of a part; those in it are checked by themselves, and are only there in it. */
  private dataOf({ node, start }: At, parts: Parts): unknown {
    if (node.kind !== 'map') return toData(node);
    const data = newData();
    for (const pair of node.pairs) {
      if (pair.name in data) continue;
      const part = Object.hasOwn(parts, pair.name) ? parts[pair.name] : undefined;
      data[pair.name] = part ? this.dataUnder(pair, start, part) : toData(pair.value);
    }
    return data;
  }

  private dataUnder(pair: Pair, start: number, part: PartUnder): unknown {
    this.path.push(pair.name);
    const key = { start: start + pair.at, end: start + pair.at + pair.keyLength };
    const data = this.dataBelow({ node: pair.value, start: start + pair.valueAt }, key, part);
    this.path.pop();
    return data;
  }

  /** The data of what stands under a key that leads to parts. */
  private dataBelow(at: At, key: Span, part: PartUnder): unknown {
    if ('below' in part) return this.dataOf(at, part.below);
    if ('whole' in part) {
      this.inspect(part.whole, at, key);
      return there;
    }
    if (!isList(at)) return toData(at.node);
    const validate = this.format.validators[part.item] as Validate;
    const known = soundItems.get(at.node);
    if (known?.validate === validate) return known.data;
    const before = this.unsound;
    const data = itemsOf(at).map((item, index) => {
      this.path.push(index);
      this.inspect(part.item, item);
      this.path.pop();
      return there;
    });
    if (before === this.unsound) soundItems.set(at.node, { validate, data });
    return data;
  }

  /** Tells what is wrong with a part besides those in it. */
  private tell(validate: Validate, at: At, key: Span | undefined): void {
    this.unsound++;
    const errors = (validate.errors ?? []).slice(0, Math.max(0, mostErrors - this.errors));
    this.errors += errors.length;
    const wrongType = new Set<string>();
    for (const error of errors) if (error.keyword === 'type') wrongType.add(error.instancePath);
    for (const error of errors) {
      const kind = kinds[error.keyword];
      if (!kind) continue;
      // Of the wrong kind altogether: what else is said about the value follows from that.
      if (kind !== 'wrong-type' && kind !== 'excluded-key' && wrongType.has(error.instancePath)) continue;
      const place = locate(at, error.instancePath);
      if (!place) continue;
      const whole = { ...(key && { key }), ...place, path: [...this.path, ...place.path] };
      const violation = violationAt(kind, error, whole, this.format);
      const id = `${violation.span.start} ${violation.path.join('/')} ${violation.key ?? ''} ${violation.kind}`;
      if (!this.violations.has(id)) this.violations.set(id, violation);
    }
  }
}

function violationAt(
  kind: ViolationKind,
  error: { params: Readonly<Record<string, unknown>> },
  place: { at: At; path: Step[]; key?: Span },
  format: Format,
): SchemaViolation {
  const { at, path } = place;
  const shape = format.shapeAt(path) ?? format.shape;
  const whole = spanOf(at);
  // An empty value has no text of its own: the key stands for it.
  const span = whole.end > whole.start || !place.key ? whole : place.key;
  switch (kind) {
    case 'unknown-key': {
      const key = String(error.params.additionalProperty);
      return { kind, key, at, path, shape, span: pairOf(at, key)?.key ?? span };
    }
    case 'missing-key':
      return {
        kind,
        key: String(error.params.missingProperty),
        at,
        path,
        shape,
        span: place.key ?? pairsOf(at)[0]?.key ?? firstCharacter(span),
      };
    case 'excluded-key':
      return { kind, key: String(path.at(-1)), at, path, shape, span: place.key ?? span };
    case 'wrong-type':
      return { kind, at, path, shape, span: at.node.kind === 'scalar' ? span : (place.key ?? firstCharacter(span)) };
    case 'empty-value':
      return { kind, at, path, shape, span: place.key ?? span };
    default: {
      const limit = error.params.limit;
      return { kind, at, path, shape, span, ...(typeof limit === 'number' && { limit }) };
    }
  }
}

function firstCharacter(span: Span): Span {
  return { start: span.start, end: Math.min(span.end, span.start + 1) };
}
