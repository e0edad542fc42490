/** The sub-commands of `levers`: the only list of them. What `levers check` does not need is loaded when it is called. */
import type { Command } from '../command.ts';
import { check } from './check.ts';

const others = () => import('./others.ts');

/** By the name that is typed, in the order of the help. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => check,
  fmt: async () => (await others()).fmt,
  diff: async () => (await others()).diff,
  new: async () => (await others()).newPlan,
  brief: async () => (await others()).brief,
  coverage: async () => (await others()).coverage,
  exceptions: async () => (await others()).exceptions,
  catalog: async () => (await others()).catalog,
  explain: async () => (await others()).explain,
  schema: async () => (await others()).schema,
  lsp: async () => (await others()).lsp,
  completion: async () => (await others()).completion,
};

/** All commands with their names. */
export function allCommands(): Promise<[string, Command][]> {
  return Promise.all(Object.entries(commands).map(async ([name, load]) => [name, await load()] as [string, Command]));
}
