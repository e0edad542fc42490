/** The shells for which there is a completion script. */
import { bash } from './bash.ts';
import type { CompletedCommand } from './completed.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import { zsh } from './zsh.ts';

export type { CompletedCommand } from './completed.ts';

/** By name, the script for these commands. */
export const shells: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash,
  zsh,
  fish,
  powershell,
};
