/** The files of a workspace: how they are read, and which of them are plans or files of teams. */
import type { Opened } from '../../core/model/catalogFile.ts';
import { isTeamPath } from '../../core/model/parse.ts';
import { planEndings } from '../../core/model/plan.ts';

/** How files are read: from the disk, or whatever a host has instead. */
export interface Files {
  /** A file in the folder `top` or below, both given by their URIs; never rejects. */
  read(uri: string, top: string): Promise<Opened>;
  /** The URIs of all plans and files of teams below a folder; without it, only open documents count. */
  list?(folder: string): Promise<string[]>;
}

/** Glob patterns of the names of plans. */
export const planNames = planEndings.map((ending) => `*${ending}`);

/** Whether a URI has the name of a plan, in upper or lower case. */
export function isPlanUri(uri: string): boolean {
  const name = uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
  return planEndings.some((ending) => name.endsWith(ending));
}

/** Whether a file (or URI) has the name of a plan, or of a file of a team. */
export function isScannedName(uri: string): boolean {
  return isPlanUri(uri) || isTeamPath(uri);
}

/** Whether a URI below a folder is that of a plan or file of a team which a scan of the folder finds. */
export function isScanned(folder: string, uri: string): boolean {
  const steps = uri.split('/').slice(folder.split('/').length);
  return isScannedName(uri) && steps.slice(0, -1).every((step) => step !== 'node_modules' && !step.startsWith('.'));
}
