/** Whether a path is that of a folder or below it. */
import { isAbsolute, relative, sep } from 'node:path';

/** Whether `path` is in the folder `top` or below, by their names alone: links are for the caller to resolve. */
export function isWithin(path: string, top: string): boolean {
  const way = relative(top, path);
  // The relative path to another drive is an absolute one.
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
