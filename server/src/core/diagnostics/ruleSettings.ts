/** Parses `levers.rules`, and reports what is wrong with it. */
import type { Message } from '../i18n/message.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { getOrMake } from '../text/getOrMake.ts';
import { nearest } from '../text/spelling.ts';
import type { RuleFacts, RuleOption } from './rule.ts';
import type { RuleSetting, RuleSettings } from './settings.ts';
import { type Severity, severities } from './severity.ts';

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

/** Cache: settings below → settings above → both together. */
const laidOver = new WeakMap<RuleSettings, WeakMap<RuleSettings, RuleSettings>>();

/** Two settings together: what `over` says of a rule holds, its severity and each of its options, and else what `base` says. */
export function rulesLaidOver(base: RuleSettings, over: RuleSettings): RuleSettings {
  if (over.size === 0) return base;
  const overBase = getOrMake(laidOver, base, () => new WeakMap());
  return getOrMake(overBase, over, () => {
    const both = new Map(base);
    for (const [code, { options, ...severity }] of over) {
      const below = base.get(code);
      both.set(code, { ...below, ...severity, options: { ...below?.options, ...options } });
    }
    return both;
  });
}

function within(option: RuleOption, value: number): number {
  const near = Math.min(Math.max(value, option.minimum), option.maximum);
  return option.integer ? Math.round(near) : near;
}

/** The numbers that can be set for a rule. */
type RuleNumbers<Option extends string> = Pick<RuleFacts<Option>, 'code' | 'options'>;

/** Cache: settings → options object of a rule → its numbers. */
const numbersBy = new WeakMap<RuleSettings, Map<object, Readonly<Record<string, number>>>>();
const noNumbers = {};

/** The options of a rule: as set, clamped to the bounds of the option; defaults otherwise. */
export function optionsOf<Option extends string>(
  rule: RuleNumbers<Option>,
  settings: RuleSettings,
): Readonly<Record<Option, number>> {
  if (!rule.options) return noNumbers as Record<Option, number>;
  const ofRules = getOrMake(numbersBy, settings, () => new Map());
  return getOrMake(ofRules, rule.options, () => numbersOf(rule, settings)) as Readonly<Record<Option, number>>;
}

function numbersOf<Option extends string>(rule: RuleNumbers<Option>, settings: RuleSettings): Record<Option, number> {
  const set = settings.get(rule.code)?.options ?? {};
  const options = {} as Record<Option, number>;
  for (const name of Object.keys(rule.options ?? {}) as Option[]) {
    const option = (rule.options as Record<Option, RuleOption>)[name];
    options[name] = within(option, set[name] ?? option.default);
  }
  return options;
}

function unknownCode(code: string, codes: readonly string[]): Message {
  const near = nearest(code, codes);
  return {
    text: near.length
      ? { en: 'there is no rule {code}; did you mean {near}?', 'zh-CN': '没有 {code} 这条规则，是不是想写 {near}？' }
      : { en: 'there is no rule {code}', 'zh-CN': '没有 {code} 这条规则' },
    data: { code: quoted(code), near: alternatives(near.map(quoted)) },
  };
}

function optionMistakes({ code, options }: RuleFacts, numbers: unknown): Message[] {
  if (numbers === null || typeof numbers !== 'object' || Array.isArray(numbers)) {
    const text = { en: '{code}: options stand in braces', 'zh-CN': '{code}：选项应写在花括号中' };
    return [{ text, data: { code: quoted(code) } }];
  }
  return Object.entries(numbers).flatMap(([name, number]): Message[] => {
    const option = options && Object.hasOwn(options, name) ? options[name] : undefined;
    const data = { code: quoted(code), name: quoted(name) };
    if (!option) return [{ text: { en: '{code} has no option {name}', 'zh-CN': '{code} 没有 {name} 这个选项' }, data }];
    const { minimum, maximum, integer } = option;
    const fits = typeof number === 'number' && number >= minimum && number <= maximum;
    if (fits && (!integer || Number.isInteger(number))) return [];
    return [
      {
        text: {
          en: '{name} of {code} is a number from {minimum} to {maximum}',
          'zh-CN': '{code} 的 {name} 应为 {minimum} 至 {maximum} 之间的数字',
        },
        data: { ...data, minimum, maximum },
      },
    ];
  });
}

/** What `ruleSettings` would leave out or correct, for a reader whose settings no editor checks. */
export function settingMistakes(json: unknown, rules: readonly RuleFacts[]): Message[] {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    return [{ text: { en: 'rules and severities stand in braces', 'zh-CN': '规则与级别应写在花括号中' } }];
  }
  const known = new Map(rules.map((rule) => [rule.code, rule]));
  return Object.entries(json).flatMap(([code, value]): Message[] => {
    const rule = known.get(code);
    if (!rule) return [unknownCode(code, [...known.keys()])];
    const [word, ...more]: unknown[] = Array.isArray(value) ? value : [value];
    const mistakes = more.flatMap((numbers) => optionMistakes(rule, numbers));
    if (severityOf(word)) return mistakes;
    const text = { en: '{code} takes one of {words}', 'zh-CN': '{code} 只能是 {words} 之一' };
    return [{ text, data: { code: quoted(code), words: alternatives(['off', ...severities]) } }, ...mistakes];
  });
}
