/**
 * The report as compilers write it, for problem matchers and editors: `path:line:column: severity: message [code]`. The
 * word for the severity is the same in every language.
 */
import { sayMessage } from '../../core/i18n/message.ts';
import { printed } from '../printed.ts';
import { positions } from './position.ts';
import type { Report } from './report.ts';
import { sumLine } from './text.ts';

export const unix: Report = {
  part({ path, text, problems }, locale) {
    const at = positions(text);
    return printed(
      problems.map(({ span, severity, message, code }) => {
        const { line, column } = at(span.start);
        return `${path}:${line}:${column}: ${severity}: ${sayMessage(message, locale)} [${code}]`;
      }),
    );
  },

  whole: (parts, sum, locale) => `${[...parts.filter((part) => part !== ''), sumLine(sum, locale)].join('\n')}\n`,
};
