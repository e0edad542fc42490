/** Notices applied quick fixes, which complete a step of the walkthrough. */
import { CodeAction, CodeActionKind, commands } from 'vscode';
import type { CodeActionMiddleware } from 'vscode-languageclient';

/** Set when a fix was applied. */
const problemFixed = 'levers.problemFixed';

/** Says that a fix was applied that has a command of its own. */
export async function fixApplied(): Promise<void> {
  await commands.executeCommand('setContext', problemFixed, true);
}

/** Lets each quick fix that does nothing else afterwards say that it was applied. */
export const noticeFixes: NonNullable<CodeActionMiddleware['provideCodeActions']> = async (
  document,
  range,
  context,
  cancelled,
  next,
) => {
  const actions = await next(document, range, context, cancelled);
  for (const action of actions ?? []) {
    if (
      !(action instanceof CodeAction) ||
      action.command ||
      !action.kind ||
      !CodeActionKind.QuickFix.contains(action.kind)
    )
      continue;
    action.command = { command: 'setContext', title: action.title, arguments: [problemFixed, true] };
  }
  return actions;
};
