/** For whom features answer in tests: someone whose editor takes tab stops. */
import type { View } from '../../server/src/features/view.ts';
import { context } from './problems.ts';

export const view: View = {
  ...context,
  snippets: true,
  insertReplace: false,
  suggestCommand: false,
  startCommands: true,
  documentChanges: true,
  snippetEdits: true,
  rulePage: '{code}',
};
