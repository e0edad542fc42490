/** Our schemas in ajv, strict, with our own keywords. */
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

/** Words in our schemas that tell people and the language server something; they check nothing. */
export const annotations = ['x-zh-CN', 'x-enum', 'x-words', 'x-ref', 'x-also', 'x-introduces', 'x-person', 'x-type'];

export function ajv(strict = true): Ajv {
  const instance = new Ajv({ allErrors: true, allowUnionTypes: true, strict });
  instance.addVocabulary(annotations);
  return instance;
}

export function schemaFile(name: string) {
  return JSON.parse(readFileSync(`schemas/${name}`, 'utf8'));
}
