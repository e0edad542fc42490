/** A value of a plan as somebody fills it in, in a picture or a form: the smallest edits that write it, or why not. */

import { isRefusal, type Refusal } from '../edits/rename.ts';
import {
  addPair,
  addToList,
  hasComment,
  keyBefore,
  removeFromList,
  setValue,
  writeWords,
  written,
  writtenLike,
} from '../edits/yamlEdit.ts';
import { taken } from '../fixes/expectation.ts';
import { dayText } from '../i18n/dayText.ts';
import type { Message, Text } from '../i18n/message.ts';
import type { Entry } from '../model/entry.ts';
import { parse } from '../model/parse.ts';
import type { Plan } from '../model/plan.ts';
import { isIncomplete, misspelt } from '../model/uncertain.ts';
import type { Step } from '../schema/path.ts';
import { accepts } from '../schema/places.ts';
import { type Shape, shapeAt } from '../schema/schema.ts';
import { type At, follow, isList, isScalar, pairsOf, spanOf, spotAt, toData } from '../syntax/tree.ts';
import { apply, type Edit } from '../text/edit.ts';

const refusals = {
  elsewhere: {
    en: '{title} cannot be changed here without touching something else. Please change it in the text.',
    'zh-CN': '在这里修改“{title}”会影响其他内容，请在文本中修改。',
  },
  unread: {
    en: 'Part of this cannot be read at the moment. Please put that right in the text first.',
    'zh-CN': '这里有一部分暂时无法读取，请先在文本中改正。',
  },
  misspelt: {
    en: '{title} seems to be written already, under a key that is misspelt. Please put that right in the text first.',
    'zh-CN': '“{title}”似乎已经写了，但字段名有误，请先在文本中改正。',
  },
  name: {
    en: 'Others refer to it by this name. Please change it in the text, with Rename Symbol.',
    'zh-CN': '其他地方用这个名称引用它，请在文本中用“重命名符号”修改。',
  },
  several: {
    en: 'This text goes over several lines. Please change it in the text.',
    'zh-CN': '这段文字占多行，请在文本中修改。',
  },
  empty: {
    en: 'A value is needed here. To take {title} out, change it in the text.',
    'zh-CN': '这里需要填写内容。要去掉“{title}”，请在文本中修改。',
  },
  line: { en: 'This stands in one line, without tabs.', 'zh-CN': '这里只能写一行，不能有制表符。' },
  kind: { en: '{title} takes {taken}.', 'zh-CN': '“{title}”应为{taken}。' },
  afterDue: {
    en: 'It cannot start after it is due, on {day}. Move the due date first.',
    'zh-CN': '开始日期不能晚于截止日期（{day}）。请先修改截止日期。',
  },
  beforeStart: {
    en: 'It cannot be due before it starts, on {day}. Move the start first.',
    'zh-CN': '截止日期不能早于开始日期（{day}）。请先修改开始日期。',
  },
} satisfies Record<string, Text>;

function refuse(reason: keyof typeof refusals, data?: Message['data']): Refusal {
  return { refused: { text: refusals[reason], ...(data && { data }) } };
}

/** The path to an entry from the root of its plan; undefined for one without keys. */
function pathOf(plan: Plan, { at }: Entry): readonly Step[] | undefined {
  const [first] = pairsOf(at);
  return first && spotAt(plan.root, first.key.start)?.path.slice(0, -1);
}

/** The shape of an entry of a plan, as its format has it. */
export function shapeOfEntry(plan: Plan, entry: Entry): Shape | undefined {
  const path = pathOf(plan, entry);
  return path && shapeAt(path);
}

/** Why a text cannot stand in a place; undefined where it can. */
function unfit(shape: Shape, title: Text, text: string): Refusal | undefined {
  if (text === '') return refuse('empty', { title });
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return refuse('line');
  return accepts(shape, text) ? undefined : refuse('kind', { title, taken: taken(shape) });
}

/** Why the days of something would contradict each other; undefined where they do not. */
function contrary(entry: Entry, key: string, day: string): Refusal | undefined {
  const [start, due] = [entry.date('start'), entry.date('due')];
  if (key === 'start' && due !== undefined && day > due) return refuse('afterDue', { day: dayText(due) });
  return key === 'due' && start !== undefined && day < start
    ? refuse('beforeStart', { day: dayText(start) })
    : undefined;
}

function setText(plan: Plan, entry: Entry, shape: Shape, key: string, text: string): Edit[] | Refusal {
  const pair = entry.pair(key);
  if (!pair) return [addPair(plan, entry.at, key, written(text), { after: keyBefore(entry.at, shape, key) })];
  const { value } = pair;
  const title = shape.key(key)?.title as Text;
  if (!isScalar(value)) return refuse('elsewhere', { title });
  if (value.node.style === 'block') return refuse('several');
  if (value.node.value === text) return [];
  const span = spanOf(value);
  // `owner: ""` has quotes to keep, `owner:` has nothing.
  return span.end > span.start
    ? [{ span, text: writtenLike(value.node, text) }]
    : [setValue(plan, pair, written(text))];
}

