/** How a request is answered: cancelled ones are refused, never answered with nothing. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { isRefusal, type Refusal } from '../core/edits/rename.ts';
import { sayMessage } from '../core/i18n/message.ts';
import type { Subject, View } from '../features/view.ts';

/** Where answers come from. */
export interface Desk {
  /** What has to be known before a document can be looked at; undefined when it is known. */
  pending(uri: string): Promise<void> | undefined;
  /** An open document and what it says. */
  subject(uri: string): Subject | undefined;
  /** For whom answers about a document are made. */
  view(uri: string): View;
}

/** Throws what a client gets for a request that it has taken back. */
export function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Lets waiting messages in. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** So many documents are taken for an answer before other messages get their turn. */
const handful = 200;

/** Goes through documents and lets waiting messages in from time to time; refused when it is cancelled. */
export async function* inTurns(uris: Iterable<string>, token: CancellationToken): AsyncIterable<string> {
  let count = 0;
  for (const uri of uris) {
    if (count++ % handful === 0) {
      await nextTurn();
      refuseIfCancelled(token);
    }
    yield uri;
  }
}

/**
 * A handler for requests about one document. Lets waiting messages in first (a cancellation may be among them) and waits
 * for the settings and catalogs that hold for it, then computes in one go. A document that is not open gets `empty`.
 */
export function answer<Params extends { textDocument: { uri: string } }, Result>(
  desk: Desk,
  empty: Result,
  compute: (subject: Subject, params: Params, view: View) => Result,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    const { uri } = params.textDocument;
    refuseIfCancelled(token);
    await nextTurn();
    refuseIfCancelled(token);
    const pending = desk.subject(uri) && desk.pending(uri);
    if (pending) {
      await pending;
      refuseIfCancelled(token);
    }
    const subject = desk.subject(uri);
    return subject ? compute(subject, params, desk.view(uri)) : empty;
  };
}

/** The same for what can wait until all that has just changed is `settled`: its problems are told before it is begun. */
export function answerLast<Params, Result>(
  settled: () => Promise<void>,
  handler: (params: Params, token: CancellationToken) => Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result> {
  return async (params, token) => {
    // A change that was sent at the same time comes in first.
    await nextTurn();
    await nextTurn();
    await settled();
    return handler(params, token);
  };
}

/** An answer, or null for none; the reason of one that is refused goes to the reader as an error. */
export function unlessRefused<T extends object>(result: T | Refusal | undefined, { locale }: View): T | null {
  if (isRefusal(result)) throw new ResponseError(LSPErrorCodes.RequestFailed, sayMessage(result.refused, locale));
  return result ?? null;
}
