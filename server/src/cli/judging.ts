/** What the options of a call and the files of the team say of how plans are judged, with complaints where they cannot be used. */
import { check } from '../core/check/check.ts';
import { type Locale, say } from '../core/i18n/message.ts';
import type { TeamFile } from '../core/model/catalogFile.ts';
import type { ConfigFile } from '../core/model/configFile.ts';
import type { Speak } from './command.ts';
import type { Complaints } from './complaints.ts';
import { Judge, type JudgedBy } from './judge.ts';
import type { Machine } from './machine.ts';
import { sayUnread } from './plans.ts';
import { positions } from './report/position.ts';
import { placeShown } from './report/text.ts';
import { settingsOf, unusable } from './settings.ts';

interface JudgingCall {
  readonly values: {
    readonly rules: string | undefined;
    readonly catalog: readonly string[];
    readonly today?: string | undefined;
  };
  readonly locale: Locale;
  readonly speak: Speak;
}

/** What the options in `judgingOptions` say; undefined, with a message, if the settings cannot be used. */
export function judgedBy({ values, locale, speak }: JudgingCall, machine: Machine): JudgedBy | undefined {
  const settings = settingsOf(values.rules, machine, locale, speak);
  if (!settings) return undefined;
  return {
    locale,
    today: values.today ?? machine.today,
    rules: settings.rules,
    rulesFirst: values.rules !== undefined,
    named: { asked: values.catalog, set: settings.catalogs },
  };
}

/** Adds catalogs to the report; complains of those that are not there. */
export function useCatalogs(paths: Iterable<string>, judge: Judge, locale: Locale, complaints: Complaints): void {
  for (const path of paths) if (!judge.catalogs.use(path)) complaints.failure(sayUnread(path, 'ENOENT', locale));
}

/** The judge that the options of a call make; undefined, with a message, if the settings cannot be used. */
export function judgeOf(call: JudgingCall, machine: Machine, complaints: Complaints): Judge | undefined {
  const by = judgedBy(call, machine);
  if (!by) return undefined;
  const judge = new Judge(by, machine);
  useCatalogs([...by.named.asked, ...by.named.set], judge, call.locale, complaints);
  return judge;
}

/** So many mistakes of a configuration are told in its line. */
const mistakesTold = 5;

/** Why a configuration cannot be used, by what is wrong in it; undefined if nothing is. */
function mistakesIn({ name, file }: TeamFile<ConfigFile>, judge: Judge, locale: Locale): string | undefined {
  const errors = check(file, judge.context(name)).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return undefined;
  const at = positions(file.text);
  const told = errors.slice(0, mistakesTold).map(({ span, message: { text, data } }) => {
    return `${placeShown(at(span.start))} ${say(text, locale, data)}`;
  });
  return say(unusable, locale, { path: name, reason: told.join(' ') });
}

/** Whether all configurations can be used that hold for these files or are among them; complains of each that cannot. */
export function canUseConfigs(paths: Iterable<string>, judge: Judge, locale: Locale, complaints: Complaints): boolean {
  for (const path of paths) judge.catalogs.config(path);
  const broken = judge.catalogs.usedConfigs.flatMap((config) => mistakesIn(config, judge, locale) ?? []);
  for (const message of broken) complaints.failure(message);
  return broken.length === 0;
}
