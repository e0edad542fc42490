/** The JSON Schemas of our formats: as data to walk, and ajv's verdict on a text, each mistake once and at its place. */
import catalogValidators from 'levers:validate-catalog';
import configValidators from 'levers:validate-config';
import planValidators from 'levers:validate-plan';
import catalogSchema from '../../../../schemas/levers-catalog.schema.json';
import configSchema from '../../../../schemas/levers-config.schema.json';
import planSchema from '../../../../schemas/levers-plan.schema.json';
import type { Text } from '../i18n/message.ts';
import type { Step } from './path.ts';

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
  /** Everyday words for each value of `enum`, in both languages. */
  readonly words?: ReadonlyMap<string, readonly string[]>;
  /** The only value that may stand here. */
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples: Readonly<Record<'en' | 'zh-CN', readonly unknown[]>>;
  /** Keys in the order in which they are best written. */
  readonly keys: readonly string[];
  /** Keys that must be there, those among them that an `if` asks for: it holds unless another key says otherwise. */
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
/** A validator of one definition, compiled by ajv. */
export type Validate = Validators[string];
/** Where in a definition others stand, which are checked by themselves. */
export type Parts = Validators['parts'][string];
export type PartUnder = Parts[string];

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
    // An `if` may ask for a word of a list where another kind of value may stand too.
    const choices = json.enum ?? (json.then as Json | undefined)?.enum;
    let inItems: Shape | undefined;
    const introduces = json['x-introduces'] as RefKind | undefined;
    const shapeOf = (inner: Json) => this.of(inner);
    const under = new Map<string, Shape | undefined>(Object.keys(properties).map((key) => [key, undefined]));
    return {
      ...(title && { title }),
      ...(description && { description }),
      types: json.type === undefined ? [] : Array.isArray(json.type) ? (json.type as string[]) : [json.type as string],
      ...(choices !== undefined && { enum: choices as string[] }),
      ...(json['x-enum'] !== undefined && { values: new Map(Object.entries(json['x-enum'] as object)) }),
      ...(json['x-words'] !== undefined && { words: wordsOf(json['x-words'] as Record<string, Text>) }),
      ...('const' in json && { const: json.const }),
      ...('default' in json && { default: json.default }),
      examples: { en: examples, 'zh-CN': (chinese.examples as unknown[] | undefined) ?? examples },
      keys: Object.keys(properties).filter((key) => !isBanned(properties[key] as Json)),
      required: [json.then as Json | undefined, json].flatMap((part) => (part?.required as string[] | undefined) ?? []),
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

/** By value of `enum`, its everyday words, which stand between commas. */
function wordsOf(all: Readonly<Record<string, Text>>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(all).map(([value, { en, 'zh-CN': chinese }]) => [
      value,
      [...en.split(','), ...chinese.split('、')].map((word) => word.trim()).filter(Boolean),
    ]),
  );
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

/** The format of a team's configuration. */
export const configFormat: Format = formatOf({ en: 'configuration', 'zh-CN': '配置' }, configSchema, configValidators);

/** The shape of a whole plan. */
export const planShape: Shape = planFormat.shape;

/** What may stand at a path in a plan, as far as the format knows it. */
export const shapeAt = planFormat.shapeAt;

function shapeOf(...path: Step[]): Shape {
  const shape = shapeAt(path);
  if (!shape) throw new Error(`The schema of plans has nothing at ${path.join('.')}`);
  return shape;
}

/** The shapes of a plan's parts, for code that asks for them by name. The six levers take the same. */
export const shapes = {
  plan: shapeOf('plan'),
  purpose: shapeOf('purpose'),
  stakeholder: shapeOf('stakeholders', 0),
  lever: shapeOf('levers', 'leadership'),
  strategy: shapeOf('levers', 'leadership', 'strategies', 0),
  activity: shapeOf('levers', 'leadership', 'strategies', 0, 'activities', 0),
  measure: shapeOf('measures', 0),
  risk: shapeOf('risks', 0),
  milestone: shapeOf('milestones', 0),
  decision: shapeOf('decisions', 0),
  approval: shapeOf('approvals', 0),
  sustainment: shapeOf('sustainment'),
  handover: shapeOf('sustainment', 'handover'),
};

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
