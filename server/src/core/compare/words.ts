/** Words of comparisons: values, keys and things as people call them, and how far a day has moved. */

import { dayText } from '../i18n/dayText.ts';
import type { Message, Text, Value } from '../i18n/message.ts';
import { brief, type Counting, counted, firstOf, numberText, same } from '../i18n/phrases.ts';
import { everyone } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { idOf } from '../model/plan.ts';
import { choiceName } from '../schema/schema.ts';
import { daysBetween, isDay } from '../text/day.ts';
import type { Comparison } from './comparison.ts';
import type { Difference, Plain } from './difference.ts';
import { leverOf, type Thing, type ThingKind } from './thing.ts';

/** What things are called. */
export const thingWords: Readonly<Record<ThingKind, Text>> = {
  plan: { en: 'Plan', 'zh-CN': '计划' },
  purpose: { en: 'Purpose', 'zh-CN': '目的' },
  sustainment: { en: 'After go-live', 'zh-CN': '上线后' },
  lever: { en: 'Lever', 'zh-CN': 'LEVERS 要素' },
  stakeholder: { en: 'Group', 'zh-CN': '群体' },
  strategy: { en: 'Strategy', 'zh-CN': '策略' },
  activity: { en: 'Activity', 'zh-CN': '活动' },
  deliverable: { en: 'Deliverable', 'zh-CN': '交付物' },
  measure: { en: 'Measure', 'zh-CN': '衡量指标' },
  reading: { en: 'Reading', 'zh-CN': '读数' },
  risk: { en: 'Risk', 'zh-CN': '风险' },
  milestone: { en: 'Milestone', 'zh-CN': '里程碑' },
  decision: { en: 'Decision', 'zh-CN': '决定' },
  approval: { en: 'Approval', 'zh-CN': '批准' },
};

const weeks: Readonly<Record<'later' | 'earlier', Counting>> = {
  later: { one: { en: '1 week later', 'zh-CN': '推迟 1 周' }, many: { en: '{n} weeks later', 'zh-CN': '推迟 {n} 周' } },
  earlier: {
    one: { en: '1 week earlier', 'zh-CN': '提前 1 周' },
    many: { en: '{n} weeks earlier', 'zh-CN': '提前 {n} 周' },
  },
};

const days: Readonly<Record<'later' | 'earlier', Counting>> = {
  later: { one: { en: '1 day later', 'zh-CN': '推迟 1 天' }, many: { en: '{n} days later', 'zh-CN': '推迟 {n} 天' } },
  earlier: {
    one: { en: '1 day earlier', 'zh-CN': '提前 1 天' },
    many: { en: '{n} days earlier', 'zh-CN': '提前 {n} 天' },
  },
};

/** So many days later, or earlier where they are fewer than none: in weeks where they are whole ones. */
export function shiftText(by: number): Message {
  const way = by < 0 ? 'earlier' : 'later';
  const n = Math.abs(by);
  return n % 7 === 0 ? counted(weeks[way], n / 7) : counted(days[way], n);
}

/** How many days a date has moved; undefined where it is no day in one of the versions. */
export function shiftOf({ from, to }: Pick<Difference, 'from' | 'to'>): number | undefined {
  return typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to)
    ? daysBetween(from, to)
    : undefined;
}

/** Whether a day has moved, is new, or is gone. */
export function isDayChange(difference: Difference): boolean {
  return difference.from === undefined || difference.to === undefined || Boolean(shiftOf(difference));
}

/** A text is shown as far as this. */
const longestText = 80;

const everybody: Text = { en: 'everyone', 'zh-CN': '所有群体' };
const nothing: Text = { en: 'nothing', 'zh-CN': '无' };
const yes: Text = { en: 'yes', 'zh-CN': '是' };
const no: Text = { en: 'no', 'zh-CN': '否' };

/** The things that a list of ids names, as people call them. */
export function namesOf(ids: Plain, comparison: Comparison): readonly Value[] {
  const all = ids === undefined ? [] : Array.isArray(ids) ? (ids as readonly string[]) : [String(ids)];
  return all.map((id) => (id === everyone ? everybody : comparison.named(id)));
}

/** A value as it is shown. */
export function valueText(value: Plain, { shape }: Pick<Difference, 'shape'>, comparison: Comparison): Value {
  if (value === undefined) return nothing;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'number') return numberText(value);
  const one = shape?.items ?? shape;
  const said = (word: string): Value => {
    if (one?.enum) return choiceName(one, word);
    if (one?.date && isDay(word)) return dayText(word);
    if (one?.refs.length || shape?.refs.length) return word === everyone ? everybody : comparison.named(word);
    return one?.person || one?.id ? same(word) : { text: same('“{word}”'), data: { word: brief(word, longestText) } };
  };
  return typeof value === 'string' ? said(value) : value.map(said);
}

