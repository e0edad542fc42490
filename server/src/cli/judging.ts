/** Settings and catalogs that hold for the plans of a run. */
import type { Locale } from '../core/i18n/message.ts';
import { Catalogs } from './catalogs.ts';
import type { Speak } from './command.ts';
import type { Complaints } from './complaints.ts';
import type { Machine } from './machine.ts';
import { sayUnread } from './plans.ts';
import { type FileSettings, settingsOf } from './settings.ts';

export interface Judging {
  readonly settings: FileSettings;
  readonly catalogs: Catalogs;
}

/** What the options `--rules` and `--catalog` of a call say; undefined, with a message, if the settings cannot be used. */
export function judgingOf(
  {
    values,
    locale,
    speak,
  }: {
    readonly values: { readonly rules: string | undefined; readonly catalog: readonly string[] };
    readonly locale: Locale;
    readonly speak: Speak;
  },
  machine: Machine,
  complaints: Complaints,
): Judging | undefined {
  const settings = settingsOf(values.rules, machine, locale, speak);
  if (!settings) return undefined;
  const named = [...values.catalog, ...settings.catalogs];
  const catalogs = new Catalogs(machine, named);
  for (const path of named) if (!catalogs.use(path)) complaints.failure(sayUnread(path, 'ENOENT', locale));
  return { settings, catalogs };
}
