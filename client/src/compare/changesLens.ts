/** A lens above the first line of a plan that is compared with what Git keeps: how many changes, and the gravest. */
import {
  CodeLens,
  type CodeLensProvider,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  TabInputTextDiff,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { asLabel } from '../asWritten.ts';
import { planSelector } from '../selector.ts';
import { comparePlanCommand } from './comparePlan.ts';
import { compared } from './comparisons.ts';
import { textOf } from './versions.ts';

/** What Git keeps of a plan, if a tab compares it with that. */
function keptBeside(plan: Uri): Uri | undefined {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const diff = inputs.find((input): input is TabInputTextDiff => {
    return (
      input instanceof TabInputTextDiff &&
      input.original.scheme === 'git' &&
      input.modified.toString() === plan.toString()
    );
  });
  return diff?.original;
}

/** Nothing is worked out before the editor asks, and nothing for a plan that no tab compares. */
export function changesLens(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<void>();
  const provider: CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
      const { uri: plan } = document;
      const before = keptBeside(plan);
      if (!before || !workspace.getConfiguration('levers.codeLens', plan).get<boolean>('changes')) return [];
      try {
        if ((await textOf(before)) === document.getText()) return [];
        const answer = await compared(client, { plan, before }, false);
        if (!answer) return [];
        const title = asLabel(answer.summary.replace(/\s+/g, ' '));
        const tooltip = l10n.t('Show what changed');
        return [
          new CodeLens(new Range(0, 0, 0, 0), {
            title,
            tooltip,
            command: comparePlanCommand,
            arguments: [plan, before],
          }),
        ];
      } catch {
        // Git has no text of it: the plan is new.
        return [];
      }
    },
  };
  const registered = [
    changed,
    languages.registerCodeLensProvider(planSelector, provider),
    window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      if ([...opened, ...closed].some(({ input }) => input instanceof TabInputTextDiff)) changed.fire();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('levers.codeLens.changes')) changed.fire();
    }),
  ];
  return {
    dispose() {
      for (const one of registered) one.dispose();
    },
  };
}
