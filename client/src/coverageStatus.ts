/** How many levers the active plan covers and how it stands: in the status bar, and with the levers that are missing in the language status. */
import {
  commands,
  Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  StatusBarAlignment,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CoverageParams, coverageNotification } from '../../server/src/protocol.ts';
import { asLabel } from './asWritten.ts';
import { showPlanCommand } from './preview/planPanels.ts';
import { planSelector } from './selector.ts';

/** Set when a plan covers enough levers: the walkthrough goes on. */
const fourCovered = 'levers.fourCovered';

export function coverageStatus(client: BaseLanguageClient): Disposable {
  const status = languages.createLanguageStatusItem('levers.coverage', planSelector);
  const bar = window.createStatusBarItem('levers.coverage', StatusBarAlignment.Right, 100);
  for (const item of [status, bar]) item.name = l10n.t('Lever coverage');
  bar.command = showPlanCommand;
  const known = new Map<string, CoverageParams>();
  const show = () => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const coverage = uri === undefined ? undefined : known.get(uri);
    status.busy = uri !== undefined && coverage === undefined;
    if (!coverage) {
      status.text = l10n.t('Levers');
      status.detail = '';
      status.severity = LanguageStatusSeverity.Information;
      bar.hide();
      return;
    }
    const { count, enough, line, standing, summary } = coverage;
    status.text = l10n.t('{0} of 6 levers', count);
    status.detail = asLabel(line);
    status.severity = count < enough ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    bar.text = l10n.t('{0}/6 levers', count);
    bar.tooltip = `${standing}\n\n${summary}`;
    bar.show();
  };
  const received = client.onNotification(coverageNotification, (params: CoverageParams) => {
    known.set(client.protocol2CodeConverter.asUri(params.uri).toString(), params);
    if (params.count >= params.enough) void commands.executeCommand('setContext', fourCovered, true);
    show();
  });
  const switched = window.onDidChangeActiveTextEditor(show);
  const closed = workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  show();
  return Disposable.from(received, switched, closed, status, bar);
}
