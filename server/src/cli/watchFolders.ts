/** Changes of files in folders, as the system tells them. */
import { watch } from 'node:fs';
import { sep } from 'node:path';

/** Something that can be ended. */
export interface Watch {
  close(): void;
}

/**
 * Tells of changes until it is closed. Throws if a folder cannot be watched.
 * @param folders by their absolute paths, each with whether the folders below belong to it
 * @param isLookedAt whether a file counts, by its path from the folder
 * @param failed told of an error that comes later
 */
export function watchFolders(
  folders: ReadonlyMap<string, boolean>,
  isLookedAt: (path: string) => boolean,
  changed: () => void,
  failed: (error: unknown) => void,
): Watch {
  const watchers: Watch[] = [];
  const close = () => {
    for (const watcher of watchers) watcher.close();
  };
  const tops = [...folders].flatMap(([folder, recursive]) => (recursive ? `${folder}${sep}` : []));
  try {
    for (const [folder, recursive] of folders) {
      // What is watched with all below it is not watched folder by folder, too.
      if (tops.some((top) => folder.startsWith(top))) continue;
      const watcher = watch(folder, { recursive }, (_, path) => {
        // The system may not know which file it is.
        if (path === null || isLookedAt(path)) changed();
      });
      watcher.on('error', failed);
      watchers.push(watcher);
    }
  } catch (error) {
    close();
    throw error;
  }
  return { close };
}
