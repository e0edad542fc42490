/** `--watch`: a command is run again whenever something changes that it looks at. */

import type { Text } from '../core/i18n/message.ts';
import type { ExitCode } from './command.ts';
import { CannotRun } from './complaints.ts';
import type { Machine } from './machine.ts';
import { reasonOf } from './plans.ts';
import type { Watch } from './watchFolders.ts';

/** Milliseconds without a change before a run: an editor writes in several steps. */
const quiet = 100;

const failed: Text = {
  en: 'Changes cannot be watched ({reason})',
  'zh-CN': '无法监视改动（{reason}）',
};

/**
 * Runs, and again after each change below the patterns or of the other files, until the process is ended. Gives the exit code
 * of the first run where that could not be done (2). Throws `CannotRun` where changes cannot be watched.
 * @param others asked again after each run, which may have found further files that it goes by
 * @param waiting called before each wait for a change
 */
export async function watching(
  patterns: readonly string[],
  others: () => readonly string[],
  machine: Pick<Machine, 'watch'>,
  run: () => Promise<ExitCode>,
  waiting: () => void,
): Promise<ExitCode> {
  let changed = () => {};
  let isChanged = false;
  const tell = () => {
    isChanged = true;
    changed();
  };
  const cannot = (error: unknown) => new CannotRun({ text: failed, data: { reason: reasonOf(error) } });
  let stop = (_: unknown) => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = (error) => reject(cannot(error));
  });
  // It may come when nobody waits any more.
  stopped.catch(() => {});
  let named = others();
  const begun = (): Watch => {
    try {
      return machine.watch(patterns, named, tell, (error) => stop(error));
    } catch (error) {
      throw cannot(error);
    }
  };
  let watch = begun();
  const nextChange = () =>
    new Promise<void>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      changed = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, quiet);
      };
      if (isChanged) changed();
    });
  try {
    for (let isFirst = true; ; isFirst = false) {
      isChanged = false;
      const code = await Promise.race([run(), stopped]);
      if (isFirst && code === 2) return code;
      const found = others();
      if (found.join('\n') !== named.join('\n')) {
        named = found;
        const last = watch;
        watch = begun();
        last.close();
      }
      waiting();
      await Promise.race([nextChange(), stopped]);
    }
  } finally {
    changed = () => {};
    watch.close();
  }
}
