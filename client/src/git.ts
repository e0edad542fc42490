/** The editor's Git, where it is switched on. */
import { type Event, extensions, type Uri } from 'vscode';

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
  /** `initialized` as soon as the repositories of the workspace are known. */
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: Event<Git['state']>;
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

/** Resolves when the repositories of the workspace are known: before, every file seems to be in none. */
function initialized({ state, onDidChangeState }: Git): Promise<void> {
  if (state === 'initialized') return Promise.resolve();
  return new Promise((resolve) => {
    const listening = onDidChangeState(() => {
      listening.dispose();
      resolve();
    });
  });
}

/** The same, started if it has not been, with its repositories; undefined where it is switched off too. */
export async function startedGit(): Promise<Git | undefined> {
  try {
    const git = (await extensions.getExtension<GitExtension>('vscode.git')?.activate())?.getAPI(1);
    if (git) await initialized(git);
    return git;
  } catch {
    return undefined;
  }
}
