/** Document selectors: our language modes, and our file names in any language mode. */
import { catalogLanguage, configLanguage, planLanguage } from '../../server/src/protocol.ts';

/** The names of change plans. */
export const planFiles = '**/*.levers.{yaml,yml}';

/** Change plans. Without schemes: untitled files and virtual workspaces count too. */
export const planSelector = [{ language: planLanguage }, { pattern: planFiles }];

/** Plans, and the files of teams. */
export const selector = [
  ...planSelector,
  { language: catalogLanguage },
  { pattern: '**/levers.catalog.{yaml,yml}' },
  { language: configLanguage },
  { pattern: '**/levers.config.{yaml,yml}' },
];

/** The language mode that a file should have by its name. */
export function languageOf(path: string): string | undefined {
  if (/\.levers\.ya?ml$/i.test(path)) return planLanguage;
  const [, team] = /(?:^|\/)levers\.(catalog|config)\.ya?ml$/.exec(path) ?? [];
  return team && (team === 'config' ? configLanguage : catalogLanguage);
}
