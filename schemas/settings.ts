/** `levers.rules` in the manifest and `rules` in a configuration file, with their words; written by schemas/generate.mjs. */
import type { RuleFacts, RuleOption } from '../server/src/core/diagnostics/rule.ts';
import { type Severity, severities } from '../server/src/core/diagnostics/severity.ts';
import { type Locale, say, type Text } from '../server/src/core/i18n/message.ts';
import { same } from '../server/src/core/i18n/phrases.ts';
import { rules } from '../server/src/core/rules/index.ts';
import configSchema from './levers-config.schema.json';

const words = {
  all: {
    en: 'Which problems are shown, and how serious they are. A severity stands for each code; for some it is followed by numbers, as in `"coverage-below-four": ["warning", { "minimumLevers": 3 }]`. A single place is allowed by a comment in the plan: `# levers-ignore-next-line CODE: reason`. A team writes the same under `rules` in `levers.config.yaml`, which the command line reads too and which goes before this setting.',
    'zh-CN':
      '显示哪些问题，以及它们的级别。每个代码对应一个级别；有些代码后面还可以写数值，例如 `"coverage-below-four": ["warning", { "minimumLevers": 3 }]`。要允许计划中的某一处，请写注释：`# levers-ignore-next-line 代码: 理由`。团队应把同样的内容写在 `levers.config.yaml` 的 `rules` 下，命令行也会读取，并优先于本设置。',
  },
  own: { en: 'Default: `{severity}`.', 'zh-CN': '默认：`{severity}`。' },
  easing: {
    en: 'Default: `{severity}`, one step milder while the plan is a draft.',
    'zh-CN': '默认：`{severity}`，草稿阶段降低一级。',
  },
} satisfies Record<string, Text>;

/** Beginning of the keys of all words that are written here. */
export const prefix = 'rules.';

const placeholder = (key: string) => `%${prefix}${key}%`;

const levels: readonly (Severity | 'off')[] = ['off', ...severities];

/** What each severity means. */
const meanings: Readonly<Record<Severity | 'off', Text>> = configSchema.definitions.severity['x-enum'];

const severity = { enum: levels, enumDescriptions: levels.map((level) => placeholder(`severity.${level}`)) };

/** A pattern for just these codes. */
function anyOf(list: readonly RuleFacts[]): string {
  return `^(${list.map(({ code }) => code).join('|')})$`;
}

/** A number as people would type it: a third is 0.33. The rule itself keeps the exact one. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The severity that a rule has where none is set. */
function defaultOf({ severity: own, eases }: RuleFacts, locale: Locale): string {
  return say(eases ? words.easing : words.own, locale, { severity: own });
}

/** The numbers of a rule as properties in the terms of JSON Schema; `described` gives the words about one of them. */
function numbersOf({ options = {} }: RuleFacts, described: (name: string, option: RuleOption) => object) {
  const properties = Object.entries(options).map(([name, option]) => {
    const { default: value, minimum, maximum, integer } = option;
    const type = integer ? 'integer' : 'number';
    return [name, { type, default: rounded(value), minimum, maximum, ...described(name, option) }];
  });
  return { type: ['string', 'object'], additionalProperties: false, properties: Object.fromEntries(properties) };
}

/** What is special about a rule: its words, and the options that stand in a list after the severity. */
function propertyOf(rule: RuleFacts) {
  const { code, severity: own, options } = rule;
  const described = { markdownDescription: placeholder(`code.${code}`), default: own };
  if (!options) return described;
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, rounded(option.default)]));
  const body = [own, defaults];
  return {
    ...described,
    defaultSnippets: [{ label: JSON.stringify(body), body }],
    items: numbersOf(rule, (name) => ({ markdownDescription: placeholder(`code.${code}.${name}`) })),
  };
}

/** The JSON Schema of the setting. What all rules have in common is said once, by patterns. */
export function rulesSetting() {
  const withOptions = rules.filter(({ options }) => options);
  const list = { type: 'array', minItems: 1, maxItems: 2, items: { anyOf: [severity, { type: 'object' }] } };
  return {
    type: 'object',
    scope: 'resource',
    markdownDescription: placeholder('all'),
    default: {},
    additionalProperties: false,
    properties: Object.fromEntries(rules.map((rule) => [rule.code, propertyOf(rule)])),
    allOf: [
      {
        patternProperties: {
          [anyOf(rules.filter(({ options }) => !options))]: severity,
          ...(withOptions.length && { [anyOf(withOptions)]: { anyOf: [severity, list] } }),
        },
      },
    ],
  };
}

/** Words of both languages as our schemas have them. */
function described(title: Text, description: Text) {
  const [english, chinese] = [
    { title: title.en, description: description.en },
    { title: title['zh-CN'], description: description['zh-CN'] },
  ];
  return { ...english, 'x-zh-CN': chinese };
}

/** A rule as a configuration calls it: as its page does, without the period. */
function wordsOf(rule: RuleFacts) {
  const { summary } = rule;
  const title = { en: summary.en.replace(/\.$/, ''), 'zh-CN': summary['zh-CN'].replace(/。$/, '') };
  return described(title, { en: defaultOf(rule, 'en'), 'zh-CN': defaultOf(rule, 'zh-CN') });
}

/** A rule as a configuration may set it, in the terms of our schemas. */
function ruleProperty(rule: RuleFacts) {
  const said = wordsOf(rule);
  const allOf = [{ $ref: '#/definitions/severity' }];
  if (!rule.options) return { ...said, type: 'string', allOf };
  const items = { ...numbersOf(rule, (name, { text }) => described(same(name), text)), allOf };
  return { ...said, type: ['string', 'array'], allOf, minItems: 1, maxItems: 2, items };
}

/** The schema of configuration files: written by hand, but for the rules. */
export function configurationSchema() {
  const { properties } = configSchema;
  const ofRules = Object.fromEntries(rules.map((rule) => [rule.code, ruleProperty(rule)]));
  const list = { type: ['array', 'null'], items: { $ref: '#/definitions/acceptance' } };
  const allowed = rules.filter(({ doc }) => doc.allow);
  const ofAccepted = Object.fromEntries(allowed.map((rule) => [rule.code, { ...wordsOf(rule), ...list }]));
  return {
    ...configSchema,
    properties: {
      ...properties,
      rules: { ...properties.rules, properties: ofRules },
      accepted: { ...properties.accepted, properties: ofAccepted },
    },
  };
}

/** The words of the setting in a language, by their keys in `package.nls.json`. */
export function settingWords(locale: Locale): Record<string, string> {
  const all: Record<string, string> = { [`${prefix}all`]: say(words.all, locale) };
  for (const level of levels) all[`${prefix}severity.${level}`] = say(meanings[level], locale);
  for (const rule of rules) {
    const { code, summary, options = {} } = rule;
    const sentences = [say(summary, locale), defaultOf(rule, locale)];
    all[`${prefix}code.${code}`] = sentences.join(locale === 'en' ? ' ' : '');
    for (const [name, { text }] of Object.entries(options)) all[`${prefix}code.${code}.${name}`] = say(text, locale);
  }
  return all;
}
