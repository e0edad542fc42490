/** Library reader. Reads any text with `yaml`, which goes on behind errors and says what and where they are. */
import { Composer, CST, isAlias, isMap, isScalar, isSeq, type ParsedNode, Parser, type ScalarTag, Schema } from 'yaml';
import { longestExplained, mostErrors } from './limits.ts';
import type { Scalar } from './tree.ts';
import { errorOf } from './yamlError.ts';
import type { YamlNode, YamlReading } from './yamlNode.ts';

/** A text: nothing else begins as it does, so that its value is not tried as anything else. */
const certainText: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  test: /^[^-+.\d~nNtTfF]/,
  resolve: (text) => text,
};

// One for all blocks: the library would make one for each.
const schema = new Schema({
  schema: 'core',
  resolveKnownTags: true,
  customTags: (tags) => [certainText, ...tags],
});

/** Options of the library. */
const reading = {
  prettyErrors: false,
  uniqueKeys: false,
  stringKeys: true,
  strict: true,
  logLevel: 'silent',
  version: '1.2',
  schema,
} as const;

/** Leaves of what stands behind a value (blanks, a comment, or what does not belong there) only as much as is told. */
function shorten(token: CST.Token | null | undefined): void {
  if (token && 'end' in token && token.end && token.end.length > mostErrors) token.end.length = mostErrors;
}

/** The tokens up to the last error that is told: a line of brackets or quotation marks alone makes an error of each. */
function* toldTokens(text: string): Iterable<CST.Token> {
  let errors = 0;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error' && ++errors > mostErrors) return;
    if (token.type === 'document' && text.length > longestExplained) {
      shorten(token.value);
      CST.visit(token, ({ key, value }) => {
        shorten(key);
        shorten(value);
      });
    }
    yield token;
  }
}

const styles: Readonly<Record<string, Scalar['style']>> = {
  QUOTE_DOUBLE: 'double',
  QUOTE_SINGLE: 'single',
  PLAIN: 'plain',
};

function nodeOf(source: ParsedNode): YamlNode {
  const [start, end] = source.range;
  if (isAlias(source)) return { kind: 'alias', start, end, anchor: source.source };
  const { anchor } = source;
  if (isSeq(source)) {
    const items = source.items.map((item) => (item ? nodeOf(item as ParsedNode) : undefined));
    return { kind: 'list', start, end, anchor, flow: source.flow === true, items };
  }
  if (isMap(source)) {
    const pairs = (source.items as { key: ParsedNode; value: ParsedNode | null }[]).map(({ key, value }) => ({
      key: nodeOf(key),
      value: value ? nodeOf(value) : undefined,
    }));
    return { kind: 'map', start, end, anchor, flow: source.flow === true, pairs };
  }
  if (!isScalar(source)) return { kind: 'other', start, end };
  return { kind: 'scalar', start, end, anchor, style: styles[source.type ?? ''] ?? 'block', value: source.value };
}

/** Reads any text. Throws where it nests too deep for the library. */
export function readWithLibrary(text: string): YamlReading {
  const [first] = new Composer(reading).compose(toldTokens(text), true, text.length);
  if (!first) return { node: undefined, errors: [] };
  const { contents, errors, warnings } = first;
  const told = [...errors, ...warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED')];
  return {
    node: contents ? nodeOf(contents as ParsedNode) : undefined,
    errors: told.map((error) => errorOf(error, text)),
  };
}

/** Tags that a value may have by its text alone, in the order in which they are tried. */
const byText = schema.tags.filter(
  (tag): tag is ScalarTag & { test: RegExp } => tag.default === true && 'test' in tag && tag.test instanceof RegExp,
);

/** The value of a plain text as `yaml` resolves it: a number, yes or no, nothing, or the text itself. */
export function plainValue(text: string): unknown {
  const value = byText.find(({ test }) => test.test(text))?.resolve(text, () => {}, {}) ?? text;
  return isScalar(value) ? value.value : value;
}
