/** How requests are answered: in turns with other messages, and cancelled ones with an error. */
import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { isRefusal, type Refusal } from '../core/edits/rename.ts';
import { sayMessage } from '../core/i18n/message.ts';
import type { Subject, View } from '../features/view.ts';

/** What handlers of requests depend on. */
export interface RequestDeps {
  readonly documents: {
    /** Resolves when the settings and catalogs of a document are known; undefined if they are. */
    ready(uri: string): Promise<void> | undefined;
    subject(uri: string): Subject | undefined;
  };
  /** The view of an open document. */
  view(uri: string): View;
}

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result>;

/** Throws the error that answers a cancelled request. */
export function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

/** Lets messages that have arrived be handled. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** How many documents an answer goes through between two turns for other messages. */
const perTurn = 200;

/** Iterates over documents, with a turn for other messages from time to time; throws when the request is cancelled. */
export async function* inTurns(uris: Iterable<string>, token: CancellationToken): AsyncIterable<string> {
  let count = 0;
  for (const uri of uris) {
    if (count++ % perTurn === 0) {
      await nextTurn();
      refuseIfCancelled(token);
    }
    yield uri;
  }
}

/**
 * A handler for requests about one document. Lets waiting messages in first (a cancellation may be among them), waits
 * for the settings and catalogs of the document, then computes in one go. A document that is not open gets `empty`.
 */
export function answer<Params extends { textDocument: { uri: string } }, Result>(
  { documents, view }: RequestDeps,
  empty: Result,
  compute: (subject: Subject, params: Params, view: View) => Result,
): Handler<Params, Result> {
  return async (params, token) => {
    const { uri } = params.textDocument;
    refuseIfCancelled(token);
    await nextTurn();
    refuseIfCancelled(token);
    const pending = documents.subject(uri) && documents.ready(uri);
    if (pending) {
      await pending;
      refuseIfCancelled(token);
    }
    const subject = documents.subject(uri);
    return subject ? compute(subject, params, view(uri)) : empty;
  };
}

/** Like `answer`, for requests about a position: `compute` gets its offset in the document. */
export function answerAt<Params extends TextDocumentPositionParams, Result>(
  deps: RequestDeps,
  empty: Result,
  compute: (subject: Subject, offset: number, view: View, params: Params) => Result,
): Handler<Params, Result> {
  return answer<Params, Result>(deps, empty, (subject, params, view) =>
    compute(subject, subject.document.offsetAt(params.position), view, params),
  );
}

/** Delays a handler until all recent changes are reported (`settled`): diagnostics go before pictures. */
export function answerLast<Params, Result>(
  settled: () => Promise<void>,
  handler: Handler<Params, Result>,
): Handler<Params, Result> {
  return async (params, token) => {
    // A change that was sent together with the request comes in first.
    await nextTurn();
    await nextTurn();
    await settled();
    return handler(params, token);
  };
}

/** The result, or null for none; a refusal becomes an error that says the reason. */
export function unlessRefused<T extends object>(result: T | Refusal | undefined, { locale }: View): T | null {
  if (isRefusal(result)) throw new ResponseError(LSPErrorCodes.RequestFailed, sayMessage(result.refused, locale));
  return result ?? null;
}
