/** The setting `levers.rules`: what the manifest lets pass is what has an effect, and the command line says the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { optionsOf, ruleSettings, settingMistakes } from '../../server/src/core/diagnostics/ruleSettings.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { ajv } from '../kit/schemas.ts';
import { it } from '../kit/test.ts';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const setting = json('package.json').contributes.configuration.properties['levers.rules'];
const valid = ajv(false).compile(setting);

const right: unknown[] = [
  {},
  { 'date-order': 'off' },
  { 'coverage-below-four': 'hint', 'unused-exception': 'warning' },
  { 'coverage-below-four': ['error'] },
  { 'coverage-below-four': ['error', { minimumLevers: 6 }] },
  { 'coverage-below-four': ['error', {}] },
];

const wrong: unknown[] = [
  [],
  'off',
  { 'date-order': 'fatal' },
  { 'date-order': true },
  { 'date-ordr': 'off' },
  { 'coverage-below-four': ['fatal'] },
  { 'coverage-below-four': ['error', { minimumLevers: 0 }] },
  { 'coverage-below-four': ['error', { minimumLevers: 2.5 }] },
  { 'coverage-below-four': ['error', { minimumLevers: '3' }] },
  { 'coverage-below-four': ['error', { levers: 3 }] },
  { 'coverage-below-four': ['error', 3] },
];

describe('the setting for the rules', () => {
  it('is described in the manifest as it is read, for each document of its own', () => {
    for (const value of right) assert.ok(valid(value), JSON.stringify([value, valid.errors]));
    for (const value of wrong) assert.ok(!valid(value), JSON.stringify(value));
    assert.equal(setting.scope, 'resource');
    assert.deepEqual(
      Object.keys(setting.properties),
      rules.map(({ code }) => code),
    );
  });

  it('has a word for each mistake on the command line', () => {
    for (const value of right) assert.deepEqual(settingMistakes(value, rules), [], JSON.stringify(value));
    for (const value of wrong) assert.notDeepEqual(settingMistakes(value, rules), [], JSON.stringify(value));
    const [mistake] = settingMistakes({ 'coverage-below-four': ['error', { toString: 3 }] }, rules);
    assert.equal(mistake && sayMessage(mistake, 'en'), '`coverage-below-four` has no option `toString`');
  });

  it('is read with care where no one has checked it', () => {
    for (const value of [...right, ...wrong, null, undefined, 3, { 'coverage-below-four': [[]] }]) {
      const settings = ruleSettings(value);
      for (const rule of rules) {
        for (const [name, number] of Object.entries(optionsOf(rule, settings))) {
          const { minimum, maximum, integer } = rule.options?.[name] ?? assert.fail(name);
          assert.ok(number >= minimum && number <= maximum && (!integer || Number.isInteger(number)));
        }
      }
    }
  });
});
