/** Settings from a file: those of an editor, or just what would stand under `levers.rules` there. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { ruleSettings, settingMistakes } from '../core/diagnostics/ruleSettings.ts';
import type { RuleSettings } from '../core/diagnostics/settings.ts';
import { type Locale, sayMessage } from '../core/i18n/message.ts';
import { namedCatalog } from '../core/model/catalogPlaces.ts';
import { rules } from '../core/rules/index.ts';
import { positions } from './report/position.ts';

/** Where an editor keeps what a team has set for a folder. */
export const editorSettings = '.vscode/settings.json';

const key = 'levers.rules';

/** What a file sets. */
export interface FileSettings {
  readonly rules: RuleSettings;
  /** `levers.catalogs`: further catalogs of the team, as plain paths below the folder. */
  readonly catalogs: readonly string[];
}

/** A file that holds no settings, or wrong ones; the message says what and where. */
export class SettingsError extends Error {}

/**
 * The settings in a text: JSON in which comments and commas at the end are allowed. `bare`: without the key
 * `levers.rules` the whole is taken for what would stand there.
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
  const catalogs = Array.isArray(named) ? named.flatMap((path) => namedCatalog(path) ?? []) : [];
  const own = Object.hasOwn(all, key);
  if (!own && !bare) return { rules: ruleSettings(undefined), catalogs };
  const set = own ? all[key] : json;
  const mistakes = settingMistakes(set, rules);
  if (mistakes.length) {
    throw new SettingsError(mistakes.map((mistake) => sayMessage(mistake, locale)).join(locale === 'en' ? '; ' : '；'));
  }
  return { rules: ruleSettings(set), catalogs };
}
