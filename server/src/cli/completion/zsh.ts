/** The completion script for zsh. */
import { type CompletedCommand, quoted } from './completed.ts';

/** Words with what they mean, for `_describe`. */
function described(words: readonly (readonly [string, string])[]): string {
  return words.map(([word, text]) => quoted(`${word}:${text}`, "'\\''")).join(' ');
}

/** What a branch offers, by the command and the word before; files where there is no branch. */
export function zsh(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ values }) => values.length > 0)
      .map((option) => `    '${name} --${option.name}') compadd -- ${option.values.join(' ')}; return ;;`),
  );
  const options = commands.map(
    ({ name, options }) =>
      `      ${name}) offered=(${described(options.map((option) => [`--${option.name}`, option.text]))}) ;;`,
  );
  const operands = commands
    .filter(({ words }) => words.length > 0)
    .map(({ name, words }) => `      ${name}) compadd -- ${words.join(' ')}; return ;;`);
  return `#compdef levers
_levers() {
  local -a offered
  if (( CURRENT == 2 )); then
    offered=(${described(commands.map(({ name, summary }) => [name, summary]))})
    _describe command offered
    return
  fi
  case "$words[2] $words[CURRENT-1]" in
${values.join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    case $words[2] in
${options.join('\n')}
    esac
    _describe option offered
    return
  fi
  if (( CURRENT == 3 )); then
    case $words[2] in
${operands.join('\n')}
      help) compadd -- ${names.join(' ')}; return ;;
    esac
  fi
  _files
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _levers "$@"
else
  compdef _levers levers
fi
`;
}
