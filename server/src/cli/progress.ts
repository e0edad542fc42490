/** How far a long run is, on a terminal. */
import { type Locale, say, type Text } from '../core/i18n/message.ts';
import type { Machine } from './machine.ts';

/** Milliseconds before anything is said, and between one line and the next. */
const patience = 1000;
const interval = 100;

const checking: Text = { en: 'Checking plans: {done} of {all}', 'zh-CN': '正在检查计划：{done}/{all}' };

/**
 * A function that is told how many plans of `all` have been taken, and says so where the run takes longer than a second;
 * `all` of them take the line away again. Nothing is said where there is no terminal.
 */
export function progressOf(
  all: number,
  { progress, now }: Pick<Machine, 'progress' | 'now'>,
  locale: Locale,
): (done: number) => void {
  if (!progress) return () => {};
  let next = now() + patience;
  let isShown = false;
  return (done) => {
    const time = now();
    if (done >= all) {
      if (isShown) progress('');
    } else if (time >= next) {
      next = time + interval;
      isShown = true;
      progress(say(checking, locale, { done, all }));
    }
  };
}
