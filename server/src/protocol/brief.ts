/** `levers/brief`: the brief of a plan as a page that stands alone. */

/** Client → server: the HTML of the brief of an open plan, in the user's language; null for a document that is none. */
export const briefRequest = 'levers/brief';

export interface BriefParams {
  readonly textDocument: { readonly uri: string };
}

export interface BriefResult {
  /** A whole document without scripts, which loads nothing. */
  readonly html: string;
}
