/**
 * The report as SARIF 2.1.0: for GitHub, Azure DevOps and viewers of code scans. What a comment of the plan allows is left
 * out and not marked as suppressed, because GitHub would show it as an open alert.
 */
import type { Related } from '../../core/diagnostics/rule.ts';
import type { Severity } from '../../core/diagnostics/severity.ts';
import { type Locale, sayMessage, type Text } from '../../core/i18n/message.ts';
import { printedJson } from '../printed.ts';
import { withoutNote } from '../rulePage.ts';
import { type Range, ranges } from './position.ts';
import { type Checked, dataReport } from './report.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

const workingDirectory: Text = {
  en: 'The folder in which levers was called.',
  'zh-CN': '运行 levers 时所在的文件夹。',
};

/** A text in which nothing is a link: `[text](target)` would be one. */
function message(text: string) {
  return { text: text.replace(/\[(?=[^[\]]*\]\()/g, '\\[') };
}

/** Where a file is: a path that is not absolute counts from the working directory. */
function artifact(path: string) {
  const slashed = /^[A-Za-z]:[\\/]/.test(path) ? `/${path.replaceAll('\\', '/')}` : path;
  // Half of a character cannot be written in an address.
  const steps = slashed.replace(/\p{Surrogate}/gu, '\ufffd').split('/');
  const uri = steps.map(encodeURIComponent).join('/');
  return slashed.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: '%SRCROOT%' };
}

function region({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function resultsOf(file: Checked, locale: Locale) {
  const rangeOf = ranges(file.text);
  const fingerprints = file.fingerprints();
  const fixes = file.firstFixes();
  const artifactLocation = artifact(file.path);
  const related = ({ span, in: other, message: text }: Related, index: number) => ({
    id: index + 1,
    physicalLocation: {
      artifactLocation: other ? artifact(other.name) : artifactLocation,
      region: region((other ? ranges(other.file.text) : rangeOf)(span)),
    },
    message: message(sayMessage(text, locale)),
  });
  return file.problems.map((problem) => {
    const fix = fixes.get(problem);
    const fingerprint = fingerprints.get(problem);
    return {
      ruleId: problem.code,
      level: levels[problem.severity],
      message: message(sayMessage(problem.message, locale)),
      locations: [{ physicalLocation: { artifactLocation, region: region(rangeOf(problem.span)) } }],
      ...(problem.related.length && { relatedLocations: problem.related.map(related) }),
      // GitHub reads the second name alone.
      partialFingerprints: { 'levers/v1': fingerprint, primaryLocationLineHash: fingerprint },
      ...(fix && {
        fixes: [
          {
            description: message(sayMessage(fix.title, locale)),
            artifactChanges: [
              {
                artifactLocation,
                replacements: fix.edits.map(({ span, text }) => ({
                  deletedRegion: region(rangeOf(span)),
                  insertedContent: { text },
                })),
              },
            ],
          },
        ],
      }),
    };
  });
}

/** A rule with what its page says: the sentence in bold, the reason, and the whole page as help. */
function ruleOf(code: string, pages: Readonly<Record<string, Text>>, locale: Locale) {
  const written = pages[code]?.[locale];
  if (written === undefined) return { id: code };
  const page = withoutNote(written);
  const summary = /^\*\*(.+)\*\*$/m.exec(page)?.[1] ?? code;
  const why = /^## .*\n\n(.+)$/m.exec(page)?.[1] ?? summary;
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: page, markdown: page },
  };
}

export const sarif = dataReport(resultsOf, (files, sum, locale) => {
  const results = files.flat();
  const pages = sum.rulePages();
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort().map((code) => ruleOf(code, pages, locale));
  const notifications = sum.failures.map((failure) => ({ level: 'error', message: message(failure) }));
  return printedJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'levers', version: sum.version, rules } },
        language: locale,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: workingDirectory[locale] } } },
        invocations: [{ executionSuccessful: notifications.length === 0, toolExecutionNotifications: notifications }],
        results,
      },
    ],
  });
});
