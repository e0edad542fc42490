/** How a request is answered: cancelled ones are refused, never answered with nothing. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Subject } from '../features/view.ts';
import type { Workspace } from './workspace.ts';

function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * A handler for requests about one document. Lets waiting messages in first (a cancellation may be among them), waits
 * for the settings and catalogs that hold for it, then computes in one go. A document that is not open gets `empty`.
 */
export function answer<Params extends { textDocument: { uri: string } }, Result>(
  workspace: Workspace,
  empty: Result,
  compute: (subject: Subject, params: Params) => Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    refuseIfCancelled(token);
    await nextTurn();
    refuseIfCancelled(token);
    const { uri } = params.textDocument;
    const pending = workspace.ready(uri);
    if (pending) {
      await pending;
      refuseIfCancelled(token);
    }
    const subject = workspace.subject(uri);
    return subject ? compute(subject, params) : empty;
  };
}
