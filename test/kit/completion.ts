/** Completions of a plan at the `‸` in its text. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import { parse } from '../../server/src/core/model/parse.ts';
import { completion } from '../../server/src/features/completion/completion.ts';
import type { View } from '../../server/src/features/view.ts';
import { cursor } from './cursor.ts';
import { view } from './view.ts';

/** The text without its mark, and what is offered there. */
export function offered(marked: string, eyes: View = view): { text: string; items: CompletionItem[] } {
  const { text, offset } = cursor(marked);
  const document = TextDocument.create('file:///x.levers.yaml', 'levers-plan', 1, text);
  return { text, items: completion({ document, reading: parse(text) }, offset, eyes) };
}

/** What an item is called: the id that stands pale after its title, else its label. */
export function nameOf({ label, labelDetails, filterText = '' }: CompletionItem): string {
  const [pale = label] = labelDetails?.description?.split(' · ') ?? [];
  return filterText.replace(/^[- "']+/, '').startsWith(`${pale} ${label}`) ? pale : label;
}

export const labels = (marked: string, eyes?: View) => offered(marked, eyes).items.map(nameOf);

/** The text after accepting the item with that name; tab stops as they are. */
export function accept(marked: string, label: string, eyes: View = view): string {
  const { text, items } = offered(marked, eyes);
  const item = items.find((candidate) => nameOf(candidate) === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} among ${items.map(nameOf).join(', ')}`);
  const document = TextDocument.create('', '', 1, text);
  const { range, newText } = item.textEdit;
  return text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
}
