/**
 * The report as JUnit writes it: a suite for each file, a case for each finding. A finding that fails the run is a failure,
 * a milder one is skipped, and a file without findings is one case that passes.
 */
import { severityWords } from '../../core/analysis/labels.ts';
import { severities } from '../../core/diagnostics/severity.ts';
import { say, sayMessage, type Text } from '../../core/i18n/message.ts';
import { positions } from './position.ts';
import { dataReport } from './report.ts';
import { attributes, xml, xmlDocument } from './xml.ts';

const words = {
  clean: { en: 'No problems', 'zh-CN': '没有问题' },
  problem: { en: '{severity}: {message}', 'zh-CN': '{severity}：{message}' },
  unchecked: { en: 'What could not be done', 'zh-CN': '未能完成的事' },
} satisfies Record<string, Text>;

interface Outcome {
  readonly tag: 'failure' | 'skipped' | 'error';
  readonly message: string;
  /** Of a failure: the code of the rule. */
  readonly type?: string;
  /** What stands between the tags. */
  readonly text?: string;
}

interface Case {
  readonly name: string;
  readonly outcome?: Outcome;
}

function suiteLines(name: string, cases: readonly Case[]): string[] {
  const count = (wanted: string) => cases.filter(({ outcome }) => outcome?.tag === wanted).length;
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
  return [
    `  <testsuite${attributes({ name, ...counts })}>`,
    ...cases.flatMap(({ name: title, outcome }) => {
      const tag = `    <testcase${attributes({ name: title, classname: name })}`;
      if (!outcome) return `${tag}/>`;
      const { tag: inner, message, type, text } = outcome;
      const about = attributes({ message, ...(type && { type }) });
      return [`${tag}>`, `      <${inner}${about}${text ? `>${xml(text)}</${inner}>` : '/>'}`, '    </testcase>'];
    }),
    '  </testsuite>',
  ];
}

export const junit = dataReport(
  ({ path, text, problems }, locale) => {
    const at = positions(text);
    const findings = problems.map(({ code, severity, message, span }) => {
      const { line, column } = at(span.start);
      const place = `${line}:${column}`;
      const told = say(words.problem, locale, { severity: severityWords[severity], message });
      // Readers take cases of one name for one: what differs at one place is what is said.
      return { severity, place, name: `${place} ${sayMessage(message, locale)} [${code}]`, message: told, code };
    });
    return { path, findings };
  },

  (files, { failOn, failures, counts }, locale) => {
    const failing = severities.slice(0, severities.indexOf(failOn) + 1);
    const suites = files.flatMap(({ path, findings }) => {
      const cases = findings.map(({ severity, place, name, message, code }): Case => {
        const failure = { tag: 'failure', message, type: code, text: `${path}:${place}` } as const;
        return { name, outcome: failing.includes(severity) ? failure : { tag: 'skipped', message } };
      });
      return suiteLines(path, cases.length ? cases : [{ name: say(words.clean, locale) }]);
    });
    const unchecked = failures.map((message): Case => ({ name: message, outcome: { tag: 'error', message } }));
    const more = unchecked.length ? suiteLines(say(words.unchecked, locale), unchecked) : [];
    const failed = failing.reduce((sum, severity) => sum + counts[severity], 0);
    const tests = files.reduce((sum, { findings }) => sum + Math.max(findings.length, 1), unchecked.length);
    const head = attributes({ name: 'levers', tests, failures: failed, errors: unchecked.length });
    return xmlDocument([`<testsuites${head}>`, ...suites, ...more, '</testsuites>']);
  },
);
