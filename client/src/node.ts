/** Entry point in a desktop or remote extension host: runs the server as a process. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, start } from './extension.ts';

let extension: Extension | undefined;

export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.mjs');
  extension = start(context, (id, name, options) => {
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient(id, name, { run, debug }, options);
  });
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
