/** Exceptions: comments that allow a finding. They are no data, so a comparison of values alone would say nothing of them. */
import { type Exception, exceptions } from '../../diagnostics/suppressions.ts';
import { dayText } from '../../i18n/dayText.ts';
import type { Data, Message, Text, Value } from '../../i18n/message.ts';
import { quoted, same } from '../../i18n/phrases.ts';
import { planShape } from '../../schema/schema.ts';
import { isDay } from '../../text/day.ts';
import { lineStarts } from '../../text/lines.ts';
import type { ChangeKind, Level } from '../change.ts';
import { type Comparison, sectionAt } from '../comparison.ts';
import { leverOf, type Thing } from '../thing.ts';
import { aboutOf } from '../words.ts';

const words = {
  added: {
    en: 'New exception for {codes}{about}, {until}: {reason}',
    'zh-CN': '新增例外 {codes}{about}，{until}：{reason}',
  },
  removed: {
    en: 'The exception for {codes}{about} is gone (it held {until}: {reason})',
    'zh-CN': '不再有例外 {codes}{about}（原{until}：{reason}）',
  },
  day: {
    en: 'The exception for {codes}{about} holds {until} instead of {was}: {reason}',
    'zh-CN': '例外 {codes}{about}改为{until}，原{was}：{reason}',
  },
  both: {
    en: 'The exception for {codes}{about} holds {until} instead of {was}, for another reason: {reason} (it was: {old})',
    'zh-CN': '例外 {codes}{about}改为{until}，原{was}，理由改为：{reason}（原为：{old}）',
  },
  reason: {
    en: 'The exception for {codes}{about} has another reason: {reason} (it was: {old})',
    'zh-CN': '例外 {codes}{about}的理由改为：{reason}（原为：{old}）',
  },
  moved: {
    en: 'The exception for {codes} now holds for {place} instead of {oldPlace}, {until}: {reason}',
    'zh-CN': '例外 {codes}改为针对{place}，不再针对{oldPlace}，{until}：{reason}',
  },
  whole: { en: 'the whole plan', 'zh-CN': '整份计划' },
  until: { en: 'until {day}', 'zh-CN': '有效至{day}' },
  always: { en: 'without a last day', 'zh-CN': '没有截止日期' },
  thing: { en: ' of “{thing}”', 'zh-CN': '（“{thing}”）' },
  section: { en: ' ({section})', 'zh-CN': '（{section}）' },
} satisfies Record<string, Text>;

/** An exception with what it is about. */
interface Placed {
  readonly exception: Exception;
  readonly thing: Thing | undefined;
  readonly section: string | undefined;
}

/** Those that have an effect: they are understood and give a reason. */
function placed(side: 'before' | 'after', comparison: Comparison): Placed[] {
  const { plan } = comparison[side];
  const starts = lineStarts(plan.text);
  return exceptions(plan)
    .filter(({ mistake, reason, unsure }) => !mistake && !unsure && reason !== '')
    .map((exception) => {
      const { line } = exception;
      if (line === undefined) return { exception, thing: undefined, section: undefined };
      const start = starts[line] ?? 0;
      const at = start + (/^[ \t-]*/.exec(plan.text.slice(start, start + 200))?.[0].length ?? 0);
      // A lever begins after its key, on the same line or the next.
      const lever = plan.leverKeys.find(({ key }) => key.start === at)?.id;
      const thing = lever
        ? comparison.things.find((one) => one.kind === 'lever' && leverOf(one[side]) === lever)
        : comparison.thingAt(side, at);
      return { exception, thing, section: sectionAt(plan, at) };
    });
}

const codesOf = ({ exception: { codes } }: Placed) =>
  codes
    .map(({ value }) => value)
    .sort()
    .join(', ');

/** What tells an exception from others, whatever its words are. */
function identityOf(one: Placed): readonly (string | undefined)[] {
  return [codesOf(one), one.exception.until?.value, ...(one.thing ? aboutOf(one.thing) : [one.section])];
}

