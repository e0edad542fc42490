/** Markdown as a reader sees it, by a library: with links made of bare addresses (`https:`), and with HTML let through. */

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}

// It has no types.
const library: {
  readonly linkify: { set(options: { fuzzyLink: boolean }): void };
  parse(markdown: string, environment: object): Token[];
} = require('markdown-it')({
  html: true,
  linkify: true,
});
// It would take `example.org` for an address, as no editor does.
library.linkify.set({ fuzzyLink: false });

/** The kinds of its parts, each once, and the text that is shown. */
export function shown(markdown: string): { kinds: readonly string[]; text: string } {
  const kinds = new Set<string>();
  let text = '';
  const visit = (tokens: readonly Token[]) => {
    for (const { type, content, children } of tokens) {
      kinds.add(type.replace(/_(open|close)$/, ''));
      if (children) visit(children);
      else text += type === 'inline' ? '' : content || '\n';
    }
  };
  visit(library.parse(markdown, {}));
  return { kinds: [...kinds], text };
}
