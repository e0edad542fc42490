/** Options that several commands have, each said once. */
import { locales } from '../core/i18n/message.ts';
import { dayForm, type Options } from './command.ts';

/** Those of every command. */
export const commonOptions = {
  locale: {
    takes: locales,
    text: { en: 'language of the messages (that of the environment)', 'zh-CN': '提示语言（默认随环境）' },
  },
  help: { text: { en: 'this help', 'zh-CN': '显示本帮助' } },
  version: { text: { en: 'the version', 'zh-CN': '显示版本' } },
} as const satisfies Options;

/** Those of commands that judge plans. */
export const judgingOptions = {
  catalog: {
    takes: 'FILE',
    many: true,
    text: {
      en: 'a further catalog of the team, behind the nearest; may be given several times',
      'zh-CN': '团队的其他目录，排在最近的目录之后；可以写多次',
    },
  },
  today: { takes: dayForm, text: { en: 'the day to take for today', 'zh-CN': '以这一天为今天' } },
  rules: {
    takes: 'FILE',
    text: {
      en: `severities and options of the rules: JSON with "levers.rules", or just what stands
there; goes before levers.config.yaml (else .vscode/settings.json of this folder, where it
exists, for what levers.config.yaml does not say)`,
      'zh-CN': `规则的级别和选项：含 "levers.rules" 的 JSON，或只含其内容的 JSON，
优先于 levers.config.yaml（默认为当前文件夹的 .vscode/settings.json，如果有，
只用于 levers.config.yaml 没有规定的内容）`,
    },
  },
} as const satisfies Options;
