/** `levers`: arguments and files in, text and an exit code out. */
import { type Locale, localeOf, say, type Text } from '../core/i18n/message.ts';
import { meantOr, readArguments, tokensOf } from './arguments.ts';
import { type Call, type Command, type ExitCode, type Speak, UsageError } from './command.ts';
import { allCommands, commands } from './commands/index.ts';
import { commonOptions } from './commonOptions.ts';
import { commandHelp, overview } from './help.ts';
import type { Machine } from './machine.ts';
import { complaint, printed } from './printed.ts';

const words = {
  noCommand: { en: 'A command is missing. {more}', 'zh-CN': '缺少命令。{more}' },
  command: { en: 'Unknown command: {word}. {more}', 'zh-CN': '未知命令：{word}。{more}' },
  see: { en: '`levers help` lists all commands.', 'zh-CN': '`levers help` 列出所有命令。' },
} satisfies Record<string, Text>;

/** Loads a command. Throws `UsageError` if there is none of this name. */
function load(word: string, speak: Speak): Promise<Command> {
  if (Object.hasOwn(commands, word)) return (commands[word] as () => Promise<Command>)();
  const more = meantOr(words.see, word, Object.keys(commands));
  throw new UsageError(speak(words.command, { word, more }));
}

/** The name of the command, which is the first argument that is no option, and the other arguments. */
async function split(args: readonly string[]): Promise<{ word: string | undefined; rest: string[] }> {
  const [first, ...others] = args;
  if (first !== undefined && !first.startsWith('-')) return { word: first, rest: others };
  // Which option takes the next argument for its value say the commands together.
  const options = Object.assign({}, ...(await allCommands()).map(([, { options }]) => options), commonOptions);
  const token = tokensOf(args, options).find(({ kind }) => kind === 'positional');
  if (!token) return { word: undefined, rest: [...args] };
  return { word: args[token.index], rest: args.filter((_, index) => index !== token.index) };
}

async function help(word: string | undefined, locale: Locale, speak: Speak): Promise<string> {
  return word === undefined
    ? overview(await allCommands(), locale)
    : commandHelp(word, await load(word, speak), locale);
}

async function answer(args: readonly string[], machine: Machine, locale: Locale, speak: Speak): Promise<ExitCode> {
  const { word, rest } = await split(args);
  if (word === undefined || word === 'help') {
    const { values, operands } = readArguments('help', rest, commonOptions, speak);
    if (word === undefined && !values.help && !values.version)
      throw new UsageError(speak(words.noCommand, { more: words.see }));
    machine.out(values.version ? `${machine.version}\n` : await help(operands[0], locale, speak));
    return 0;
  }
  const command = await load(word, speak);
  const { values, operands } = readArguments(word, rest, { ...command.options, ...commonOptions }, speak);
  if (values.version || values.help) {
    machine.out(values.version ? `${machine.version}\n` : commandHelp(word, command, locale));
    return 0;
  }
  const spoken = (values.locale as Locale | undefined) ?? locale;
  const call = { values, operands, locale: spoken, speak: speakIn(spoken) };
  return command.run(call as Call, machine);
}

const speakIn =
  (locale: Locale): Speak =>
  (text, data) =>
    printed([say(text, locale, data)]);

/** Runs `levers` with its arguments. @returns the exit code */
export async function run(args: readonly string[], machine: Machine): Promise<ExitCode> {
  const asked = /(?:^|\n)--locale[=\n](\S+)/.exec(args.join('\n'))?.[1];
  const locale = localeOf(asked ?? machine.language);
  try {
    return await answer(args, machine, locale, speakIn(locale));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    machine.err(complaint(error.message));
    return 2;
  }
}
