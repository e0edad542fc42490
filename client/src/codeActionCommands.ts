/** What code actions of the server run in the editor: an exception asks for its reason, *Fix all* tells what it did. */
import { commands, Disposable, l10n, Position, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { type Allow, allowCommand, tellCommand } from '../../server/src/protocol.ts';
import { fixApplied } from './noticeFixes.ts';

/** Writes an exception once its reason is known; nothing where none is given. */
async function allow({ uri, version, position, title, before, after }: Allow): Promise<void> {
  const reason = await window.showInputBox({
    title,
    prompt: l10n.t('Why is this all right? Your reason stands in the plan, for all to read.'),
    validateInput: (text) => (text.trim() ? undefined : l10n.t('An exception needs a reason.')),
    ignoreFocusOut: true,
  });
  if (!reason?.trim()) return;
  const document = await workspace.openTextDocument(Uri.parse(uri));
  if (document.version !== version) {
    window.showWarningMessage(l10n.t('The text has changed meanwhile, so nothing was written. Please try again.'));
    return;
  }
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(position.line, position.character), before + reason.trim() + after);
  if (await workspace.applyEdit(edit)) await fixApplied();
}

async function tell(text: string): Promise<void> {
  const show = l10n.t('Show Problems');
  if ((await window.showInformationMessage(text, show)) === show)
    await commands.executeCommand('workbench.actions.view.problems');
}

export function codeActionCommands(): Disposable {
  return Disposable.from(commands.registerCommand(allowCommand, allow), commands.registerCommand(tellCommand, tell));
}
