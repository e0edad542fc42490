/** Whether standard output leads to a terminal, and to what kind. */
import { isatty, WriteStream } from 'node:tty';
import type { Screen } from './report/screen.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A width that nothing can be shown in counts as not known. */
const leastWidth = 20;

/**
 * The terminal; undefined where standard output leads to a file or a pipe, unless `FORCE_COLOR` wants the same for those.
 * Colors are as Node has them: `FORCE_COLOR`, `NO_COLOR`, `TERM`. `COLUMNS` goes before the width that the terminal has.
 * @param columns asks the terminal for its width
 */
export function screenOf(env: Environment, columns: () => number | undefined): Screen | undefined {
  // Node asks for no more of `this` than its type does.
  const colors = WriteStream.prototype.getColorDepth.call({} as WriteStream, { ...env }) > 1;
  const isTerminal = isatty(1);
  if (!isTerminal && !(colors && env.FORCE_COLOR !== undefined)) return undefined;
  const width = Number(env.COLUMNS) || (isTerminal ? columns() : undefined) || 0;
  return width >= leastWidth ? { colors, width: Math.floor(width) } : { colors };
}
