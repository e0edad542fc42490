/** The formats of a report: the only list of them. Options, their help and the checks of arguments derive from it. */
import { checkstyle } from './checkstyle.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { rdjson } from './rdjson.ts';
import type { Report } from './report.ts';
import { sarif } from './sarif.ts';
import { type Screen, screenReport } from './screen.ts';
import { text } from './text.ts';
import { unix } from './unix.ts';

/** By the name that `--format` takes; the first is what a call gets that asks for none. */
export const reports = { text, json, sarif, github, gitlab, junit, checkstyle, rdjson, unix } satisfies Record<
  string,
  Report
>;

export type Format = keyof typeof reports;

/** The report of a run: text is told otherwise on a terminal. */
export function reportOf({
  format,
  screen,
}: {
  readonly format: Format;
  readonly screen?: Screen | undefined;
}): Report {
  return format === 'text' && screen ? screenReport(screen) : reports[format];
}

export const formats = Object.keys(reports) as [Format, ...Format[]];