const isSamePlace = (one: Placed, other: Placed) => one.thing === other.thing && one.section === other.section;
const isSameDay = (one: Placed, other: Placed) => one.exception.until?.value === other.exception.until?.value;

/** What makes two exceptions the same, the surest first. */
const alike: readonly ((one: Placed, other: Placed) => boolean)[] = [
  isSamePlace,
  (one, other) => one.exception.reason === other.exception.reason && isSameDay(one, other),
  (one, other) => one.thing === undefined && other.thing === undefined,
];

/** The exceptions of the second version that the first has too, each with its other self; takes those from `before`. */
function takeSame(before: Placed[], after: readonly Placed[]): ReadonlyMap<Placed, Placed> {
  const kept = new Map<Placed, Placed>();
  for (const isAlike of alike) {
    for (const is of after) {
      if (kept.has(is)) continue;
      const index = before.findIndex((was) => codesOf(was) === codesOf(is) && isAlike(is, was));
      for (const was of index < 0 ? [] : before.splice(index, 1)) kept.set(is, was);
    }
  }
  return kept;
}

function untilText({ exception: { until } }: Placed): Message | Text {
  return until && isDay(until.value) ? { text: words.until, data: { day: dayText(until.value) } } : words.always;
}

function aboutText({ thing, section }: Placed, comparison: Comparison): Value {
  const called = thing && comparison.called(thing);
  if (called) return { text: words.thing, data: { thing: called } };
  const title = section && planShape.key(section)?.title;
  return title ? { text: words.section, data: { section: title } } : '';
}

/** What an exception is about, as a part of a sentence. */
function placeText({ thing, section }: Placed, comparison: Comparison): Value {
  const called = thing && comparison.called(thing);
  if (called) return { text: same('“{called}”'), data: { called } };
  return (section && planShape.key(section)?.title) || words.whole;
}

/** How an exception has changed, and how serious that is; undefined where it says what it said. */
function changeOf(was: Placed, is: Placed): { readonly text: Text; readonly level: Level } | undefined {
  const [from, to] = [was, is].map(({ exception }) => exception.until?.value ?? '9999-12-31') as [string, string];
  const isSameReason = was.exception.reason === is.exception.reason;
  if (!isSamePlace(was, is)) return { text: words.moved, level: 'decide' };
  if (from !== to) return { text: isSameReason ? words.day : words.both, level: to > from ? 'decide' : 'note' };
  return isSameReason ? undefined : { text: words.reason, level: 'note' };
}

export const kind: ChangeKind = {
  id: 'exception-changed',
  level: 'decide',
  summary: {
    en: 'An exception is new, is gone, holds for longer or shorter, or for another part.',
    'zh-CN': '例外新增、取消，有效期改变，或改为针对别的部分。',
  },
  why: { en: 'It allows something that would be found otherwise.', 'zh-CN': '它允许了原本会被检查发现的问题。' },
  *find(comparison) {
    const before = placed('before', comparison);
    const data = (one: Placed): Data => ({
      codes: one.exception.codes.map(({ value }) => quoted(value)),
      about: aboutText(one, comparison),
      until: untilText(one),
      reason: one.exception.reason,
    });
    const all = placed('after', comparison);
    const kept = takeSame(before, all);
    for (const is of all) {
      const was = kept.get(is);
      const about = identityOf(is);
      if (!was) {
        yield { text: words.added, data: data(is), about: ['added', ...about], after: is.exception.span };
        continue;
      }
      const change = changeOf(was, is);
      if (!change) continue;
      yield {
        text: change.text,
        data: {
          ...data(is),
          was: untilText(was),
          old: was.exception.reason,
          place: placeText(is, comparison),
          oldPlace: placeText(was, comparison),
        },
        level: change.level,
        about: ['changed', was.exception.until?.value, ...about],
        before: was.exception.span,
        after: is.exception.span,
      };
    }
    for (const one of before) {
      yield {
        text: words.removed,
        data: data(one),
        level: 'note',
        about: ['removed', ...identityOf(one)],
        before: one.exception.span,
      };
    }
  },
};
