/** The client in a desktop or remote extension host: runs the server as a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, start } from './extension.ts';
// What keystrokes leave behind is collected early (`server/src/lsp/heap.ts`), and V8 keeps one thread beside that of the
// server instead of four: each holds memory, and there is work for one.
import flags from './serverFlags.json';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  extension = start(context, (id, name, options) => {
    const run = { module, transport: TransportKind.ipc, options: { execArgv: flags } };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009', ...flags] } };
    return new LanguageClient(id, name, { run, debug }, options);
  });
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
