/** The client in a desktop or remote extension host: runs the server as a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, start } from './extension.ts';

/** Collects early what keystrokes leave behind (`server/src/lsp/heap.ts`). */
const smallHeap = ['--max-semi-space-size=1', '--heap-growing-percent=70', '--no-parallel-scavenge', '--no-maglev'];

let extension: Extension | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  extension = start(context, (id, name, options) => {
    const run = { module, transport: TransportKind.ipc, options: { execArgv: smallHeap } };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009', ...smallHeap] } };
    return new LanguageClient(id, name, { run, debug }, options);
  });
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
