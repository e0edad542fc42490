/** What changed in the tokens of a document. */
import type { SemanticTokensEdit } from 'vscode-languageserver-types';

/** The change from tokens to others as the protocol has it: none, or one that replaces what lies between what they share. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let behind = 0;
  while (behind < shorter - start && before[before.length - 1 - behind] === after[after.length - 1 - behind]) behind++;
  const deleteCount = before.length - start - behind;
  const data = after.slice(start, after.length - behind);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
