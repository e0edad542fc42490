/** Regular expressions of what is shipped: none takes more than linear time, on whatever text. */
import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { describe } from 'node:test';
import { analyse, type Literal } from 'scslre';
import type { Node, SourceFile } from 'typescript/unstable/ast';
import { isIdentifier, isNewExpression, isRegularExpressionLiteral } from 'typescript/unstable/ast/is';
import { API, type Checker } from 'typescript/unstable/sync';
import { it } from '../kit/test.ts';

/** Where a regular expression stands, and what it is; undefined where that is known only when it is needed. */
interface Found {
  readonly place: string;
  readonly literal: Literal | undefined;
}

/** What is put together when it is needed, by its file, as it is at worst. */
const madeLater: Readonly<Record<string, Literal>> = {
  // Lines that stand no deeper than a column: a number, or none.
  'server/src/core/syntax/linesAround.ts': { source: '\\n {0,}[^ \\r\\n]', flags: 'g' },
};

/** The regular expression that a part of a file is; undefined where it is none. */
function literalAt(node: Node, checker: Checker): Literal | 'later' | undefined {
  if (isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/');
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  if (!isNewExpression(node) || !isIdentifier(node.expression) || node.expression.text !== 'RegExp') return undefined;
  // The type of a constant is its value, also where it is put together from others.
  const [source, flags] = (node.arguments ?? []).map((argument) => checker.getTypeAtLocation(argument));
  if (!source?.isStringLiteralType() || (flags && !flags.isStringLiteralType())) return 'later';
  return { source: source.value, flags: flags?.value ?? '' };
}

/** The regular expressions of the client and the server. */
function regularExpressions(): Found[] {
  const api = new API({ cwd: process.cwd() });
  try {
    const projects = ['tsconfig.json', 'client/src/preview/view/tsconfig.json'];
    const snapshot = api.updateSnapshot({ openProjects: projects.map((path) => `${process.cwd()}/${path}`) });
    const found = new Map<string, Found>();
    for (const { program, checker } of snapshot.getProjects()) {
      for (const path of program.getSourceFileNames()) {
        const name = relative(process.cwd(), path).replaceAll('\\', '/');
        if (!/^(?:client|server)\/src\//.test(name)) continue;
        const file = program.getSourceFile(path) as SourceFile;
        const visit = (node: Node): void => {
          const literal = literalAt(node, checker);
          const start = node.getStart(file);
          const place = `${name}:${file.text.slice(0, start).split('\n').length}`;
          if (literal)
            found.set(`${name} ${start}`, { place, literal: literal === 'later' ? madeLater[name] : literal });
          node.forEachChild(visit);
        };
        visit(file);
      }
    }
    return [...found.values()];
  } finally {
    api.close();
  }
}

/** Why a regular expression may take more than linear time, as `scslre` says it; undefined where it finds nothing. */
function complaint({ place, literal }: Found): string | undefined {
  if (!literal) return `${place}: is put together when it is needed; write it as a constant`;
  const { reports } = analyse(literal);
  if (reports.length === 0) return undefined;
  const reasons = reports.map((report) => {
    const parts = report.type === 'Trade' ? [report.startQuant, report.endQuant] : [report.quant];
    return `${report.type} at ${parts.map(({ raw }) => raw).join(' and ')}, many ${JSON.stringify(report.character.pick)}`;
  });
  return `${place}: /${literal.source}/${literal.flags}\n    ${[...new Set(reasons)].join('\n    ')}`;
}

describe('regular expressions', () => {
  it('take linear time', () => {
    const all = regularExpressions();
    assert.ok(all.length > 500, `${all.length} regular expressions`);
    assert.equal(all.flatMap((one) => complaint(one) ?? []).join('\n'), '');
  });

  it('are complained about where they do not', () => {
    const slow: readonly [string, RegExp][] = [
      ['Move', /[ \t]+$/],
      ['Trade', /^\s*(.*)x/],
      ['Self', /^(?:a+)+b/],
    ];
    for (const [kind, { source, flags }] of slow)
      assert.match(complaint({ place: 'here', literal: { source, flags } }) ?? '', new RegExp(kind));
  });
});
