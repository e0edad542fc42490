/** Semantic tokens that were sent last of each document, so that a delta is enough the next time. */
import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensDelta } from 'vscode-languageserver';

/** Pushes tokens, encoded as in the protocol (each relative to the one before), into a builder. */
function push(builder: SemanticTokensBuilder, { data }: SemanticTokens): void {
  let [line, character] = [0, 0];
  for (let at = 0; at + 5 <= data.length; at += 5) {
    const [lines, characters, length, type, modifiers] = data.slice(at, at + 5) as [
      number,
      number,
      number,
      number,
      number,
    ];
    line += lines;
    character = lines > 0 ? characters : character + characters;
    builder.push(line, character, length, type, modifiers);
  }
}

export class SentTokens {
  private readonly builders = new Map<string, SemanticTokensBuilder>();

  /** All tokens, with a result id to which the client can request a delta. */
  full(uri: string, tokens: SemanticTokens): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.builders.set(uri, builder);
    push(builder, tokens);
    return builder.build();
  }

  /** The delta to the tokens with the result id `previous`; all tokens if that is not the last one of the document. */
  delta(uri: string, previous: string, tokens: SemanticTokens): SemanticTokens | SemanticTokensDelta {
    const builder = this.builders.get(uri);
    if (!builder) return this.full(uri, tokens);
    builder.previousResult(previous);
    push(builder, tokens);
    return builder.buildEdits();
  }

  forget(uri: string): void {
    this.builders.delete(uri);
  }
}
