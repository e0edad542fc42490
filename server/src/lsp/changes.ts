/** Change bus: what a change of a document, a catalog, a setting, a file or the day means, and for whom, in this order. */
import {
  type ClientCapabilities,
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from 'vscode-languageserver';
import { isTeamPath, teamNames } from '../core/model/parse.ts';
import type { SettingsChange } from './configuration.ts';
import { isTeamDocument } from './documents/openDocuments.ts';
import type { Parts } from './parts.ts';
import { isAddress, isListOf, sound } from './sound.ts';
import { isPlanUri, planNames } from './workspace/files.ts';

/** When more plans than this change at once, all files are scanned again. */
const manyFiles = 200;

/** How often (milliseconds) the server looks whether a new day has begun. */
const dayCheckInterval = 600_000;

/** The URI of a workspace folder, without a slash at the end. */
export function folderUri({ uri }: { readonly uri: string }): string {
  return uri.replace(/\/$/, '');
}

export class Changes {
  constructor(private readonly parts: Parts) {
    const { documents, publisher, scan, diagnostics, overviews } = parts;
    documents.configuration.onDidChange((change) => this.settingsChanged(change));
    scan.onDidStart(() => overviews.openChanged());
    scan.onDidList(({ uris, isReported }) => {
      diagnostics.retain(isReported);
      overviews.retain(uris);
    });
    scan.onDidCheck((results) => {
      for (const [uri, checked] of results) {
        overviews.set(uri, checked?.overview);
        diagnostics.set(uri, checked?.diagnostics);
      }
      diagnostics.wake();
    });
    scan.onDidFinish(() => {
      overviews.schedule();
      diagnostics.wake();
    });
    diagnostics.onDidChangeCatalogs(() => publisher.schedule());
    this.listenToDocuments();
  }

  /** Everything may be checked differently: settings, or the workspace folders they belong to, have changed. */
  settingsChanged(change: SettingsChange): void {
    const { documents, catalogReports, refresher, symbols, scan } = this.parts;
    if (change === 'showing') return void refresher.refresh();
    documents.catalogs.changed();
    catalogReports.invalidate();
    this.findingsChanged();
    symbols.restart();
    scan.restart();
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const { catalogs, configuration } = this.parts.documents;
    catalogs.folders = [...catalogs.folders.filter((folder) => !removed.includes(folder)), ...added];
    for (const folder of removed) configuration.forget(folder);
    this.settingsChanged('judging');
  }

  /** Files or folders have been created, changed or deleted on the disk. */
  filesChanged(events: readonly FileEvent[]): void {
    const { documents, publisher, diagnostics, scan, symbols } = this.parts;
    const deleted = events.filter(({ type }) => type === FileChangeType.Deleted);
    const gone = deleted.flatMap(({ uri }) => scan.removed(uri));
    for (const uri of gone) if (documents.get(uri)) diagnostics.deletedOpen(uri);
    diagnostics.wake();
    for (const { uri } of events) {
      symbols.changed(uri);
      const open = documents.get(uri);
      if (open && documents.lost.look(open)) publisher.changed(open.uri);
    }
    const plans = events.filter(({ uri, type }) => isPlanUri(uri) && type !== FileChangeType.Deleted);
    const teamChanged = [...gone, ...events.map(({ uri }) => uri)].some(isTeamPath);
    if (teamChanged) {
      this.teamFilesChanged();
      symbols.restart();
    }
    if (teamChanged || plans.length > manyFiles) scan.restart();
    else for (const { uri } of plans) scan.written(uri);
  }

  dayChanged(): void {
    this.parts.scan.restart();
    this.findingsChanged();
  }

  private listenToDocuments(): void {
    const { documents, publisher, sentTokens, scan, diagnostics, overviews } = this.parts;
    documents.texts.onDidOpen(({ document }) => {
      diagnostics.opened(document.uri);
      // Files may have changed without an event (a whole folder was deleted, say).
      if (!isTeamDocument(document)) documents.catalogs.reload();
    });
    documents.texts.onDidChangeContent(({ document }) => {
      publisher.changed(document.uri);
      overviews.changed(document.uri);
      if (isTeamDocument(document)) this.openTeamFileChanged(document.uri);
    });
    documents.texts.onDidClose(({ document }) => {
      sentTokens.forget(document.uri);
      publisher.closed(document.uri);
      diagnostics.closed(document.uri);
      overviews.closed(document.uri);
      scan.changed(document.uri);
      if (isTeamDocument(document)) this.teamFilesChanged();
    });
  }

  private openTeamFileChanged(uri: string): void {
    const { documents, overviews } = this.parts;
    documents.catalogs.changed();
    this.findingsChanged(uri);
    overviews.openChanged();
  }

  private teamFilesChanged(): void {
    const { documents, overviews } = this.parts;
    documents.catalogs.reload();
    this.findingsChanged();
    overviews.openChanged();
  }

  /** What is found in open documents may have changed, except in that where the change was made. */
  private findingsChanged(origin?: string): void {
    const { documents, publisher, refresher } = this.parts;
    const others = documents.texts.keys().filter((uri) => uri !== origin);
    for (const uri of others) publisher.changed(uri);
    if (others.length > 0) void refresher.refresh();
  }
}

/** Subscribes to changes that the client reports; to be called when it is ready for requests. `files`: plans count, open or not. */
export function subscribe(connection: Connection, client: ClientCapabilities, files: boolean, changes: Changes): void {
  const { didChangeWatchedFiles, workspaceFolders } = client.workspace ?? {};
  if (didChangeWatchedFiles?.dynamicRegistration) {
    const names = [...teamNames, ...(files ? planNames : [])];
    const watchers: FileSystemWatcher[] = names.map((name) => ({ globPattern: `**/${name}` }));
    // The deletion of a folder may be the only event for the files in it.
    if (files) watchers.push({ globPattern: '**/*', kind: WatchKind.Delete });
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
  }
  if (workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(
      sound(
        (event) => isListOf(event?.added, isAddress) && isListOf(event?.removed, isAddress),
        ({ added, removed }) => changes.foldersChanged(added.map(folderUri), removed.map(folderUri)),
      ),
    );
  }
}

/** Calls `changed` when a new day has begun; keeps no process alive. */
export function watchDay(today: () => string, changed: () => void): void {
  const day = today();
  const timer = setTimeout(() => {
    if (day !== today()) changed();
    watchDay(today, changed);
  }, dayCheckInterval);
  (timer as { unref?: () => void }).unref?.();
}
