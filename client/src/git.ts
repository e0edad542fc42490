/** The editor's Git, where it is switched on. */
import { extensions, type Uri } from 'vscode';

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly commitDate?: Date;
}

export interface Repository {
  readonly state: { readonly indexChanges: readonly { readonly uri: Uri }[] };
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly Commit[]>;
}

export interface Git {
  getRepository(file: Uri): Repository | null;
  /** The address of a file as a commit has it. */
  toGitUri(file: Uri, ref: string): Uri;
}

interface GitExtension {
  getAPI(version: 1): Git;
}

/** Undefined where the editor has no Git, or it has not been started. Throws where it is switched off. */
export function activeGit(): Git | undefined {
  return extensions.getExtension<GitExtension>('vscode.git')?.exports?.getAPI(1);
}

/** The same, started if it has not been; undefined where it is switched off too. */
export async function startedGit(): Promise<Git | undefined> {
  try {
    return (await extensions.getExtension<GitExtension>('vscode.git')?.activate())?.getAPI(1);
  } catch {
    return undefined;
  }
}