/** One item more or less in a list of words. */
function setItems(
  plan: Plan,
  entry: Entry,
  shape: Shape,
  key: string,
  items: readonly string[],
): readonly Edit[] | Refusal {
  const title = shape.key(key)?.title as Text;
  const now = entry.words(key);
  const more = items.filter((item) => !now.some(({ value }) => value === item));
  const less = now.filter(({ value }) => !items.includes(value));
  const list = entry.pair(key)?.value;
  const listed = entry.state(key) !== 'given' || isList(list);
  if (more.length + less.length === 0) return [];
  const [gone] = less;
  let edits: Edit[] | undefined;
  if (gone && listed && less.length === 1 && more.length === 0) {
    const edit = removeFromList(plan, entry.at, key, gone.span);
    edits = edit && !hasComment(plan, edit.span) ? [edit] : undefined;
  } else if (!gone && listed) {
    const added = more.map((item) => ({ lines: [written(item)], inline: written(item) }));
    const begun = isList(list) && list.node.items.length > 0;
    const edit = begun ? undefined : writeWords(plan, entry.at, key, more, keyBefore(entry.at, shape, key));
    edits = begun ? addToList(plan, entry.at, key, added) : edit && [edit];
  } else if (list && isScalar(list) && list.node.style !== 'block') {
    // A word in place of a list, such as `all`.
    edits = [{ span: spanOf(list), text: `[${items.map(written).join(', ')}]` }];
  }
  return edits ?? refuse('elsewhere', { title });
}

/** The items that a list shall hold, in the order in which they stand; a word for all goes where others are named. */
function inOrder(now: readonly string[], items: readonly string[], { also }: Shape): string[] {
  const named = items.length > 1 ? items.filter((item) => !also.includes(item)) : items;
  return [...now.filter((item) => named.includes(item)), ...named.filter((item) => !now.includes(item))];
}

/** The data of a plan without one value. */
function without(plan: Plan, path: readonly Step[], key: string): string {
  const data = toData((plan.root as At).node) as Record<string, unknown>;
  let at: unknown = data;
  for (const step of path) at = (at as Record<Step, unknown> | undefined)?.[step];
  if (typeof at === 'object' && at !== null) delete (at as Record<string, unknown>)[key];
  return JSON.stringify(data, (_, value) => (typeof value === 'symbol' ? String(value) : value));
}

/** Whether edits write a value, and change nothing else of what the plan says. */
function writes(
  plan: Plan,
  path: readonly Step[],
  key: string,
  value: string | readonly string[],
  edits: readonly Edit[],
) {
  const after = parse(apply(plan.text, edits), plan);
  const at = follow(after.root, [...path, key]);
  const said = at ? toData(at.node) : [];
  return (
    after.errors.length <= plan.errors.length &&
    JSON.stringify(said ?? []) === JSON.stringify(value) &&
    without(plan, path, key) === without(after, path, key)
  );
}

/**
 * The edits that write a value under a key of an entry: a text, a word of the format's choice, a day (`YYYY-MM-DD`), or
 * the items of a list of words; none where it stands there already. A refusal says why it cannot be: the place does not
 * take it, or something else would be changed or lost. Offsets are those of the plan's text.
 */
export function editValue(
  plan: Plan,
  entry: Entry,
  key: string,
  value: string | readonly string[],
): readonly Edit[] | Refusal {
  const path = pathOf(plan, entry);
  const shape = path && shapeAt(path);
  const inner = shape?.key(key);
  if (!path || !shape || !inner?.title || inner.banned) return refuse('unread');
  const { title } = inner;
  if (inner.id || inner.refs.includes('catalog')) return refuse('name');
  if (isIncomplete(plan, entry) || entry.state(key) === 'unreadable') return refuse('unread');
  if (misspelt(entry.at, key, shape) && !entry.pair(key)) return refuse('misspelt', { title });
  const text = typeof value === 'string' ? value.trim() : undefined;
  const bad =
    text !== undefined
      ? (unfit(inner, title, text) ?? contrary(entry, key, text))
      : value.length > 0 && !accepts(inner, value)
        ? refuse('kind', { title, taken: taken(inner) })
        : undefined;
  if (bad) return bad;
  const items = text === undefined ? inOrder(entry.texts(key), value as readonly string[], inner) : [];
  const edits = text === undefined ? setItems(plan, entry, shape, key, items) : setText(plan, entry, shape, key, text);
  if (isRefusal(edits) || edits.length === 0) return edits;
  return writes(plan, path, key, text ?? items, edits) ? edits : refuse('elsewhere', { title });
}
