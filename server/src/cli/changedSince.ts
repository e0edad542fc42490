/** Which files were changed since a commit, as git tells it. */
import { changedNames, everywhere, Repository } from './git.ts';
import type { Machine } from './machine.ts';

type GitMachine = Pick<Machine, 'git' | 'shown' | 'identity' | 'exists'>;

/**
 * The files of `found` that must be looked at again: those that were changed, and those of which one was that decides what is
 * found in them (`deciding`). All of them if one of those that concern every plan was changed (`common`: settings, further
 * catalogs). Throws `CannotRun`.
 */
export function changedOf(
  found: ReadonlySet<string>,
  ref: string,
  common: readonly string[],
  deciding: (path: string) => readonly string[],
  machine: GitMachine,
): ReadonlySet<string> {
  const isChanged = changedSince(ref, machine);
  if (common.some(isChanged)) return found;
  return new Set([...found].filter((path) => path === '-' || [path, ...deciding(path)].some(isChanged)));
}

/**
 * A function that says whether a file was changed since a commit: in the working directory as it is now, or not kept by git
 * at all. Throws `CannotRun`.
 */
function changedSince(ref: string, machine: GitMachine): (path: string) => boolean {
  const repository = new Repository(machine, '--since');
  // Before the first commit all is new.
  if (ref === 'HEAD' && !repository.hasCommit(ref)) return () => true;
  const commit = repository.commit(ref);
  const files = (args: readonly string[]) => repository.names(args).map((name) => repository.shown(name));
  const kept = new Set(files(['ls-files', '-z', '--full-name', ...everywhere]));
  const changed = files([...changedNames, commit, ...everywhere]);
  const names = new Set(changed);
  const identities = new Set(changed.filter((path) => machine.exists(path)).map((path) => machine.identity(path)));
  return (path) => {
    const shown = machine.shown(path);
    if (names.has(shown)) return true;
    return machine.exists(path) && (!kept.has(shown) || identities.has(machine.identity(path)));
  };
}
