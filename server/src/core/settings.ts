/** What a reader has set for the rules (`levers.rules`): severities and options, read with care from whatever stands there. */
import { type RuleFacts, type RuleOption, type Severity, severities } from './rule.ts';

/** What is set for one rule. */
export interface RuleSetting {
  /** Instead of the rule's own, whatever the state of the plan; `off`: the rule is silent. */
  readonly severity?: Severity | 'off';
  /** Numbers by the names of options. */
  readonly options: Readonly<Record<string, number>>;
}

/** Settings by the code of the rule. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Nothing is set. */
export const defaultSettings: RuleSettings = new Map();

function severityOf(word: unknown): Severity | 'off' | undefined {
  return word === 'off' ? 'off' : severities.find((severity) => severity === word);
}

/**
 * Settings from JSON of the form `{ code: severity | [severity, { option: number }] }`. What has another form is left
 * out: the editor marks it in the settings, and a plan is checked all the same.
 */
export function ruleSettings(json: unknown): RuleSettings {
  const settings = new Map<string, RuleSetting>();
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return settings;
  for (const [code, value] of Object.entries(json)) {
    const [word, more] = Array.isArray(value) ? value : [value];
    const severity = severityOf(word);
    const options: Record<string, number> = {};
    if (more !== null && typeof more === 'object') {
      for (const [name, number] of Object.entries(more)) if (Number.isFinite(number)) options[name] = number as number;
    }
    if (severity || Object.keys(options).length) settings.set(code, { ...(severity && { severity }), options });
  }
  return settings;
}

function within(option: RuleOption, value: number): number {
  const near = Math.min(Math.max(value, option.minimum), option.maximum);
  return option.integer ? Math.round(near) : near;
}

/** The numbers by which a rule judges: those that are set, within the bounds of the option, else the defaults. */
export function optionsOf<Option extends string>(
  rule: RuleFacts<Option>,
  settings: RuleSettings,
): Record<Option, number> {
  const set = settings.get(rule.code)?.options ?? {};
  const options = {} as Record<Option, number>;
  for (const name of Object.keys(rule.options ?? {}) as Option[]) {
    const option = (rule.options as Record<Option, RuleOption>)[name];
    options[name] = within(option, set[name] ?? option.default);
  }
  return options;
}