/** So much of what two texts begin with alike is shown. */
const mostAlike = 20;

/** A text beside another version of it: where one of them is too long to be shown, from where they begin to differ. */
export function besides(text: string, other: string): string {
  const [own, others] = [[...text], [...other]];
  if (own.length <= longestText && others.length <= longestText) return text;
  const at = own.findIndex((character, index) => character !== others[index]);
  const begin = (at < 0 ? own.length : at) - mostAlike;
  return begin <= 0
    ? text
    : `…${own
        .slice(begin)
        .join('')
        .replace(/^\S{0,19}\s/, '')}`;
}

/** What the key of a difference is called. */
export function keyText({ shape, key }: Difference): Text {
  return shape?.title ?? same(`\`${key}\``);
}

/** A title inside of a sentence: Chinese has no capital letters. */
function inText({ en, 'zh-CN': chinese }: Text): Text {
  return { en: en.charAt(0).toLowerCase() + en.slice(1), 'zh-CN': chinese };
}

/** What the key of a difference is called inside of a sentence. */
export function keyInText(difference: Difference): Text {
  return inText(keyText(difference));
}

/** What a choice is called inside of a sentence. */
export function choiceInText(choice: Plain, { shape }: Difference): Text {
  return inText(choiceName(shape, String(choice ?? '')));
}

/** By how many steps a choice has gone up, in the order in which the format lists them; 0 where that cannot be told. */
export function stepOf({ shape, from, to }: Difference): number {
  const [was, is] = [from, to].map((choice) => shape?.enum?.indexOf(String(choice)) ?? -1) as [number, number];
  return was < 0 || is < 0 ? 0 : is - was;
}

/** What was taken from a list of ids, and what was added to it. */
export function listChange({ from, to }: Difference): {
  readonly less: readonly string[];
  readonly more: readonly string[];
} {
  const list = (value: Plain) =>
    Array.isArray(value) ? (value as readonly string[]) : value === undefined ? [] : [String(value)];
  const [was, is] = [list(from), list(to)];
  return { less: was.filter((word) => !is.includes(word)), more: is.filter((word) => !was.includes(word)) };
}

/** Whether a choice has gone up or down, is new, or is gone: of one that the format does not know nobody can tell. */
export function isRated(difference: Difference): boolean {
  return difference.from === undefined || difference.to === undefined || stepOf(difference) !== 0;
}

/** Whether something was added to a list or taken from it; a word that stands twice is neither. */
export function isListChange(difference: Difference): boolean {
  const { shape, from, to } = difference;
  const { less, more } = listChange(difference);
  return shape?.items !== undefined && [from, to].some(Array.isArray) && less.length + more.length > 0;
}

/** Items of a list as they are shown: names of things in quotation marks. */
export function itemsText(items: readonly string[], difference: Difference, comparison: Comparison): Value {
  return difference.shape?.items?.refs.length
    ? firstOf(namesOf(items, comparison), items.length)
    : valueText(items, difference, comparison);
}

const subject: Text = { en: '{kind} “{thing}”: ', 'zh-CN': '{kind}“{thing}”：' };
const partSubject: Text = { en: '{kind} “{thing}” of “{whole}”: ', 'zh-CN': '“{whole}”的{kind}“{thing}”：' };

/** What a sentence about a value begins with: the thing that has it. Of the plan itself nothing has to be said. */
export function subjectOf(thing: Thing, comparison: Comparison): Value {
  const { kind, parent } = thing;
  if (kind === 'plan' || kind === 'purpose') return '';
  if (kind === 'sustainment') return { en: 'After go-live: ', 'zh-CN': '上线后：' };
  const data = { kind: thingWords[kind], thing: comparison.called(thing) };
  return parent ? { text: partSubject, data: { ...data, whole: comparison.called(parent) } } : { text: subject, data };
}

/** What tells a thing from others, whatever its words are; one without an id goes by its role, its day or its title, the plan by nothing. */
export function aboutOf({ kind, before, after, parent }: Thing): readonly (string | undefined)[] {
  const nameOf = (entry: Entry | undefined) =>
    entry && (idOf(entry)?.value ?? leverOf(entry) ?? entry.text('role') ?? entry.text('on') ?? entry.text('title'));
  if (kind === 'plan') return [kind];
  return [...(parent ? aboutOf(parent) : []), kind, nameOf(before) ?? nameOf(after)];
}
