/** Which documents are change plans: those of our language, and those of our file names whatever their language mode is. */

export const languageId = 'levers-plan';

/** Without schemes: untitled files and virtual workspaces count too. */
export const selector = [{ language: languageId }, { pattern: '**/*.levers.{yaml,yml}' }];

/** Whether a path has the name of a plan. */
export function isPlanPath(path: string): boolean {
  return /\.levers\.ya?ml$/.test(path);
}
