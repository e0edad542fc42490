/** The formats of a report. */
import { json } from './json.ts';
import type { Format, Report } from './report.ts';
import { text } from './text.ts';

export const reports: Readonly<Record<Format, Report>> = { text, json };
