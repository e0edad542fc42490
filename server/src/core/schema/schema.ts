/** The JSON Schemas of our formats: as data to walk, and ajv's verdict on a text, each mistake once and at its place. */
import catalogValidators from 'levers:validate-catalog';
import planValidators from 'levers:validate-plan';
import catalogSchema from '../../../../schemas/levers-catalog.schema.json';
import planSchema from '../../../../schemas/levers-plan.schema.json';
import type { Text } from '../i18n/message.ts';
import type { Reading } from '../model/reading.ts';
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
  type Span,
  type Step,
  spanOf,
  toData,
} from '../syntax/tree.ts';

/** The kinds of things that have an id and can be referred to; `catalog` is a strategy of the catalog. */
export type RefKind = 'stakeholder' | 'measure' | 'risk' | 'milestone' | 'strategy' | 'catalog';

type Json = Readonly<Record<string, unknown>>;

/** What may stand at a place. */
export interface Shape {
  readonly title?: Text;
  readonly description?: Text;
  readonly types: readonly string[];
  readonly enum?: readonly string[];
  /** What each value of `enum` means. */
  readonly values?: ReadonlyMap<string, Text>;
  /** The only value that may stand here. */
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples: Readonly<Record<'en' | 'zh-CN', readonly unknown[]>>;
  /** Keys in the order in which they are best written. */
  readonly keys: readonly string[];
  readonly required: readonly string[];
  /** Keys that begin with `x-` may stand here too. */
  readonly extensible: boolean;
  readonly refs: readonly RefKind[];
  /** Words that may stand here beside ids. */
  readonly also: readonly string[];
  readonly introduces?: RefKind;
  readonly person: boolean;
  readonly date: boolean;
  readonly id: boolean;
  /** Nothing may stand here; the description says why. */
  readonly banned: boolean;
  key(name: string): Shape | undefined;
  readonly items: Shape | undefined;
}

/** A format: what may stand where in its texts. */
export interface Format {
  /** What a text of this format is called. */
  readonly noun: Text;
  /** The shape of a whole text. */
  readonly shape: Shape;
  /** What may stand at a path, as far as the format knows it. */
  shapeAt(path: readonly Step[]): Shape | undefined;
  /** What checks it, part by part. */
  readonly validators: Validators;
}

type Validators = typeof planValidators;
type Validate = Validators[string];
type Parts = Validators['parts'][string];
type PartUnder = Parts[string];

function formatOf(noun: Text, schema: object, validators: Validators): Format {
  const shape = new Shapes(schema as Json).of(schema as Json);
  return {
    noun,
    shape,
    shapeAt(path) {
      let at: Shape | undefined = shape;
      for (const step of path) at = typeof step === 'number' ? at?.items : at?.key(step);
      return at;
    },
    validators,
  };
}

/** The shapes of one schema, each made once. */
class Shapes {
  private readonly definitions: Readonly<Record<string, Json>>;
  private readonly made = new WeakMap<Json, Shape>();

  constructor(schema: Json) {
    this.definitions = schema.definitions as Record<string, Json>;
  }

  of(json: Json): Shape {
    let shape = this.made.get(json);
    if (!shape) {
      shape = this.make(this.flat(json));
      this.made.set(json, shape);
    }
    return shape;
  }

  /** A schema with its references and `allOf` laid over each other; what stands nearer wins. */
  private flat(json: Json): Json {
    let result: Json = json;
    for (const part of (json.allOf as Json[] | undefined) ?? []) {
      if (part.$ref || part.properties || part.type) result = { ...this.flat(part), ...withoutEmpty(result) };
    }
    const ref = json.$ref as string | undefined;
    if (!ref) return result;
    const name = ref.replace('#/definitions/', '');
    return { ...this.flat(this.definitions[name] as Json), ...withoutEmpty(result), definition: name };
  }

