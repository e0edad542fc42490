/** One plan or file of a team, opened and read. */
import type { Locale } from '../core/i18n/message.ts';
import { isTeamPath, parse, readTeamFile, type TeamReading } from '../core/model/parse.ts';
import type { Plan } from '../core/model/plan.ts';
import { isWhole } from '../core/syntax/parseError.ts';
import type { Utf16 } from '../host/encoding.ts';
import type { Complaints } from './complaints.ts';
import { type Disk, reasonOf, sayUnread, unmarked } from './plans.ts';

export interface OpenFile {
  readonly path: string;
  /** The text with its byte-order mark, if it has one. */
  readonly source: string;
  readonly utf16: Utf16 | undefined;
  /** The reading of the text without that mark. */
  readonly reading: Plan | TeamReading;
}

/** The plan or file of a team at a path (`-`: standard input); undefined, with a complaint, if it cannot be read. */
export function openFile(
  path: string,
  disk: Pick<Disk, 'decode'>,
  locale: Locale,
  complaints: Complaints,
): OpenFile | undefined {
  const unread = (reason: string) => {
    complaints.failure(sayUnread(path, reason, locale));
    return undefined;
  };
  try {
    const opened = disk.decode(path);
    if (!('text' in opened)) return unread(opened.encoding ?? opened.reason);
    const text = unmarked(opened.text);
    const reading = (isTeamPath(path) && readTeamFile(path, { text })) || parse(text);
    const error = reading.errors.find(isWhole);
    return error ? unread(error.kind) : { path, source: opened.text, utf16: opened.utf16, reading };
  } catch (error) {
    return unread(reasonOf(error));
  }
}

/** The same for several paths, those left out that cannot be read. */
export function* openFiles(
  paths: Iterable<string>,
  disk: Pick<Disk, 'decode'>,
  locale: Locale,
  complaints: Complaints,
): Iterable<OpenFile> {
  for (const path of paths) {
    const file = openFile(path, disk, locale, complaints);
    if (file) yield file;
  }
}
