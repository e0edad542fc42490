/** The formats in which a comparison is reported: the only list of them. */
import type { Locale } from '../../core/i18n/message.ts';
import type { Machine } from '../machine.ts';
import type { Compared } from './pairs.ts';
import { textReport } from './text.ts';

/** By the name that `--format` takes; the first is what a call gets that asks for none. */
export const diffFormats = ['text', 'json', 'markdown', 'html'] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** The report of a comparison. */
export async function diffReport(
  format: DiffFormat,
  compared: Compared,
  locale: Locale,
  { screen }: Pick<Machine, 'screen'>,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).jsonReport(compared, locale);
    case 'markdown':
      return (await import('./markdown.ts')).markdownReport(compared, locale);
    case 'html':
      return (await import('./html.ts')).htmlReport(compared, locale);
    default:
      return textReport(compared, locale, screen && (await import('./screen.ts')).screenPaint(screen));
  }
}
