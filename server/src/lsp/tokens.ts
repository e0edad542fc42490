/** The tokens that clients were told last of each document, so that only what changed in them is told next. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import { tokenEdits } from '../features/tokenEdits.ts';

interface Told {
  readonly resultId: string;
  readonly data: readonly number[];
}

export class ToldTokens {
  private readonly told = new Map<string, Told>();
  private count = 0;

  /** These tokens, with an id by which the client can ask for what changed in them. */
  all(uri: string, { data }: SemanticTokens): SemanticTokens & { readonly resultId: string } {
    const resultId = String(++this.count);
    this.told.set(uri, { resultId, data });
    return { resultId, data };
  }

  /** What changed from the tokens with an id to these; all of them where that id is not the last one of the document. */
  change(uri: string, previous: string, tokens: SemanticTokens): SemanticTokens | SemanticTokensDelta {
    const told = this.told.get(uri);
    const now = this.all(uri, tokens);
    if (told?.resultId !== previous) return now;
    return { resultId: now.resultId, edits: tokenEdits(told.data, now.data) };
  }

  forget(uri: string): void {
    this.told.delete(uri);
  }
}