  private make(json: Json): Shape {
    const properties = (json.properties as Record<string, Json> | undefined) ?? {};
    const chinese = (json['x-zh-CN'] as Json | undefined) ?? {};
    const text = (key: 'title' | 'description'): Text | undefined =>
      typeof json[key] === 'string'
        ? { en: json[key] as string, 'zh-CN': (chinese[key] ?? json[key]) as string }
        : undefined;
    const title = text('title');
    const description = text('description');
    const examples = (json.examples as unknown[] | undefined) ?? [];
    const items = json.items as Json | undefined;
    let inItems: Shape | undefined;
    const introduces = json['x-introduces'] as RefKind | undefined;
    const shapeOf = (inner: Json) => this.of(inner);
    const under = new Map<string, Shape | undefined>(Object.keys(properties).map((key) => [key, undefined]));
    return {
      ...(title && { title }),
      ...(description && { description }),
      types: json.type === undefined ? [] : Array.isArray(json.type) ? (json.type as string[]) : [json.type as string],
      ...(json.enum !== undefined && { enum: json.enum as string[] }),
      ...(json['x-enum'] !== undefined && { values: new Map(Object.entries(json['x-enum'] as object)) }),
      ...('const' in json && { const: json.const }),
      ...('default' in json && { default: json.default }),
      examples: { en: examples, 'zh-CN': (chinese.examples as unknown[] | undefined) ?? examples },
      keys: Object.keys(properties).filter((key) => !isBanned(properties[key] as Json)),
      required: (json.required as string[] | undefined) ?? [],
      extensible: json.patternProperties !== undefined,
      refs: (json['x-ref'] as RefKind[] | undefined) ?? [],
      also: (json['x-also'] as string[] | undefined) ?? [],
      ...(introduces && { introduces }),
      person: json['x-person'] === true,
      date: json['x-type'] === 'date',
      id: json.definition === 'id' || introduces !== undefined,
      banned: isBanned(json),
      key(name) {
        let shape = under.get(name);
        if (!shape && under.has(name)) {
          shape = shapeOf(properties[name] as Json);
          under.set(name, shape);
        }
        return shape;
      },
      get items() {
        inItems ??= items && shapeOf(items);
        return inItems;
      },
    };
  }
}

function isBanned(json: Json): boolean {
  return json.not !== undefined;
}

function withoutEmpty(json: Json): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'allOf' && key !== '$ref'));
}

/** The format of plans. */
export const planFormat: Format = formatOf({ en: 'plan', 'zh-CN': '计划' }, planSchema, planValidators);

/** The format of a team's own catalog. */
export const catalogFormat: Format = formatOf({ en: 'catalog', 'zh-CN': '目录' }, catalogSchema, catalogValidators);

/** The shape of a whole plan. */
export const planShape: Shape = planFormat.shape;

/** What may stand at a path in a plan, as far as the format knows it. */
export const shapeAt = planFormat.shapeAt;

/** What a choice is called: the words before the colon in what it means; the choice itself where nothing is known of it. */
export function choiceName(shape: Shape | undefined, choice: string): Text {
  const meaning = shape?.values?.get(choice);
  if (!meaning) return { en: choice, 'zh-CN': choice };
  const { en, 'zh-CN': chinese } = meaning;
  return { en: en.replace(/:.*/s, '').trim(), 'zh-CN': chinese.replace(/：.*/s, '').trim() };
}

/** The key whose title, in either language, is `title` or holds it: what someone means who does not know the key. */
export function keyTitled(shape: Shape, title: string): string | undefined {
  const plain = title.trim().toLowerCase();
  if (plain.length < 2) return undefined;
  const titles = (name: string) => {
    const known = shape.key(name)?.title;
    return known ? [known.en.toLowerCase(), known['zh-CN'].toLowerCase()] : [];
  };
  const same = shape.keys.find((name) => titles(name).includes(plain));
  if (same || /^[a-z]/.test(plain)) return same;
  const [part, ...more] = shape.keys.filter((name) => titles(name).some((known) => known.includes(plain)));
  return more.length === 0 ? part : undefined;
}

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
export interface Violation {
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

const violationsOf = new WeakMap<Reading, readonly Violation[]>();

/** Where a text does not keep to its format, in the order of the text; each mistake once. */
export function violations(reading: Reading): readonly Violation[] {
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
  private readonly violations = new Map<string, Violation>();
  private errors = 0;
  /** How many parts are not as they should be. */
  private unsound = 0;
  /** To the part that is being checked. */
  private readonly path: Step[] = [];

  constructor(private readonly format: Format) {}

  found(): readonly Violation[] {
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
): Violation {
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

/** A value and what the format says of its place. */
export interface Placed {
  readonly at: At;
  readonly shape: Shape;
  readonly path: readonly Step[];
}

/** Every value whose place the format knows, in the order of the text. */
export function* valuesOf({ root, format }: Reading): Iterable<Placed> {
  if (root) yield* valuesUnder(root, format.shape, []);
}

function* valuesUnder(at: At, shape: Shape, path: readonly Step[]): Iterable<Placed> {
  yield { at, shape, path };
  if (isMap(at)) {
    for (const pair of pairsOf(at)) {
      const inner = shape.key(pair.name);
      if (inner) yield* valuesUnder(pair.value, inner, [...path, pair.name]);
    }
  } else if (shape.items) {
    for (const [index, item] of itemsOf(at).entries()) yield* valuesUnder(item, shape.items, [...path, index]);
  }
}
