/** A text where keys belong: the item or the section that it names. */
import type { Fix } from '../diagnostics/rule.ts';
import { indentStep, itemText, written } from '../edits/yamlEdit.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import type { SchemaViolation } from '../model/formatCheck.ts';
import { freeId, slug, writtenIds } from '../model/ids.ts';
import { mostCompared, strategyMeant } from '../model/nearestStrategies.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey } from '../schema/path.ts';
import { takesText } from '../schema/places.ts';
import type { Shape } from '../schema/schema.ts';
import { spanOf } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { beginsLine, column, lineBreak, lineStart } from '../text/lines.ts';
import { withoutEnd } from '../text/withoutEnd.ts';

type Pairs = readonly (readonly [key: string, value: string])[];

const asKeys = { text: { en: 'Write it with keys', 'zh-CN': '写成字段和值' } };
const day = /\d{4}-\d\d-\d\d/;

/** Makes items of texts. */
class Items {
  private readonly taken: Set<string>;
  private compared = 0;

  constructor(
    private readonly plan: Reading,
    private readonly catalog: Catalog,
    private readonly noun: string,
  ) {
    this.taken = writtenIds(plan.text);
  }

  /** The keys and values of the item that a text names; undefined where more must be known. */
  pairs(text: string, shape: Shape): Pairs | undefined {
    const words = shape.key('use') ? [slug(text) || text, text] : [];
    this.compared += words.length * this.catalog.strategies.length;
    const [meant] =
      this.compared <= mostCompared
        ? words.flatMap((word) => strategyMeant(word, this.catalog))
        : words.filter((word) => this.catalog.strategy(word));
    if (meant) return [['use', meant]];
    const naming = ['title', 'name'].find((key) => shape.key(key) && takesText(shape.key(key) as Shape));
    if (!naming) return undefined;
    const dated = shape.required.find((key) => shape.key(key)?.date);
    const on = dated && day.exec(text)?.[0];
    if (shape.required.some((key) => key !== 'id' && key !== naming && !(key === dated && on))) return undefined;
    const title = on ? withoutEnd(text.replace(on, '').replace(/^[\s,:;–—|(-]+/, ''), /[\s,:;–—|)(-]/) : text;
    if (title === '') return undefined;
    const pairs: [string, string][] = [[naming, written(title)]];
    if (dated && on) pairs.push([dated, on]);
    if (shape.required.includes('id') || shape.key('use')) pairs.unshift(['id', this.id(title)]);
    return pairs;
  }

  private id(title: string): string {
    const id = freeId(slug(title) || `${this.noun.replace(/s$/, '')}-1`, this.taken);
    this.taken.add(id);
    return id;
  }

  /** The item in place of a text in a list. */
  edit({ at, shape }: SchemaViolation, flow: boolean): Edit | undefined {
    const pairs = at.node.kind === 'scalar' ? this.pairs(String(at.node.value), shape) : undefined;
    if (!pairs) return undefined;
    const { lines, inline } = itemText(pairs);
    const between = lineBreak(this.plan.text) + ' '.repeat(column(this.plan.text, at.start));
    return { span: spanOf(at), text: flow ? (inline ?? '') : lines.join(between) };
  }
}

/** The fix that makes items with keys of texts of one list; none where one of them cannot be. */
export function textsAsItems(plan: Reading, violations: readonly SchemaViolation[], catalog: Catalog): Fix[] {
  const [first] = violations;
  if (!first) return [];
  const items = new Items(plan, catalog, lastKey(first.path));
  const edits = violations.flatMap((violation) => {
    const before = plan.text.slice(lineStart(plan.text, violation.at.start), violation.at.start);
    return items.edit(violation, !/^[ \t]*-[ \t]+$/.test(before)) ?? [];
  });
  return edits.length === violations.length ? [{ title: asKeys, edits, preferred: true }] : [];
}

/** The fixes for a text in place of a list of items with keys, or of a section. */
export function textAsPart(plan: Reading, violation: SchemaViolation, catalog: Catalog): Fix[] {
  const { at, shape, path } = violation;
  if (at.node.kind !== 'scalar' || typeof at.node.value !== 'string') return [];
  const span = spanOf(at);
  const { items: item } = shape;
  if (item && !item.types.includes('string')) {
    const items = new Items(plan, catalog, lastKey(path));
    const source = plan.text.slice(span.start, span.end);
    const lines = at.node.style === 'plain' ? source.split(/\r?\n/).filter((line) => line.trim() !== '') : [];
    const texts = lines.length > 1 ? lines.map((line) => line.trim()) : [at.node.value.trim()];
    if (texts.some((text) => /[\r\n]/.test(text))) return [];
    const made = texts.map((text) => items.pairs(text, item));
    if (made.some((pairs) => !pairs)) return [];
    const inline = made.map((pairs) => itemText(pairs as Pairs).inline);
    return [{ title: asKeys, edits: [{ span, text: listOf(plan, span.start, inline as string[]) }], preferred: true }];
  }
  const key = [...shape.required, ...shape.keys].find((name) => takesText(shape.key(name) as Shape));
  const line = plan.text.slice(lineStart(plan.text, span.start), span.start);
  const begins = /^( *)[\w-]+:([ \t]*)$/.exec(line);
  if (!key || !begins || shape.required.some((name) => name !== key) || /[\r\n]/.test(at.node.value)) return [];
  const blanks = ' '.repeat((begins[1] as string).length + indentStep(plan));
  const start = span.start - (begins[2] as string).length;
  const text = `${lineBreak(plan.text)}${blanks}${key}: ${written(at.node.value)}`;
  const title = {
    text: { en: 'Write it after {key}', 'zh-CN': '写到 {key} 后面' },
    data: { key: quoted(key) },
  };
  return [{ title, edits: [{ span: { start, end: span.end }, text }] }];
}

/** Items in braces as a list: in brackets on the line of its key, below each other where the value has lines of its own. */
function listOf({ text }: Reading, at: number, items: readonly string[]): string {
  if (!beginsLine(text, at)) return `[${items.join(', ')}]`;
  const between = lineBreak(text) + ' '.repeat(column(text, at));
  return items.map((item) => `- ${item}`).join(between);
}
