/** The client for which features answer in tests; it supports tab stops. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../../server/src/core/model/parse.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import type { Subject, View } from '../../server/src/features/view.ts';
import { context } from './problems.ts';

export const view: View = {
  ...context,
  snippets: true,
  insertReplace: false,
  suggestCommand: false,
  showPlan: false,
  startCommands: true,
  codeActionCommands: false,
  documentChanges: true,
  snippetEdits: true,
  definitionLinks: true,
  rulePage: '{code}',
};

/** An open plan with a text. */
export function opened(text: string): Subject<Plan> {
  return { document: TextDocument.create('file:///x.levers.yaml', 'levers-plan', 1, text), reading: parse(text) };
}
