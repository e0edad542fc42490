/** The formats of a report: the only list of them. Options, their help and the checks of arguments derive from it. */
import { checkstyle } from './checkstyle.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { rdjson } from './rdjson.ts';
import type { Report } from './report.ts';
import { sarif } from './sarif.ts';
import type { Screen } from './screen.ts';
import { text } from './text.ts';
import { unix } from './unix.ts';

/** By the name that `--format` takes; the first is what a call gets that asks for none. */
export const reports = { text, json, sarif, github, gitlab, junit, checkstyle, rdjson, unix } satisfies Record<
  string,
  Report
>;

export type Format = keyof typeof reports;

let screenReport: typeof import('./screen.ts').screenReport | undefined;

/** Loads the report for a terminal, if there is one: what counts columns takes long to set up. */
export async function loadScreen(screen: Screen | undefined): Promise<void> {
  if (screen) ({ screenReport } = await import('./screen.ts'));
}

/** The report of a run, after `loadScreen`: text is told otherwise on a terminal. */
export function reportOf({
  format,
  screen,
}: {
  readonly format: Format;
  readonly screen?: Screen | undefined;
}): Report {
  return format === 'text' && screen && screenReport ? screenReport(screen) : reports[format];
}

export const formats = Object.keys(reports) as [Format, ...Format[]];
