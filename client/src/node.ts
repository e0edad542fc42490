/** The client in a desktop or remote extension host: runs the server as a process of its own. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Extension, start } from './extension.ts';

let extension: Extension | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  extension = await start(context, (id, name, options) => {
    const debug = { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
    return new LanguageClient(id, name, { run: { module, transport: TransportKind.ipc }, debug }, options);
  });
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}
