/** Messages between a panel and the page in it. */
import type { Picture, PortfolioPicture } from '../../../server/src/protocol.ts';

/** Editor → page. */
export type ToPage =
  | { readonly type: 'picture'; readonly picture: Picture; readonly locked: boolean }
  | { readonly type: 'portfolio'; readonly picture: PortfolioPicture }
  /** Where the cursor is: what it stands in, the innermost first. */
  | { readonly type: 'here'; readonly keys: readonly string[] };

/** Page → editor. */
export type FromPage =
  /** It can take pictures. */
  | { readonly type: 'ready' }
  /** A picture is drawn: the next may come. */
  | { readonly type: 'drawn' }
  /** The cursor shall go to what has this key. */
  | { readonly type: 'go'; readonly key: string }
  /** A new plan shall begin. */
  | { readonly type: 'begin' };

/** A message of a page; undefined for anything else. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  if (message.type === 'ready' || message.type === 'drawn' || message.type === 'begin') return { type: message.type };
  if (message.type === 'go' && 'key' in message && typeof message.key === 'string') {
    return { type: 'go', key: message.key };
  }
  return undefined;
}
