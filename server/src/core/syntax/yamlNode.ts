/**
 * What a YAML library has read, in one form for all libraries. Offsets are UTF-16 units of the text that was read; the end
 * of a block list or map may be anywhere between its last value and what follows.
 */
import type { ParseError } from './parseError.ts';
import type { Scalar } from './tree.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  /** The name after `&` or, of an alias, `*`. */
  readonly anchor?: string | undefined;
}

/** A single value as it was resolved; an empty one has no length. */
export interface YamlScalar extends Place {
  readonly kind: 'scalar';
  readonly style: Scalar['style'];
  readonly value: unknown;
}

export interface YamlList extends Place {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly (YamlNode | undefined)[];
}

export interface YamlMap extends Place {
  readonly kind: 'map';
  readonly flow: boolean;
  /** `value` is undefined where not even a colon stands: `{a}`. */
  readonly pairs: readonly { readonly key: YamlNode; readonly value: YamlNode | undefined }[];
}

/** `*name`, or what else is no value that a plan may have. */
export interface YamlOther extends Place {
  readonly kind: 'alias' | 'other';
}

export type YamlNode = YamlScalar | YamlList | YamlMap | YamlOther;

/** What stands in the first document of a text, and the errors in it; no node: it holds only blanks and comments. */
export interface YamlReading {
  readonly node: YamlNode | undefined;
  readonly errors: readonly ParseError[];
}

/** Reads a text; undefined where that is none for this reader. */
export type YamlReader = (text: string) => YamlReading | undefined;
