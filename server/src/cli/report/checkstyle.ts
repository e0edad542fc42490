/** The report as Checkstyle writes it (its format 4.3), which many build servers read. */
import type { Severity } from '../../core/diagnostics/severity.ts';
import { sayMessage } from '../../core/i18n/message.ts';
import { positions } from './position.ts';
import { dataReport } from './report.ts';
import { attributes, xmlDocument } from './xml.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

export const checkstyle = dataReport(
  ({ path, text, problems }, locale) => {
    const at = positions(text);
    const errors = problems.map(({ code, severity, message, span }) => ({
      ...at(span.start),
      severity: severities[severity],
      message: sayMessage(message, locale),
      source: `levers.${code}`,
    }));
    return { path, errors };
  },

  (files) =>
    xmlDocument([
      '<checkstyle version="4.3">',
      ...files.flatMap(({ path, errors }) => [
        `  <file${attributes({ name: path })}>`,
        ...errors.map((error) => `    <error${attributes(error)}/>`),
        '  </file>',
      ]),
      '</checkstyle>',
    ]),
);
