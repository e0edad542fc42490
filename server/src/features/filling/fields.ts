/** What can be filled in at a part of a plan: each key of the format with its words, its value, and what may stand there. */

import { entryTitle } from '../../core/analysis/labels.ts';
import { declared, namedPeople } from '../../core/analysis/named.ts';
import { shapeOfEntry } from '../../core/authoring/editValue.ts';
import { fitting } from '../../core/fixes/suggest.ts';
import type { Text } from '../../core/i18n/message.ts';
import type { Entry } from '../../core/model/entry.ts';
import { idOf, type Plan, Strategy } from '../../core/model/plan.ts';
import { type Speaker, speaker } from '../../core/overview/speaker.ts';
import { choiceName, type Shape } from '../../core/schema/schema.ts';
import type { Field, FieldChoice, Fields } from '../../protocol.ts';
import type { Subject, View } from '../view.ts';
import { entryAt, leverAt, newStrategy } from './parts.ts';

const texts = {
  add: { en: 'Add a strategy', 'zh-CN': '添加策略' },
  which: {
    en: 'Which of the catalog? Those that fit the plan best come first. It is written with the groups it is for and its usual dates; its owner is for you to name.',
    'zh-CN': '选用目录中的哪一项？最适合本计划的排在前面。写入时会带上受众和通常的日期，负责人留给你来填写。',
  },
  everyone: { en: 'every group', 'zh-CN': '所有群体' },
  unwritten: { en: '{title} (not written)', 'zh-CN': '{title}（未写）' },
  parts: { en: '{n} in the text', 'zh-CN': '文本中有 {n} 项' },
} satisfies Record<string, Text>;

/** Texts that take a few lines. */
const prose: ReadonlySet<string> = new Set(['summary', 'notes']);

/** The ids that a list may hold, a word for all where that stands there, and what it holds without that anything has this id. */
function referable(plan: Plan, entry: Entry, key: string, shape: Shape, said: Speaker): FieldChoice[] {
  const choices = new Map<string, string>();
  const now = entry.texts(key);
  for (const word of shape.also) if (now.includes(word)) choices.set(word, said.text(texts.everyone));
  // A strategy goes by the title that the plan gives it.
  for (const strategy of shape.items?.refs.includes('strategy') ? plan.strategies : [])
    if (strategy.says.id !== undefined && !choices.has(strategy.says.id))
      choices.set(strategy.says.id, said.strategy(strategy));
  for (const kind of shape.items?.refs ?? [])
    for (const { id, title } of declared(plan, kind, said.catalog))
      if (!choices.has(id)) choices.set(id, title === undefined ? id : said.value(title));
  const own = entry instanceof Strategy ? idOf(entry)?.value : undefined;
  if (own !== undefined && shape.items?.refs.includes('strategy')) choices.delete(own);
  for (const id of now) if (!choices.has(id)) choices.set(id, id);
  return [...choices].map(([value, title]) => ({ value, title }));
}

/** The value of a key as a text; of what is written otherwise, how much there is. */
function writtenAt(entry: Entry, key: string, said: Speaker): string {
  const node = entry.value(key);
  if (!node || node.kind === 'broken') return '';
  if (node.kind === 'scalar') return node.value === null ? '' : String(node.value);
  return said.text(texts.parts, { n: node.kind === 'list' ? node.items.length : node.pairs.length });
}

/** Whether others refer to a thing by what stands in this place. */
function isName(shape: Shape | undefined): boolean {
  return shape !== undefined && (shape.id || shape.refs.length > 0);
}

function kindOf(entry: Entry, key: string, shape: Shape): Field['kind'] {
  const node = entry.value(key);
  const single = !node || node.kind === 'scalar';
  // Names by which others refer to it, and what has parts of its own, are for the text.
  if (isName(shape) || shape.key('title') || node?.kind === 'broken') return 'fixed';
  if (shape.items?.refs.length) return node?.kind === 'map' ? 'fixed' : 'items';
  if (!single || !shape.types.every((type) => type === 'string' || type === 'null')) return 'fixed';
  if (node?.kind === 'scalar' && node.style === 'block') return 'fixed';
  if (shape.enum) return 'choice';
  return shape.date ? 'day' : prose.has(key) ? 'prose' : 'line';
}

/** The words of a choice; where none is written, also what holds without. */
function wordsOf(shape: Shape, value: string, said: Speaker): FieldChoice[] {
  const titled = (word: string) => said.text(choiceName(shape, word));
  const usual = value === '' && typeof shape.default === 'string' ? shape.default : undefined;
  return [
    ...(usual ? [{ value: '', title: said.text(texts.unwritten, { title: titled(usual) }) }] : []),
    ...(shape.enum ?? []).map((word) => ({ value: word, title: titled(word) })),
  ];
}

function fieldOf(plan: Plan, entry: Entry, key: string, shape: Shape, said: Speaker): Field {
  const kind = kindOf(entry, key, shape);
  const value = writtenAt(entry, key, said);
  const choices = (): FieldChoice[] => {
    if (kind === 'items') return referable(plan, entry, key, shape, said);
    if (kind === 'choice') return wordsOf(shape, value, said);
    return kind === 'line' && shape.person ? namedPeople(plan).map((name) => ({ value: name, title: name })) : [];
  };
  return {
    name: key,
    title: shape.title ? said.text(shape.title) : key,
    description: shape.description ? said.text(shape.description).replaceAll('`', '') : '',
    kind,
    value: kind === 'items' ? '' : value,
    items: kind === 'items' ? entry.texts(key) : [],
    choices: choices(),
  };
}

/** What can be filled in at a key of the picture, what can be changed first, in the order of the format; undefined where the key leads to nothing. */
export function fields(subject: Subject<Plan>, key: string, view: View): Fields | undefined {
  const plan = subject.reading;
  const said = speaker(view);
  const { version } = subject.document;
  const lever = leverAt(key);
  if (lever) {
    const choices = fitting(plan, lever, view.catalog).map(({ id, title }) => ({ value: id, title: said.text(title) }));
    const one = { title: said.text(texts.add), description: said.text(texts.which), kind: 'choice' as const };
    const title = said.text(view.catalog.lever(lever).title);
    return { key, title, version, fields: [{ name: newStrategy, ...one, value: '', items: [], choices }] };
  }
  const entry = entryAt(plan, key);
  const shape = entry && shapeOfEntry(plan, entry);
  if (!entry || !shape) return undefined;
  const all = shape.keys.map((name) => fieldOf(plan, entry, name, shape.key(name) as Shape, said));
  return {
    key,
    title: entry instanceof Strategy ? said.strategy(entry) : entryTitle(entry),
    version,
    // What is only seen comes last, and names that are not given are not asked for.
    fields: [
      ...all.filter(({ kind }) => kind !== 'fixed'),
      ...all.filter(({ kind, name, value }) => kind === 'fixed' && (value || !isName(shape.key(name)))),
    ],
  };
}
