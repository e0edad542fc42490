/** What VS Code does by itself while one types, before the server can answer; written by schemas/generate.mjs. */
import { catalogFormat, configFormat, type Format, planFormat, type Shape } from '../server/src/core/schema/schema.ts';

/** The keys of a format: what stands below them, as far as a name alone can tell, and where. */
interface Keys {
  readonly all: ReadonlySet<string>;
  /** Below which only more lines can stand, wherever they are: sections and lists. */
  readonly opening: ReadonlySet<string>;
  /** Which the items of some list may have. */
  readonly ofItems: ReadonlySet<string>;
}

function keysOf({ shape: whole }: Format): Keys {
  const all = new Set<string>();
  const opening = new Set<string>();
  const single = new Set<string>();
  const ofItems = new Set<string>();
  const seen = new Set<Shape>();
  const collect = (shape: Shape, item: boolean) => {
    if (seen.has(shape)) return;
    seen.add(shape);
    for (const key of shape.keys) {
      const inner = shape.key(key) as Shape;
      all.add(key);
      if (item) ofItems.add(key);
      (inner.types.includes('object') || inner.types.includes('array') ? opening : single).add(key);
      collect(inner, false);
    }
    if (shape.items) collect(shape.items, true);
  };
  collect(whole, false);
  // What is a text in one place and a list in another is left to the server, which knows the place.
  for (const key of single) opening.delete(key);
  return { all, opening, ofItems };
}

const nothingMore = '(\\s+#.*|\\s*)$';
const blockSign = `[|>][-+0-9]*${nothingMore}`;
const oneOf = (keys: ReadonlySet<string>) => `(${[...keys, 'x-[\\w-]+'].join('|')})\\s*:`;

/** The language configuration for texts of a format. */
export function languageConfiguration(format: Format): object {
  const { all, opening, ofItems } = keysOf(format);
  const opens = `(${oneOf(opening)}${nothingMore}|[\\w-]+\\s*:\\s+${blockSign})`;
  return {
    comments: { lineComment: '#' },
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: "'", close: "'", notIn: ['string', 'comment'] },
    ],
    surroundingPairs: [
      ['{', '}'],
      ['[', ']'],
      ['"', '"'],
      ["'", "'"],
    ],
    wordPattern: '[^\\s,\\[\\]{}:#"\'，。：；“”（）、]+',
    folding: { offSide: true },
    // Tab on an empty line goes where these say.
    indentationRules: { increaseIndentPattern: `^\\s*(-\\s+)*${opens}`, decreaseIndentPattern: '^\\s+\\}$' },
    // The first that fits is taken.
    onEnterRules: [
      { beforeText: { pattern: `^\\s*-\\s+${opens}` }, action: { indent: 'indent', appendText: '  ' } },
      { beforeText: { pattern: `^\\s*${opens}` }, action: { indent: 'indent' } },
      {
        beforeText: { pattern: `^\\s*-\\s+(${oneOf(ofItems)}(\\s|$)|${blockSign})` },
        action: { indent: 'none', appendText: '  ' },
      },
      // A second Enter goes one level out; below a line of a text it may be an empty line between two paragraphs.
      {
        previousLineText: { pattern: `^\\s*(-(\\s|$)|${oneOf(all)}(\\s|$)|$)` },
        beforeText: { pattern: '^\\s+$' },
        afterText: { pattern: '^\\s*$' },
        action: { indent: 'outdent' },
      },
    ],
  };
}

/** By the id of the language in the manifest. */
export const languages = { 'levers-plan': planFormat, 'levers-catalog': catalogFormat, 'levers-config': configFormat };
