/** What is found is the same in the editor, on the command line, and in the reports that annotate a pull request. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { reports } from '../../server/src/cli/report/index.ts';
import type { Position, Range } from '../../server/src/cli/report/position.ts';
import type { Checked, Sum } from '../../server/src/cli/report/report.ts';
import { check } from '../../server/src/core/check/check.ts';
import { fingerprints } from '../../server/src/core/diagnostics/fingerprint.ts';
import type { Severity } from '../../server/src/core/diagnostics/severity.ts';
import { type Locale, locales } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import { lineStarts } from '../../server/src/core/text/lines.ts';
import { diagnosticOf } from '../../server/src/features/diagnostics.ts';
import { goodPlans, planted } from '../core/planted/index.ts';
import { plantedIn } from '../core/planted/row.ts';
import { folderOf, runLevers } from '../kit/commandLine.ts';
import { cleanPlan, completed } from '../kit/plan.ts';
import { context, problemsOf, unmarked } from '../kit/problems.ts';
import { capable, withServer } from '../kit/server.ts';
import { type Block, blocksOf } from '../kit/spec.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

type Files = Readonly<Record<string, string>>;

/** A problem as the report for programs has it. */
interface Found {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly fingerprint: string;
}

type Region = Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>;

interface Sarif {
  readonly ruleId: string;
  readonly locations: readonly [{ readonly physicalLocation: { readonly region: Region } }];
  readonly partialFingerprints: { readonly 'levers/v1': string };
}

interface Rdjson {
  readonly code: { readonly value: string };
  readonly location: { readonly range: Range };
}

const config = 'levers.config.yaml';
const wrong = cleanPlan.replace('owner: Bo, audience: [agents]', 'owner: 𠮷野, audience: [agnets]');
const examples = textsIn('examples');
const mistaken = Object.values(planted).flat();
const blocks = readdirSync('test/rules').flatMap((name) =>
  name.endsWith('.md') ? blocksOf(readFileSync(`test/rules/${name}`, 'utf8')) : [],
);
const textOf = ({ whole, text }: Block) => unmarked(whole ? text : completed(text));
const isAlone = ({ catalog, config, team, teamConfig, settings }: Block) =>
  !catalog && !config && team.length === 0 && !teamConfig && !settings;

function textsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.levers.yaml'));
  return names.map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}

/** The files of a block; what is set for it, and further catalogs of the team, stand in a configuration beside it. */
function filesOf(block: Block): Files {
  const text = textOf(block);
  const catalogs = (block.catalog ? [text, ...block.team] : block.team).map((catalog, nth) => [
    nth === 0 ? 'levers.catalog.yaml' : `more-${nth}/levers.catalog.yaml`,
    catalog,
  ]);
  const settings = [
    block.config ? text : (block.teamConfig ?? ''),
    block.settings ? `rules: ${JSON.stringify(block.settings)}\n` : '',
    catalogs.length > 1 ? `catalogs: [${catalogs.slice(1).map(([name]) => name)}]\n` : '',
  ].join('');
  return {
    ...(block.config || block.catalog ? {} : { 'a.levers.yaml': text }),
    ...Object.fromEntries(catalogs),
    ...(settings && { [config]: settings }),
  };
}

/** One that cannot be used ends the command: `config.test.ts`. */
const canBeUsed = ({ [config]: text }: Files) =>
  text === undefined || !problemsOf(text, { config: true }).some(({ severity }) => severity === 'error');

const placed = ({ code, range: { start, end } }: Pick<Found, 'code' | 'range'>) =>
  `${code} ${start.line}:${start.column}-${end.line}:${end.column}`;
const said = (found: Found) => `${placed(found)} ${found.severity} ${found.message}`;
const identified = (found: Pick<Found, 'code' | 'range' | 'fingerprint'>) => `${placed(found)} ${found.fingerprint}`;

const severities = ['', 'error', 'warning', 'info', 'hint'] as const;

/** A problem as the editor shows it. */
function shown({ code, severity, message, range: { start, end } }: Diagnostic): string {
  const at = ({ line, character }: typeof start) => ({ line: line + 1, column: character + 1 });
  const range = { start: at(start), end: at(end) };
  return `${placed({ code: String(code), range })} ${severities[severity ?? 0]} ${message}`;
}

/** What code scanning takes of a report. */
function scanned(report: string): string[] {
  return JSON.parse(report).runs[0].results.map((result: Sarif) => {
    const [{ physicalLocation }] = result.locations;
    const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
    const range = { start: { line: startLine, column: startColumn }, end: { line: endLine, column: endColumn } };
    return identified({ code: result.ruleId, range, fingerprint: result.partialFingerprints['levers/v1'] });
  });
}

/** What reviewdog comments on; its columns count bytes of UTF-8. */
function reviewed(report: string, text: string): string[] {
  const starts = lineStarts(text);
  const at = ({ line, column }: Position) => {
    const bytes = Buffer.from(text.slice(starts[line - 1])).subarray(0, column - 1);
    return { line, column: bytes.toString().length + 1 };
  };
  return JSON.parse(report).diagnostics.map(({ code, location: { range } }: Rdjson) =>
    placed({ code: code.value, range: { start: at(range.start), end: at(range.end) } }),
  );
}

