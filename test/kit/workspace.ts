/** Folders of a workspace on the disk, what the server is told of them, and what it tells. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver-protocol/node';
import { capable, type Session } from './server.ts';

const root = mkdtempSync(join(tmpdir(), 'levers-workspace-'));
after(() => rmSync(root, { recursive: true }));

let count = 0;

/** A folder of its own for each test, with these files, and the addresses in it. */
export function folder(files: Record<string, string>) {
  const path = join(root, String(count++));
  const write = (name: string, text: string) => {
    mkdirSync(join(path, name, '..'), { recursive: true });
    writeFileSync(join(path, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const uri = (name: string) => `${pathToFileURL(path)}/${name}`;
  const remove = (name: string) => rmSync(join(path, name), { recursive: true });
  return { write, remove, uri, folders: [pathToFileURL(path).href] };
}

export const codes = (diagnostics: readonly Diagnostic[] | undefined) => diagnostics?.map(({ code }) => code);

export const told = (session: Session, ...changes: [uri: string, type: 1 | 2 | 3][]) =>
  session.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });

/** Resolves when the last problems pushed for a file are just these. */
export function exactly(session: Session, uri: string, ...wanted: string[]): Promise<true> {
  return session.until(() => JSON.stringify(codes(session.newest(uri))) === JSON.stringify(wanted) || undefined);
}

export const pulling: ClientCapabilities = {
  ...capable,
  workspace: { ...capable.workspace, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: { ...capable.textDocument, diagnostic: {} },
};
