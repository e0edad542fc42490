/** The completion script for PowerShell. */
import { type CompletedCommand, quoted } from './completed.ts';

const text = (words: string) => quoted(words, "''");

/** A list of words, empty where there are none. */
const list = (words: readonly string[]) => `@(${words.map(text).join(', ')})`;

/** A table by command of its first operands, options, and the words of their values; PowerShell offers files where nothing is offered. */
export function powershell(commands: readonly CompletedCommand[]): string {
  const rows = commands.map(({ name, words, options }) => {
    const values = options.filter(({ values }) => values.length > 0);
    const table = values.map((option) => `${text(`--${option.name}`)} = ${list(option.values)}`).join('; ');
    const names = options.map((option) => `--${option.name}`);
    return `    ${text(name)} = @{ Words = ${list(words)}; Options = ${list(names)}; Values = @{ ${table} } }`;
  });
  return `Register-ArgumentCompleter -Native -CommandName levers -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${rows.join('\n')}
    'help' = @{ Words = ${list(commands.map(({ name }) => name))}; Options = @(); Values = @{} }
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $offered = @()
  if ($before.Count -le 1) {
    $offered = @($commands.Keys | Sort-Object)
  } elseif ($commands.ContainsKey($before[1])) {
    $command = $commands[$before[1]]
    if ($before.Count -gt 2 -and $command.Values.ContainsKey($before[-1])) { $offered = $command.Values[$before[-1]] }
    elseif ($wordToComplete -like '-*') { $offered = $command.Options }
    elseif ($before.Count -eq 2) { $offered = $command.Words }
  }
  $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
