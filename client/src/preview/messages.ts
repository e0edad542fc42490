/** Messages between a panel and the page in it. */
import type { Fields, Picture, PortfolioPicture } from '../../../server/src/protocol.ts';

/** Editor → page. */
export type ToPage =
  | { readonly type: 'picture'; readonly picture: Picture; readonly locked: boolean; readonly editable: boolean }
  | { readonly type: 'portfolio'; readonly picture: PortfolioPicture }
  /** There is no plan to draw any more: what the page says so long. */
  | { readonly type: 'gone'; readonly note: string }
  /** The table on which the menu was opened shall be copied, or the drawing saved. */
  | { readonly type: 'copyTable' }
  | { readonly type: 'savePicture' }
  /** Where the cursor is: what it stands in, the innermost first. */
  | { readonly type: 'here'; readonly keys: readonly string[] }
  /** What was asked under this number: the fields of a part, undefined where there is none. */
  | { readonly type: 'fields'; readonly id: number; readonly fields?: Fields }
  /** What became of the value that was written under this number: why it was not, empty where it was. */
  | { readonly type: 'written'; readonly id: number; readonly refused: string };

/** Page → editor. */
export type FromPage =
  /** It can take pictures. */
  | { readonly type: 'ready' }
  /** A picture is drawn: the next may come. */
  | { readonly type: 'drawn' }
  /** The cursor shall go to what has this key. */
  | { readonly type: 'go'; readonly key: string }
  /** A menu is opened on the page. */
  | { readonly type: 'menu' }
  /** A text for the clipboard, or for a file of SVG. */
  | { readonly type: 'copied' | 'saved'; readonly text: string }
  /** A new plan shall begin. */
  | { readonly type: 'begin' }
  /** The last change of the text shall be taken back, or made again. */
  | { readonly type: 'undo' | 'redo' }
  /** What can be filled in at what has this key? */
  | { readonly type: 'fields'; readonly id: number; readonly key: string }
  /** A value shall be written. */
  | ({ readonly type: 'write'; readonly id: number } & FilledIn);

/** A value that somebody has filled in. */
export interface FilledIn {
  /** Of the document in which what is there was seen. */
  readonly version: number;
  readonly key: string;
  readonly name: string;
  readonly value: string | readonly string[];
}

function isValue(value: unknown): value is FilledIn['value'] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

/** A message of a page; undefined for anything else. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  switch (message.type) {
    case 'ready':
    case 'drawn':
    case 'begin':
    case 'menu':
    case 'undo':
    case 'redo':
      return { type: message.type };
  }
  const { type, key, id, name, value, version, text } = message as { readonly type: unknown } & Record<string, unknown>;
  if ((type === 'copied' || type === 'saved') && typeof text === 'string') return { type, text };
  if (typeof key !== 'string') return undefined;
  if (type === 'go') return { type, key };
  if (typeof id !== 'number') return undefined;
  if (type === 'fields') return { type, id, key };
  if (type !== 'write' || typeof version !== 'number' || typeof name !== 'string' || !isValue(value)) return undefined;
  return { type, id, version, key, name, value };
}
