/** `levers/paste`: pasted lines, so that they end up where they belong. */
import type { Range } from './position.ts';

/** Client → server: the edit for pasted lines, re-indented for where they belong. */
export const pasteRequest = 'levers/paste';

export interface PasteParams {
  readonly textDocument: { readonly uri: string };
  /** What the paste replaces. */
  readonly range: Range;
  readonly text: string;
}

/** An edit; its range begins no later than what the paste replaces. `null`: paste as is. */
export type PasteResult = { readonly range: Range; readonly newText: string } | null;
