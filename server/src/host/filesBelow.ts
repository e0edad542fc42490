/** The walk through a folder: which files in it may be plans or catalogs, by their names. */
import { type Dirent, lstatSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { leadsOut } from './isWithin.ts';

/** A file or folder that is not looked into. */
export interface PassedOver {
  readonly path: string;
  /** The code of the system's error; `outside`: a link that leads out of the folder. */
  readonly reason: string;
  /** It is no part of the folder: nothing in there is missed. */
  readonly harmless?: boolean;
}

type Tell = (what: PassedOver) => void;

/** Whether a folder of this name holds no plans of ours. */
const isSkipped = (name: string) => name === 'node_modules' || name.startsWith('.');

/** The code of an error of the system. */
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error);

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** What is passed over at `path`, if that is a link which leads out of the folder `top`, or nowhere. */
export function strayLink(path: string, top: string): PassedOver | undefined {
  try {
    return lstatSync(path).isSymbolicLink() && leadsOut(path, top) ? { path, reason: 'outside' } : undefined;
  } catch (error) {
    return { path, reason: codeOf(error) };
  }
}

/** What stands in a folder, apart from links to folders. */
export interface Inside {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * What stands in the folder `path`, of whose `entries` the system tells. Links to folders are left out, so a walk ends: what
 * they lead to within the folder `top` is found under its own name. `passedOver` is told of those that lead elsewhere.
 */
export function insideOf(path: string, entries: readonly Dirent[], top: string, passedOver: Tell): Inside[] {
  return entries.flatMap((entry) => {
    const { name } = entry;
    if (!entry.isSymbolicLink() || !isFolder(join(path, name))) return { name, isFolder: entry.isDirectory() };
    const stray = isSkipped(name) ? undefined : strayLink(join(path, name), top);
    if (stray) passedOver({ ...stray, harmless: true });
    return [];
  });
}

/**
 * The files below `folder` whose names suit, as paths from there with slashes: links to files, pipes and the like too, since
 * only who reads them can say what they are. Folders that are hidden or called `node_modules` are left out, and what
 * `isLeftOut` says, which is given paths. `passedOver` is told of all other folders that are not looked into.
 */
export async function filesBelow(
  folder: string,
  suits: (name: string) => boolean,
  passedOver: Tell,
  isLeftOut: (path: string, isFolder: boolean) => boolean = () => false,
): Promise<string[]> {
  const found: string[] = [];
  const visit = async (path: string, start: string): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
      passedOver({ path, reason: codeOf(error) });
      return [];
    });
    for (const { name, isFolder } of insideOf(path, entries, folder, passedOver)) {
      if (isFolder ? isSkipped(name) : !suits(name)) continue;
      const inner = join(path, name);
      if (isLeftOut(inner, isFolder)) continue;
      if (isFolder) await visit(inner, `${start}${name}/`);
      else found.push(start + name);
    }
  };
  await visit(folder, '');
  return found;
}
