/** The help of `levers` and of each command, made of the table of commands. */
import { type Locale, say, type Text } from '../core/i18n/message.ts';
import { valueShown } from './arguments.ts';
import type { Command, Option } from './command.ts';
import { commonOptions } from './commonOptions.ts';

const words = {
  usage: { en: 'Usage: ', 'zh-CN': '用法：' },
  options: { en: ' [options] ', 'zh-CN': ' [选项] ' },
  optionsTitle: { en: 'Options:', 'zh-CN': '选项：' },
  examplesTitle: { en: 'Examples:', 'zh-CN': '示例：' },
  commandsTitle: { en: 'Commands:', 'zh-CN': '命令：' },
  overview: {
    en: 'levers COMMAND [options]\n\nLEVERS change plans (*.levers.yaml) on the command line.',
    'zh-CN': 'levers 命令 [选项]\n\n在命令行中使用 LEVERS 变更计划（*.levers.yaml）。',
  },
  more: {
    en: `\`levers help COMMAND\` explains a command with examples, \`levers --version\` says the version.

Exit code: 0 all is as it should be, 1 something was found, 2 a wrong call, or a file or folder that cannot be read
or written.`,
    'zh-CN': `\`levers help 命令\` 说明一个命令并给出示例，\`levers --version\` 显示版本。

退出码：0 一切正常，1 有发现，2 用法错误，或文件、文件夹无法读取、写入。`,
  },
} satisfies Record<string, Text>;

/** The width of the first column, with the blanks around it. */
const column = 26;

/** A word and what it means, in two columns. A long word has its line to itself. */
function row(word: string, meaning: string): string {
  const start = `  ${word}`;
  const indent = ' '.repeat(column);
  const first = start.length > column - 2 ? `${start}\n${indent}` : start.padEnd(column);
  return `${first}${meaning.replaceAll('\n', `\n${indent}`)}`;
}

function optionRow(name: string, option: Option, locale: Locale): string {
  const value = valueShown(option);
  return row(`--${name}${value && ` ${value}`}`, say(option.text, locale));
}

/** The help of a command. */
export function commandHelp(name: string, command: Command, locale: Locale): string {
  const { summary, operands, about, options, notes, examples } = command;
  const usage = `${say(words.usage, locale)}levers ${name}${say(words.options, locale)}${say(operands, locale)}`;
  const all: [string, Option][] = Object.entries({ ...options, ...commonOptions });
  const paragraphs = [
    usage.trimEnd(),
    say(summary, locale),
    about && say(about, locale),
    [say(words.optionsTitle, locale), ...all.map(([option, what]) => optionRow(option, what, locale))].join('\n'),
    notes && say(notes, locale),
    [
      say(words.examplesTitle, locale),
      ...examples.map(({ call, text }) => `  levers ${call}\n      ${say(text, locale)}`),
    ].join('\n'),
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n')}\n`;
}

/** The list of commands. `commands`: by name. */
export function overview(commands: readonly (readonly [string, Command])[], locale: Locale): string {
  const paragraphs = [
    `${say(words.usage, locale)}${say(words.overview, locale)}`,
    [say(words.commandsTitle, locale), ...commands.map(([name, { summary }]) => row(name, say(summary, locale)))].join(
      '\n',
    ),
    say(words.more, locale),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
