/** The language status item: how many levers the active plan covers. */
import { commands, type Disposable, LanguageStatusSeverity, l10n, languages, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CoverageParams, coverageNotification } from '../../server/src/protocol.ts';
import { asLabel } from './asWritten.ts';
import { planSelector } from './selector.ts';

/** Set when a plan covers enough levers: the walkthrough goes on. */
const fourCovered = 'levers.fourCovered';

export function coverageStatus(client: BaseLanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('levers.coverage', planSelector);
  item.name = l10n.t('Lever coverage');
  const known = new Map<string, CoverageParams>();
  const show = () => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const coverage = uri === undefined ? undefined : known.get(uri);
    item.busy = uri !== undefined && coverage === undefined;
    if (!coverage) {
      item.text = l10n.t('Levers');
      item.detail = '';
      item.severity = LanguageStatusSeverity.Information;
      return;
    }
    item.text = l10n.t('{0} of 6 levers', coverage.count);
    item.detail = asLabel(coverage.summary);
    item.severity =
      coverage.count < coverage.enough ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  };
  const received = client.onNotification(coverageNotification, (params: CoverageParams) => {
    known.set(client.protocol2CodeConverter.asUri(params.uri).toString(), params);
    if (params.count >= params.enough) void commands.executeCommand('setContext', fourCovered, true);
    show();
  });
  const switched = window.onDidChangeActiveTextEditor(show);
  const closed = workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString()));
  show();
  return {
    dispose() {
      received.dispose();
      switched.dispose();
      closed.dispose();
      item.dispose();
    },
  };
}
