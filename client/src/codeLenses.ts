/** Shows titles of plans in code lenses as they are written. */
import type { CodeLensMiddleware } from 'vscode-languageclient';
import { asLabel } from './asWritten.ts';

export const codeLensesAsWritten: NonNullable<CodeLensMiddleware['provideCodeLenses']> = async (
  document,
  cancelled,
  next,
) => {
  const lenses = await next(document, cancelled);
  for (const { command } of lenses ?? []) if (command) command.title = asLabel(command.title);
  return lenses;
};
