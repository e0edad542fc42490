/** Arbitrary for unusual plans: names of all kinds, in every way in which YAML can write them. */
import fc from 'fast-check';
import { written } from '../../server/src/core/edits/yamlEdit.ts';

/** Ids among them that YAML would take for something else. */
export const ids = ['staff', 'leads', 'a', 'x-1', 'pilot', 'weekly-use', '2024', 'true', 'null', '1e3', 'live-demos'];

export const people = [
  'Ana Ruiz',
  'ana ruiz',
  "Pat O'Neil",
  'Sam "S" Lee',
  'Lead: sales',
  '#1 desk',
  '- nobody else',
  '李雷',
  'Zoë, HR',
  'C:\\team',
  '42',
  '@desk',
];

type Way = 'plain' | 'single' | 'double' | 'escaped' | 'block' | 'folded';

const way = (...more: Way[]) => fc.constantFrom<Way>('plain', 'plain', 'plain', 'single', 'double', 'escaped', ...more);

function inQuotes(text: string, how: Way): string {
  if (how === 'single') return `'${text.replaceAll("'", "''")}'`;
  if (how === 'double') return JSON.stringify(text);
  if (how !== 'escaped') return written(text);
  const [first = ''] = text;
  return `"\\u${first.charCodeAt(0).toString(16).padStart(4, '0')}${JSON.stringify(text.slice(1)).slice(1)}`;
}

/** A value after its key, in a map whose keys stand at `indent`. */
function scalar(text: string, how: Way, indent: number): string {
  const deeper = `\n${' '.repeat(indent + 2)}`;
  if (how === 'block') return `|-${deeper}${text}`;
  if (how === 'folded' && text.includes(' ')) return `>-${deeper}${text.replace(' ', deeper)}`;
  return inQuotes(text, how);
}

/** Keys and values of a map; undefined: the key is left out. */
type Entry = readonly (readonly [key: string, value: Value | undefined])[];
type Value =
  | { readonly text: string; readonly way: Way }
  | { readonly list: readonly string[]; readonly ways: readonly Way[]; readonly as: 'flow' | 'block' | 'commas' };

function inFlow(value: Value): string {
  if ('text' in value) return inQuotes(value.text, value.way);
  if (value.as === 'commas' && value.list.length > 1) return JSON.stringify(value.list.join(', '));
  return `[${value.list.map((text, n) => inQuotes(text, value.ways[n] ?? 'plain')).join(', ')}]`;
}

function inBlock(value: Value, indent: number): string {
  if ('text' in value) return ` ${scalar(value.text, value.way, indent)}`;
  if (value.as === 'commas' && value.list.length > 1) return ` ${value.list.join(', ')}`;
  if (value.as === 'flow' || value.list.length === 0) return ` ${inFlow(value)}`;
  return value.list
    .map(
      (text, n) =>
        `\n${' '.repeat(indent)}  - ${inQuotes(text, value.ways[n] ?? 'plain')} # ${text.replace(/\W/g, '.')}`,
    )
    .join('');
}

interface Item {
  readonly entry: Entry;
  readonly flow: boolean;
  readonly note: boolean;
}

/** The items of a list whose dashes stand at `indent`. */
function items(all: readonly Item[], indent: number): string {
  const dash = `${' '.repeat(indent)}- `;
  return all
    .map(({ entry, flow, note }) => {
      const pairs = entry.flatMap(([key, value]) => (value ? [[key, value] as const] : []));
      if (pairs.length === 0) return `${dash}{}\n`;
      const comment = note ? `${' '.repeat(indent)}# staff, Ana Ruiz\n` : '';
      if (flow) return `${comment}${dash}{ ${pairs.map(([key, value]) => `${key}: ${inFlow(value)}`).join(', ')} }\n`;
      const lines = pairs.map(([key, value]) => `${key}:${inBlock(value, indent + 2)}`);
      return `${comment}${dash}${lines.join(`\n${' '.repeat(indent + 2)}`)}\n`;
    })
    .join('');
}

const id = fc.record({ text: fc.constantFrom(...ids), way: way() });
const person = fc.record({ text: fc.constantFrom(...people), way: way('block', 'folded') });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const list = fc.record({
  list: fc.uniqueArray(fc.constantFrom(...ids, 'all'), { maxLength: 3 }),
  ways: fc.array(way(), { minLength: 3, maxLength: 3 }),
  as: fc.constantFrom('flow' as const, 'flow' as const, 'block' as const, 'commas' as const),
});

const item = (entry: Readonly<Record<string, fc.Arbitrary<Value | undefined>>>): fc.Arbitrary<Item> =>
  fc.record({
    entry: fc.record(entry).map((values) => Object.entries(values) as Entry),
    flow: fc.boolean(),
    note: fc.boolean(),
  });

const strategies = fc.array(
  item({
    use: maybe(id),
    id: maybe(id),
    owner: maybe(person),
    audience: maybe(list),
    dependsOn: maybe(list),
    measures: maybe(list),
  }),
  { maxLength: 3 },
);
const listed = (more: Readonly<Record<string, fc.Arbitrary<Value | undefined>>>) =>
  fc.array(item({ id, ...more }), { maxLength: 3 });

/** The text of a plan, which the parser reads without an error. */
export const generatedPlan: fc.Arbitrary<string> = fc
  .record({
    owner: person,
    stakeholders: listed({}),
    values: strategies,
    rewards: strategies,
    measures: listed({ owner: maybe(person) }),
    risks: listed({ stakeholders: maybe(list), addressedBy: maybe(list), owner: maybe(person) }),
    milestones: listed({}),
    decisions: fc.array(item({ by: person }), { maxLength: 2 }),
    crlf: fc.boolean(),
  })
  .map(({ owner, values, rewards, crlf, ...lists }) => {
    const section = (key: string, all: readonly Item[], indent: number) =>
      all.length ? `${' '.repeat(indent)}${key}:\n${items(all, indent + 2)}` : '';
    const lever = (key: string, all: readonly Item[]) =>
      all.length ? `  ${key}:\n${section('strategies', all, 4)}` : '';
    const levers = lever('values', values) + lever('rewards', rewards);
    const sections = Object.entries(lists).map(([key, all]) => section(key, all, 0));
    const text = `plan:\n  owner: ${scalar(owner.text, owner.way, 2)}\n${levers && `levers:\n${levers}`}${sections.join('')}`;
    return crlf ? text.replaceAll('\n', '\r\n') : text;
  });
