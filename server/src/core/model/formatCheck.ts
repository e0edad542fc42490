/** Schema validation: runs ajv per node and reduces its errors to one violation per mistake. */
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

/** Kinds of schema violations. */
export type ViolationKind =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'unknown-value'
  | 'malformed-value'
  | 'empty-value'
  | 'out-of-range'
  | 'excluded-key';

/** One mistake against the schema. */
export interface SchemaViolation {
  readonly kind: ViolationKind;
  readonly span: Span;
  /** Path to the value; for a violation about a key, path to the map that holds it. */
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

/** Resolves ajv's `instancePath` in the tree; undefined if the path meets a broken node. */
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

/** All schema violations of a document in text order, each mistake once. */
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

/** Reporting stops here: a file with more mistakes is probably no plan at all. */
const mostErrors = 1000;

/** Cache: nodes known to be valid, with the validator they passed. */
const sound = new NodeCache<Validate>();

/** Placeholder for a child that is validated on its own. */
const there = true;

/** Cache: lists whose items are all valid, with the items' validator and the list's data. */
const soundItems = new NodeCache<{ readonly validate: Validate; readonly data: readonly unknown[] }>();

/** Validates node by node, skipping nodes known to be valid. */
class FormatCheck {
  private readonly violations = new Map<string, SchemaViolation>();
  private errors = 0;
  /** Number of invalid nodes so far. */
  private unsound = 0;
  /** Path to the node being validated. */
  private readonly path: Step[] = [];

  constructor(private readonly format: Format) {}

  found(): readonly SchemaViolation[] {
    return [...this.violations.values()].sort((a, b) => a.span.start - b.span.start);
  }

  /** Validates a node (the value of `key`, if it has one) and, separately, its children with definitions of their own. */
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

  /** The JSON of a node with placeholders for children that are validated on their own. */
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

  /** The JSON of a value on the way to such children. */
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

  /** Reports the violations of a node itself, without its children's. */
  private tell(validate: Validate, at: At, key: Span | undefined): void {
    this.unsound++;
    const errors = (validate.errors ?? []).slice(0, Math.max(0, mostErrors - this.errors));
    this.errors += errors.length;
    const wrongType = new Set<string>();
    for (const error of errors) if (error.keyword === 'type') wrongType.add(error.instancePath);
    for (const error of errors) {
      const kind = kinds[error.keyword];
      if (!kind) continue;
      // A type error makes all other errors about the value redundant.
      if (kind !== 'wrong-type' && kind !== 'excluded-key' && wrongType.has(error.instancePath)) continue;
      const place = locate(at, error.instancePath);
      if (!place) continue;
      // The key above is that of the node itself, not of what stands in it: an item has none.
      const own = place.path.length === 0 && key ? { key } : {};
      const whole = { ...own, ...place, path: [...this.path, ...place.path] };
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
  // An empty value has no span: report at its key.
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
      return {
        kind,
        at,
        path,
        shape,
        span: at.node.kind === 'scalar' ? span : (place.key ?? pairsOf(at)[0]?.key ?? firstCharacter(span)),
      };
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
