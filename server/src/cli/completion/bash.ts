/** The completion script for bash. */
import type { CompletedCommand } from './completed.ts';

/** A branch of `case` that offers words for what is typed. */
function offering(pattern: string, words: readonly string[]): string {
  return `    ${pattern}) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current")); return ;;`;
}

/** What a branch offers, by the command and the word before; files where there is no branch. */
export function bash(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ values }) => values.length > 0)
      .map((option) => offering(`'${name} --${option.name}'`, option.values)),
  );
  const options = commands.map(({ name, options }) =>
    offering(
      `'${name} -'*`,
      options.map((option) => `--${option.name}`),
    ),
  );
  const operands = commands
    .filter(({ words }) => words.length > 0)
    .map(({ name, words }) => offering(`'${name} '*`, words));
  return `_levers() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${[...names, 'help', '--help', '--version'].join(' ')}' -- "$current"))
    return
  fi
  case "$command $previous" in
${values.join('\n')}
  esac
  case "$command $current" in
${options.join('\n')}
  esac
  [ "$COMP_CWORD" -eq 2 ] || return
  case "$command $current" in
${[...operands, offering("'help '*", names)].join('\n')}
  esac
}
complete -o default -F _levers levers
`;
}
