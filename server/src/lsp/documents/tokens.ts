/** The tokens that clients were told last of each document, so that only what changed in them is told next. */
import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensDelta } from 'vscode-languageserver';

/** Pushes tokens, given relative to each other as the protocol has them, into a builder. */
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

export class ToldTokens {
  private readonly builders = new Map<string, SemanticTokensBuilder>();

  /** These tokens, with an id by which the client can ask for what changed in them. */
  all(uri: string, tokens: SemanticTokens): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.builders.set(uri, builder);
    push(builder, tokens);
    return builder.build();
  }

  /** What changed from the tokens with an id to these; all of them where that id is not the last one of the document. */
  change(uri: string, previous: string, tokens: SemanticTokens): SemanticTokens | SemanticTokensDelta {
    const builder = this.builders.get(uri);
    if (!builder) return this.all(uri, tokens);
    builder.previousResult(previous);
    push(builder, tokens);
    return builder.buildEdits();
  }

  forget(uri: string): void {
    this.builders.delete(uri);
  }
}
