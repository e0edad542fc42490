/** Lookup paths of a team's files, configuration and catalogs, shared by server and command line. */

/** Whether a path or address has one of these names. */
export function isNamed(path: string, names: readonly string[]): boolean {
  return names.some((name) => path === name || path.endsWith(`/${name}`));
}

/**
 * The places where the file of the team for a plan may stand, the nearest first: the plan's own folder and those above
 * it, up to `top` and not beyond. For a plan outside of `top`, or where there is none, only its own folder. Paths or
 * addresses with `/`; none for a plan that stands in no folder.
 */
export function teamPlaces(plan: string, top: string | undefined, names: readonly string[]): string[] {
  if (!plan.includes('/')) return [];
  let folder = plan.slice(0, plan.lastIndexOf('/'));
  const last = top !== undefined && (folder === top || folder.startsWith(`${top}/`)) ? top : folder;
  const places: string[] = [];
  for (;;) {
    for (const name of names) places.push(`${folder}/${name}`);
    if (folder.length <= last.length) return places;
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
}

/**
 * A path that a setting or a file in `folder` names, in its plain form; undefined where it leads out of the top, or to
 * a file without one of these names: whoever wrote it, nothing else is ever opened. `folder` is a plain path below the
 * top, and so is the result.
 */
export function namedFile(path: unknown, names: readonly string[], folder = ''): string | undefined {
  if (typeof path !== 'string' || /^[\\/]|^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  const steps: string[] = [];
  for (const step of [...folder.split('/'), ...path.split(/[\\/]/)]) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  const name = steps.at(-1);
  return names.some((known) => known === name) ? steps.join('/') : undefined;
}