/** The annotations of GitHub, which takes ten of a kind. */
function annotations(found: readonly Found[], path: string): string[] {
  const kinds = { error: ['error'], warning: ['warning'], notice: ['info', 'hint'] };
  return Object.entries(kinds).flatMap(([kind, severities]) => {
    const first = found.filter(({ severity }) => severities.includes(severity)).slice(0, 10);
    return first.map(({ code, range: { start, end } }) => {
      const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
      return `::${kind} file=${path},line=${start.line},endLine=${end.line}${columns},title=${code}::`;
    });
  });
}

const sum: Sum = {
  ...{ plans: 1, catalogs: 0, configs: 0, known: 0, failures: [], failOn: 'warning', version: '0.0.0' },
  counts: { error: 0, warning: 0, info: 0, hint: 0 },
  rulePages: () => ({}),
};

/** Compares what the editor and each report say of a plan; gives what is found, without its words. */
function compared(reading: Plan, locale: Locale): string[] {
  const { text } = reading;
  const judged = { ...context, locale };
  const problems = check(reading, judged);
  const file: Checked = {
    ...{ path: 'a.levers.yaml', text, problems, firstFixes: () => new Map() },
    fingerprints: () => fingerprints(reading, problems, (identity) => identity),
  };
  const report = (format: keyof typeof reports) =>
    reports[format].whole([reports[format].part(file, locale)], sum, locale);
  const [{ problems: found }] = JSON.parse(report('json')).files as [{ problems: Found[] }];
  const document = TextDocument.create('file:///a.levers.yaml', 'levers-plan', 1, text);
  assert.deepEqual(
    problems.map((problem) => shown(diagnosticOf({ document, reading }, problem, { ...view, ...judged }))),
    found.map(said),
    text,
  );
  assert.deepEqual(scanned(report('sarif')), found.map(identified), text);
  assert.deepEqual(reviewed(report('rdjson'), text), found.map(placed), text);
  const annotated = report('github').match(/^::\w+ .*?::/gm) ?? [];
  assert.deepEqual(annotated, annotations(found, file.path), text);
  return found.map(identified);
}

describe('the same is found in the editor and', () => {
  it('in each report, in every example, specification and planted mistake, in both languages', () => {
    // What a text shares with another need not be read again.
    const clean = parse(cleanPlan);
    const good = new Map(Object.values(goodPlans).map((text) => [text, parse(text)]));
    const like = new Map<string, Plan | undefined>([
      ...[...examples, ...textsIn('test/plans/bad')].map((text) => [text, undefined] as const),
      ...blocks.filter(isAlone).map((block) => [textOf(block), clean] as const),
      ...mistaken.map((row) => {
        const text = goodPlans[row.plan];
        return [plantedIn(text, row, (lines) => lines).text, good.get(text)] as const;
      }),
      // A character of four bytes; a carriage return alone ends a line too.
      ...['\n', '\r', '\r\n'].map((end) => [wrong.replaceAll('\n', end), undefined] as const),
    ]);
    assert.ok(like.size > 1000, `${like.size} plans`);
    for (const [text, other] of like) {
      const reading = parse(text, other);
      const [english, chinese] = locales.map((locale) => compared(reading, locale));
      assert.deepEqual(chinese, english, text);
    }
  });

  const fixtures = [
    ...[...examples, wrong].map((text) => ({ 'a.levers.yaml': text })),
    ...blocks
      .filter((block) => !isAlone(block))
      .map(filesOf)
      .filter(canBeUsed),
  ];
  const files: Files = Object.fromEntries(
    fixtures.flatMap((fixture, nth) => Object.entries(fixture).map(([name, text]) => [`${nth}/${name}`, text])),
  );
  for (const locale of locales) {
    it(`on the command line, with catalogs, configurations and settings (${locale})`, async () => {
      const folder = folderOf(files);
      const args = ['check', '--format', 'json', '--locale', locale, '--today', context.today];
      const { stdout, stderr } = runLevers(folder, args);
      assert.equal(stderr, '');
      const reported = new Map<string, Found[]>(
        JSON.parse(stdout).files.map(({ path, problems }: { path: string; problems: Found[] }) => [path, problems]),
      );
      assert.deepEqual([...reported.keys()].sort(), Object.keys(files).sort());
      const uri = pathToFileURL(folder).href;
      // As VS Code does, it asks for problems instead of waiting until they are pushed.
      const capabilities = { ...capable, textDocument: { ...capable.textDocument, diagnostic: {} } };
      await withServer({ folders: [uri], capabilities, locale }, async (session) => {
        for (const [path, found] of reported) {
          const document = await session.open(`${uri}/${path}`, files[path] as string, 'yaml');
          const { items } = await document.request<{ items: Diagnostic[] }>('textDocument/diagnostic');
          assert.deepEqual(items.map(shown), found.map(said), `${path}\n${files[path]}`);
          await document.close();
        }
      });
    });
  }
});
