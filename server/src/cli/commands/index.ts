/** The sub-commands of `levers`: the only list of them. Each is loaded when it is called. */
import type { Command } from '../command.ts';

/** By the name that is typed, in the order of the help. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  brief: async () => (await import('./brief.ts')).brief,
};

/** All commands with their names. */
export function allCommands(): Promise<[string, Command][]> {
  return Promise.all(Object.entries(commands).map(async ([name, load]) => [name, await load()] as [string, Command]));
}
