/** A comparison on a terminal: bold titles, and sentences in lines that fit. */
import { printed } from '../printed.ts';
import { wrapped } from '../report/columns.ts';
import type { Screen } from '../report/screen.ts';
import type { Paint } from './text.ts';

/** The least columns of a sentence. */
const leastWidth = 20;

export function screenPaint({ colors, width }: Screen): Paint {
  const styled = (on: number, off: number) => (line: string) => (colors ? `\u001b[${on}m${line}\u001b[${off}m` : line);
  return {
    title: styled(1, 22),
    heading: styled(33, 39),
    sentence: (text) => {
      const lines = wrapped(printed([text]), width === undefined ? undefined : Math.max(width - 4, leastWidth));
      // What was in the midst of a line may be at the start of one now.
      return lines.map((line, index) => `${index === 0 ? '  • ' : '    '}${printed([line])}`);
    },
  };
}
