/** Lookup paths of a plan's catalog, shared by server and command line. */
import { catalogNames } from './catalogFile.ts';

/**
 * The places where the catalog for a file may stand, the nearest first: its own folder and those above it, up to `top`
 * and not beyond. For a file outside of `top`, or where there is none, only its own folder. Paths or addresses with `/`;
 * none for a file that stands in no folder.
 */
export function catalogPlaces(file: string, top: string | undefined): string[] {
  if (!file.includes('/')) return [];
  let folder = file.slice(0, file.lastIndexOf('/'));
  const last = top !== undefined && (folder === top || folder.startsWith(`${top}/`)) ? top : folder;
  const places: string[] = [];
  for (;;) {
    for (const name of catalogNames) places.push(`${folder}/${name}`);
    if (folder.length <= last.length) return places;
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
}

/**
 * A path that a setting names, relative to a folder, in its plain form; undefined where it is no catalog inside of that
 * folder: whoever wrote the setting, nothing else is ever opened.
 */
export function namedCatalog(path: unknown): string | undefined {
  if (typeof path !== 'string' || /^[\\/]|^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  const steps: string[] = [];
  for (const step of path.split(/[\\/]/)) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  const name = steps.at(-1);
  return catalogNames.some((known) => known === name) ? steps.join('/') : undefined;
}
