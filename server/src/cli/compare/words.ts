/** Words of reports about comparisons. */
import { sameWords } from '../../core/compare/change.ts';
import { type Locale, sayMessage, type Text } from '../../core/i18n/message.ts';
import { type Counting, counted } from '../../core/i18n/phrases.ts';
import type { ComparedPlan } from './pairs.ts';

export const planWords = {
  same: sameWords,
  together: { en: 'All plans together', 'zh-CN': '所有计划合在一起' },
  none: { en: 'No plan has changed.', 'zh-CN': '没有计划发生变化。' },
  added: { en: 'New plan: {title} ({path})', 'zh-CN': '新增计划：{title}（{path}）' },
  removed: { en: 'Plan removed: {title} ({path})', 'zh-CN': '删除计划：{title}（{path}）' },
  moved: {
    en: 'The file {from} is now {to}, and the plan says the same: {title}',
    'zh-CN': '文件 {from} 现为 {to}，计划内容不变：{title}',
  },
  file: { en: 'The file {from} is now {to}', 'zh-CN': '文件 {from} 现为 {to}' },
  sum: {
    en: 'Plans: {all} · changed: {changed} · new: {added} · removed: {removed} · the same: {same}',
    'zh-CN': '计划：{all} · 有改动：{changed} · 新增：{added} · 删除：{removed} · 不变：{same}',
  },
} satisfies Record<string, Text>;

/** A sentence in parts: those at odd places are code, which stands between backticks. */
export function codeParts(text: string): readonly string[] {
  return text.split(/`([^`]+)`/);
}

const leftOut: Counting = {
  one: { en: '1 less grave change is left out', 'zh-CN': '另有 1 处较轻的改动未列出' },
  many: { en: '{n} less grave changes are left out', 'zh-CN': '另有 {n} 处较轻的改动未列出' },
};

/** How many changes are not told because `--level` does not ask for them; empty where all are. */
export function leftOutText(plans: readonly ComparedPlan[], locale: Locale): string {
  const n = plans.reduce((sum, { untold }) => sum + untold, 0);
  return n > 0 ? sayMessage(counted(leftOut, n), locale) : '';
}

/** What has happened to a plan as a whole. */
export type Fate = 'added' | 'removed' | 'changed' | 'moved' | 'same';

export function fateOf({ before, after, changes, untold }: ComparedPlan): Fate {
  if (!before) return 'added';
  if (!after) return 'removed';
  if (changes.length + untold > 0) return 'changed';
  return before.file.path === after.file.path ? 'same' : 'moved';
}

/** What a plan is called: its title, else what it was called, else its file. */
export function titleOf({ before, after }: ComparedPlan): string {
  const [now, then] = [after, before].map((one) => one?.plan.head?.text('title'));
  return now ?? then ?? (after ?? before)?.file.name ?? '';
}

/** How many plans of each fate there are, for `planWords.sum`. */
export function sumOf(
  plans: readonly ComparedPlan[],
): Readonly<Record<'all' | 'changed' | 'added' | 'removed' | 'same', number>> {
  const count = (...fates: readonly Fate[]) => plans.filter((plan) => fates.includes(fateOf(plan))).length;
  return {
    all: plans.length,
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    same: count('same', 'moved'),
  };
}
