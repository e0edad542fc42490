/** The completion script for fish. */
import { type CompletedCommand, quoted } from './completed.ts';

const text = (words: string) => quoted(words.replaceAll('\\', '\\\\'), "\\'");

/** The beginning of a line that holds after a command, `first`: only for what comes right after it. */
function after(command: string, first = false): string {
  const isNext = first ? '; and test (count (commandline -opc)) -eq 2' : '';
  return `complete -c levers -n 'contains -- ${command} (commandline -opc)[2]${isNext}'`;
}

/** A line for each command, option and first operand; fish offers files where no line says otherwise. */
export function fish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, summary, words, options }) => [
    `complete -c levers -n 'test (count (commandline -opc)) -eq 1' -f -a ${name} -d ${text(summary)}`,
    ...(words.length > 0 ? [`${after(name, true)} -f -a ${text(words.join(' '))}`] : []),
    ...options.map(({ name: option, text: meaning, takes, values }) => {
      const value = values.length > 0 ? ` -x -a ${text(values.join(' '))}` : takes ? ' -r' : '';
      return `${after(name)} -l ${option}${value} -d ${text(meaning)}`;
    }),
  ]);
  const names = commands.map(({ name }) => name).join(' ');
  return `${[...lines, `${after('help', true)} -f -a ${text(names)}`].join('\n')}\n`;
}
