/** What the `.gitignore` files of a repository leave out of a folder, nested ones and exceptions (`!`) included. */
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isWithin } from '../host/isWithin.ts';
import { readRegular } from '../host/readRegular.ts';

/** The most bytes of a `.gitignore` that is read. */
const mostBytes = 2 ** 20;

/** The lines of the file in a folder; none if it has none, or one that cannot be read. */
function linesIn(folder: string): string[] {
  try {
    return readRegular(join(folder, '.gitignore'), mostBytes).toString('utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

/** A path with slashes. */
function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** A line of the file in the folder `prefix` (`a/b`) as it would stand in the file of the outermost folder. */
function below(prefix: string, line: string): string {
  if (prefix === '' || line.startsWith('#') || line.trim() === '') return line;
  const [, no = '', pattern = ''] = /^(!?)(.*)$/s.exec(line) ?? [];
  const folder = prefix.replace(/[\\*?[\] ]/g, '\\$&');
  // A slash at the beginning or in the midst means the way from the folder; without one it holds at any depth.
  return pattern.trimEnd().slice(0, -1).includes('/')
    ? `${no}/${folder}/${pattern.replace(/^\//, '')}`
    : `${no}/${folder}/**/${pattern}`;
}

/** The folder that the files count from: the root of the repository, else the working directory, else `folder` itself. */
function rootOf(folder: string): string {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, '.git'))) return here;
    if (dirname(here) === here) return isWithin(folder, '.') ? resolve('.') : folder;
  }
}

/**
 * Whether a path below the folder `start` is left out, where the folders on the way to it are not. A folder that is left out
 * itself was named on purpose: then only the files in it count.
 */
export function gitIgnore(start: string): (path: string, isFolder: boolean) => boolean {
  const patternsFrom = (top: string) => {
    const known = new Map<string, Ignore>();
    const patternsOf = (folder: string): Ignore => {
      let patterns = known.get(folder);
      if (patterns) return patterns;
      const outer = folder === top ? ignore() : patternsOf(dirname(folder));
      const lines = linesIn(folder);
      const prefix = slashed(relative(top, folder));
      patterns = lines.length
        ? ignore()
            .add(outer)
            .add(lines.map((line) => ({ pattern: below(prefix, line) })))
        : outer;
      known.set(folder, patterns);
      return patterns;
    };
    return (path: string, isFolder: boolean) =>
      patternsOf(dirname(path)).ignores(`${slashed(relative(top, path))}${isFolder ? '/' : ''}`);
  };
  const first = resolve(start);
  const root = rootOf(first);
  const isLeftOut = patternsFrom(first !== root && patternsFrom(root)(first, true) ? first : root);
  return (path, isFolder) => isLeftOut(resolve(path), isFolder);
}
