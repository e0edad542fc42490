/** What can be renamed at the cursor. */
import type { Range } from 'vscode-languageserver-types';
import { isRefusal, type Refusal, renamable } from '../core/edits/rename.ts';
import { rangeOf, type Subject } from './view.ts';

/** The name at an offset, and what stands in the box where the new one is typed; why it must stay; or nothing. */
export function prepareRename(
  subject: Subject,
  offset: number,
): { range: Range; placeholder: string } | Refusal | undefined {
  const one = renamable(subject.reading, offset);
  return one && !isRefusal(one) ? { range: rangeOf(subject, one.span), placeholder: one.name } : one;
}
