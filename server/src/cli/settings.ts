/** Settings from a file: an editor's settings, or just the value of `levers.rules`. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { ruleSettings, settingMistakes } from '../core/diagnostics/ruleSettings.ts';
import { defaultSettings, type RuleSettings } from '../core/diagnostics/settings.ts';
import { type Locale, sayMessage, type Text } from '../core/i18n/message.ts';
import { catalogNames } from '../core/model/catalogFile.ts';
import { namedFile } from '../core/model/teamPlaces.ts';
import { rules } from '../core/rules/index.ts';
import type { Speak } from './command.ts';
import type { Machine } from './machine.ts';
import { reasonOf, sayUnread } from './plans.ts';
import { complaint } from './printed.ts';
import { positions } from './report/position.ts';

/** VS Code's settings file of a folder. */
export const editorSettings = '.vscode/settings.json';

const key = 'levers.rules';

/** The settings in a file. */
export interface FileSettings {
  readonly rules: RuleSettings;
  /** `levers.catalogs`: further catalogs of the team, as plain paths below the folder. */
  readonly catalogs: readonly string[];
}

/** A file without valid settings; the message says what is wrong and where. */
class SettingsError extends Error {}

/**
 * The settings in a text (JSON with comments and trailing commas). `bare`: a text without the key `levers.rules` is
 * taken for its value.
 */
export function readSettings(source: string, bare: boolean, locale: Locale): FileSettings {
  const text = source.replace(/^\uFEFF/, '');
  const errors: ParseError[] = [];
  const json: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: !bare });
  const [error] = errors;
  if (error) {
    const { line, column } = positions(text)(error.offset);
    throw new SettingsError(`${line}:${column} ${printParseErrorCode(error.error)}`);
  }
  const all = (json !== null && typeof json === 'object' ? json : {}) as Record<string, unknown>;
  const named = all['levers.catalogs'];
  const catalogs = Array.isArray(named) ? named.flatMap((path) => namedFile(path, catalogNames) ?? []) : [];
  const own = Object.hasOwn(all, key);
  if (!own && !bare) return { rules: ruleSettings(undefined), catalogs };
  const set = own ? all[key] : json;
  const mistakes = settingMistakes(set, rules);
  if (mistakes.length) {
    throw new SettingsError(mistakes.map((mistake) => sayMessage(mistake, locale)).join(locale === 'en' ? '; ' : '；'));
  }
  return { rules: ruleSettings(set), catalogs };
}

export const unusable: Text = {
  en: 'Settings in {path} cannot be used: {reason}',
  'zh-CN': '{path} 中的设置无法使用：{reason}',
};

/** The settings of this run: those of the file that is named, else of the editor; undefined, with a message, if they cannot be used. */
export function settingsOf(
  named: string | undefined,
  machine: Pick<Machine, 'read' | 'err'>,
  locale: Locale,
  speak: Speak,
): FileSettings | undefined {
  const path = named ?? editorSettings;
  try {
    return readSettings(machine.read(path), named !== undefined, locale);
  } catch (error) {
    const reason = reasonOf(error);
    if (named === undefined && (reason === 'ENOENT' || reason === 'ENOTDIR'))
      return { rules: defaultSettings, catalogs: [] };
    const message =
      error instanceof SettingsError ? speak(unusable, { path, reason }) : sayUnread(path, reason, locale);
    machine.err(complaint(message));
    return undefined;
  }
}
