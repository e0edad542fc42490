/** The setting `levers.rules` as the manifest describes it, and its words; written by schemas/generate.mjs. */
import type { RuleFacts } from '../server/src/core/diagnostics/rule.ts';
import { type Severity, severities } from '../server/src/core/diagnostics/severity.ts';
import { type Locale, say, type Text } from '../server/src/core/i18n/message.ts';
import { rules } from '../server/src/core/rules/index.ts';

const words = {
  all: {
    en: 'Which problems are shown, and how serious they are. A severity stands for each code; for some it is followed by numbers, as in `"coverage-below-four": ["warning", { "minimumLevers": 3 }]`. A single place is allowed by a comment in the plan: `# levers-ignore-next-line CODE: reason`.',
    'zh-CN':
      '显示哪些问题，以及它们的级别。每个代码对应一个级别；有些代码后面还可以写数值，例如 `"coverage-below-four": ["warning", { "minimumLevers": 3 }]`。要允许计划中的某一处，请写注释：`# levers-ignore-next-line 代码: 理由`。',
  },
  rule: { en: '{summary} Default: `{severity}`.', 'zh-CN': '{summary}默认：`{severity}`。' },
  easing: {
    en: '{summary} Default: `{severity}`, one step milder while the plan is a draft.',
    'zh-CN': '{summary}默认：`{severity}`，草稿阶段降低一级。',
  },
  error: { en: 'The plan cannot be trusted.', 'zh-CN': '计划不可信。' },
  warning: { en: 'A reviewer would send the plan back.', 'zh-CN': '审阅者会退回计划。' },
  info: { en: 'A good plan would have it.', 'zh-CN': '好的计划应当具备。' },
  hint: { en: 'A suggestion, not in the list of problems.', 'zh-CN': '建议，不列入问题列表。' },
  off: { en: 'Not looked for.', 'zh-CN': '不检查。' },
} satisfies Record<string, Text>;

/** Beginning of the keys of all words that are written here. */
export const prefix = 'rules.';

const placeholder = (key: string) => `%${prefix}${key}%`;

const levels: readonly (Severity | 'off')[] = ['off', ...severities];

const severity = { enum: levels, enumDescriptions: levels.map((level) => placeholder(`severity.${level}`)) };

/** A pattern for just these codes. */
function anyOf(list: readonly RuleFacts[]): string {
  return `^(${list.map(({ code }) => code).join('|')})$`;
}

/** A number as people would type it: a third is 0.33. The rule itself keeps the exact one. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What is special about a rule: its words, and the options that stand in a list after the severity. */
function propertyOf({ code, severity: own, options }: RuleFacts) {
  const described = { markdownDescription: placeholder(`code.${code}`), default: own };
  if (!options) return described;
  const properties = Object.fromEntries(
    Object.entries(options).map(([name, { default: value, minimum, maximum, integer }]) => [
      name,
      {
        type: integer ? 'integer' : 'number',
        default: rounded(value),
        minimum,
        maximum,
        markdownDescription: placeholder(`code.${code}.${name}`),
      },
    ]),
  );
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, rounded(option.default)]));
  const body = [own, defaults];
  return {
    ...described,
    defaultSnippets: [{ label: JSON.stringify(body), body }],
    items: { type: ['string', 'object'], additionalProperties: false, properties },
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

/** The words of the setting in a language, by their keys in `package.nls.json`. */
export function settingWords(locale: Locale): Record<string, string> {
  const all: Record<string, string> = { [`${prefix}all`]: say(words.all, locale) };
  for (const level of levels) all[`${prefix}severity.${level}`] = say(words[level], locale);
  for (const { code, summary, severity: own, eases, options = {} } of rules) {
    all[`${prefix}code.${code}`] = say(eases ? words.easing : words.rule, locale, {
      summary,
      severity: own,
    });
    for (const [name, { text }] of Object.entries(options)) all[`${prefix}code.${code}.${name}`] = say(text, locale);
  }
  return all;
}
