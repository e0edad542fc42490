/** What would become of a file, as a unified diff that `git apply` takes. */
import { formatPatch, structuredPatch } from 'diff';
import { printed } from './printed.ts';

/** A text and what becomes of it. */
export interface Change {
  readonly before: string;
  readonly after: string;
}

/** With more lines to take away and to add than this, all lines are taken away and added: looking for less takes too long. */
const mostEdits = 2000;

/** All lines of the one text, then all lines of the other. */
function wholePatch(before: string, after: string) {
  const linesOf = (text: string, sign: string) => {
    const lines = text.split('\n').map((line) => sign + line);
    if (lines.at(-1) === sign) return lines.slice(0, -1);
    return [...lines, '\\ No newline at end of file'];
  };
  const [old, now] = [linesOf(before, '-'), linesOf(after, '+')];
  const count = (lines: string[]) => lines.filter((line) => !line.startsWith('\\')).length;
  const hunk = { oldStart: 1, oldLines: count(old), newStart: 1, newLines: count(now), lines: [...old, ...now] };
  return [hunk];
}

/** A line in which nothing is obeyed; tabs, and the end of a line of Windows, are no harm and stay. */
function harmless(line: string): string {
  const end = line.endsWith('\r') ? '\r' : '';
  const parts = line.slice(0, line.length - end.length).split('\t');
  return parts.map((part) => printed([part])).join('\t') + end;
}

/** The diff of one file, in lines of which none is obeyed by a terminal or by the runner of a build. */
export function unifiedDiff(path: string, { before, after }: Change): string {
  const [oldFileName, newFileName] = /^(?:[/\\]|[A-Za-z]:|\.\.[/\\])/.test(path)
    ? [path, path]
    : [`a/${path}`, `b/${path}`];
  const found = structuredPatch(oldFileName, newFileName, before, after, undefined, undefined, {
    context: 3,
    maxEditLength: mostEdits,
  });
  const patch = found ?? {
    ...{ oldFileName, newFileName, oldHeader: undefined, newHeader: undefined },
    hunks: wholePatch(before, after),
  };
  const headers = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };
  return formatPatch(patch, headers).split('\n').map(harmless).join('\n');
}
