/** Fresh profiles for editors: folders, settings, a display language, an installed extension. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { newTempFolder } from './processes.mjs';

/** @typedef {import('./webHost.mjs').HostOptions} HostOptions */

const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Makes the folders of an editor that nobody has used, with an extension installed if one is given.
 * @param {Pick<HostOptions, 'extension' | 'settings' | 'locale' | 'trust'>} options */
export function newProfile({ extension, settings, locale, trust = true }) {
  const home = newTempFolder();
  const profile = { home, userDataDir: join(home, 'data'), extensionsDir: join(home, 'extensions') };
  mkdirSync(join(profile.userDataDir, 'User'), { recursive: true });
  mkdirSync(profile.extensionsDir);
  writeSettings(profile.userDataDir, { trust, settings });
  if (locale && !locale.startsWith('en')) {
    // The server takes a display language only from a language pack; an empty one switches everything but its own words.
    const vscode = join(home, 'language-pack.json');
    writeFileSync(vscode, '{"contents":{}}');
    writeFileSync(
      join(profile.userDataDir, 'languagepacks.json'),
      JSON.stringify({
        [locale]: {
          hash: 'levers',
          label: locale,
          extensions: [{ extensionIdentifier: { id: 'levers.language-pack' }, version: '1.0.0' }],
          translations: { vscode },
        },
      }),
    );
  }
  if (extension) {
    const { publisher, name, version, files } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
    const installed = join(profile.extensionsDir, `${publisher}.${name}-${version}`);
    // The manifest says what is shipped, here as in the VSIX.
    for (const entry of globSync(['package.json', ...files], { cwd: extension })) {
      cpSync(join(extension, entry), join(installed, entry), { dereference: true });
    }
  }
  return profile;
}

/** The user's settings: ours, and over them those that are given.
 * @param {string} userDataDir @param {Pick<HostOptions, 'settings' | 'trust'>} options */
export function writeSettings(userDataDir, { settings, trust = true }) {
  const all = { ...SETTINGS, 'security.workspace.trust.enabled': !trust, ...settings };
  writeFileSync(join(userDataDir, 'User/settings.json'), JSON.stringify(all, null, 2));
}
