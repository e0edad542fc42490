/** Texts as XML holds them. */
import { printed } from '../printed.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A text as it stands in an attribute or between tags, in one line: no part of it is markup, or obeyed by what prints it.
 * Characters that XML 1.0 does not know are written as in JSON, as `\u001b`.
 */
export function xml(text: string): string {
  const known = text.replace(/[\ufffe\uffff]|\p{Surrogate}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
  return printed([known.replace(/[&<>"']/g, (sign) => entities[sign] as string)]);
}

/** Attributes of a tag, each after a space. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');
}

/** A document of these lines. */
export function xmlDocument(lines: readonly string[]): string {
  return `${['<?xml version="1.0" encoding="utf-8"?>', ...lines].join('\n')}\n`;
}
