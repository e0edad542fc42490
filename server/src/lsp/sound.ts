/**
 * Parameters from the client, checked where they come in: what is kept, or looked at later, has the types that the protocol
 * says. A message of another form is refused: a request with an error, a notification with an error in the log.
 */
import {
  type Connection,
  type DidChangeTextDocumentParams,
  type DidChangeWatchedFilesParams,
  ErrorCodes,
  Range,
  ResponseError,
  TextDocumentIdentifier,
  TextDocumentItem,
  type TextDocuments,
  VersionedTextDocumentIdentifier,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** Whatever a client may send: each part may be missing, or of any type. */
type Unsure<T> = { readonly [Key in keyof T]?: unknown } | null | undefined;

/** Whether parameters are what their type says. */
export type IsSound<Params> = (params: Unsure<Params>) => boolean;

/** A handler that throws an error for parameters of another form, and is not called then. */
export function sound<Params, Rest extends unknown[], Result>(
  isSound: IsSound<Params>,
  handler: (params: Params, ...rest: Rest) => Result,
): (params: Params, ...rest: Rest) => Result {
  return (params, ...rest) => {
    if (!isSound(params as Unsure<Params>)) throw new ResponseError(ErrorCodes.InvalidParams, 'invalid parameters');
    return handler(params, ...rest);
  };
}

export const isText = (value: unknown): value is string => typeof value === 'string';

export function isListOf(value: unknown, isItem: (item: never) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isItem(item as never));
}

/** The address of a file or folder: an object with a `uri`. */
export const isAddress = (value: Unsure<{ uri: string }>) => isText(value?.uri);

/** Parameters about one document. */
export const isAboutDocument: IsSound<{ textDocument: unknown }> = (params) =>
  TextDocumentIdentifier.is(params?.textDocument);

/** A version of a text: what it says, and what it is called. */
export const isVersion = (value: Unsure<{ text: string; name: string }>) => isText(value?.text) && isText(value?.name);

const isTextChange = (change: Unsure<{ text: string; range: Range }>) =>
  isText(change?.text) && (change?.range === undefined || Range.is(change.range));

const isChange: IsSound<DidChangeTextDocumentParams> = (params) =>
  VersionedTextDocumentIdentifier.is(params?.textDocument) && isListOf(params?.contentChanges, isTextChange);

export const areFileChanges: IsSound<DidChangeWatchedFilesParams> = (params) => isListOf(params?.changes, isAddress);

/** The part of a connection that `TextDocuments` listens to. A change that is unsound in part is refused as a whole. */
export function soundTexts(connection: Connection): Parameters<TextDocuments<TextDocument>['listen']>[0] {
  return {
    ...connection,
    onDidOpenTextDocument: (handler) =>
      connection.onDidOpenTextDocument(sound((params) => TextDocumentItem.is(params?.textDocument), handler)),
    onDidChangeTextDocument: (handler) => connection.onDidChangeTextDocument(sound(isChange, handler)),
    onDidCloseTextDocument: (handler) => connection.onDidCloseTextDocument(sound(isAboutDocument, handler)),
  };
}
