/** The extension in any host: starts the client, registers commands, views and providers. */
import { commands, type ExtensionContext, env, l10n } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol.ts';
import { codeActionCommands } from './codeActionCommands.ts';
import { codeLensesAsWritten } from './codeLenses.ts';
import { changesLens } from './compare/changesLens.ts';
import { comparePlan, comparePlanCommand } from './compare/comparePlan.ts';
import { Comparisons } from './compare/comparisons.ts';
import { savedVersions } from './compare/versions.ts';
import { coverageStatus } from './coverageStatus.ts';
import { explain, explainCommand, explainLevers, explainLeversCommand, rulePages } from './docs/showDocs.ts';
import { offerLanguageMode } from './languageMode.ts';
import { newFromTemplate, newFromTemplateCommand } from './newPlan/newFromTemplate.ts';
import { newPlan, newPlanCommand } from './newPlan/newPlan.ts';
import { openExample, openExampleCommand } from './newPlan/openExample.ts';
import { noticeFixes } from './noticeFixes.ts';
import { offerName } from './otherName.ts';
import { pasteInPlace } from './paste.ts';
import { Overviews } from './plansView/overviews.ts';
import { plansView } from './plansView/plansView.ts';
import { copyTableCommand, savePictureCommand, takeFromPage } from './preview/livePage.ts';
import {
  endComparisonCommand,
  lockPlanCommand,
  PlanPanels,
  showPlanCommand,
  unlockPlanCommand,
} from './preview/planPanels.ts';
import { PortfolioPanel, showPortfolioCommand } from './preview/portfolioPanel.ts';
import { printPlanCommand } from './preview/printPlan.ts';
import { offerEncoding } from './reopenWithEncoding.ts';
import { selector } from './selector.ts';
import { startHint } from './startHint.ts';

export interface Extension {
  stop(): Promise<void>;
}

/** Makes a client for the host at hand. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Returns before the server is up: commands wait for it by themselves. */
export function start(context: ExtensionContext, makeClient: MakeClient): Extension {
  context.subscriptions.push(
    commands.registerCommand(openExampleCommand, () => openExample(context.extensionUri)),
    commands.registerCommand(explainLeversCommand, () => explainLevers(context.extensionUri)),
    commands.registerCommand(explainCommand, explain),
    rulePages(context.extensionUri),
    offerLanguageMode(context.globalState),
    offerName(context.workspaceState),
    offerEncoding(),
    startHint(),
    codeActionCommands(),
  );
  const initializationOptions: InitializationOptions = {
    locale: env.language,
    rulePage: `command:${explainCommand}?%5B%22{code}%22%5D`,
    suggestCommand: true,
    showPlanCommand: true,
    startCommands: true,
    codeActionCommands: true,
    coverage: true,
    overviews: true,
  };
  const client = makeClient('levers', l10n.t('LEVERS Change Plans'), {
    documentSelector: selector,
    initializationOptions,
    middleware: { provideCodeActions: noticeFixes, provideCodeLenses: codeLensesAsWritten },
  });
  context.subscriptions.push(
    commands.registerCommand(newPlanCommand, (at: unknown) => newPlan(client, context.workspaceState, at)),
    commands.registerCommand(newFromTemplateCommand, (at: unknown) => newFromTemplate(client, at)),
  );
  context.subscriptions.push(savedVersions(), new Comparisons(client), changesLens(client));
  context.subscriptions.push(coverageStatus(client), pasteInPlace(client));
  const overviews = new Overviews(client);
  context.subscriptions.push(overviews, plansView(overviews, context.workspaceState));
  const panels = new PlanPanels(
    context.extensionUri,
    context.globalStorageUri,
    client,
    overviews,
    context.workspaceState,
  );
  const portfolio = new PortfolioPanel(context.extensionUri, client, overviews);
  context.subscriptions.push(
    panels,
    portfolio,
    commands.registerCommand(showPlanCommand, (address: unknown) => panels.show(address)),
    commands.registerCommand(comparePlanCommand, async (at: unknown, from: unknown) => {
      const versions = await comparePlan(at, from);
      if (versions) panels.compare(versions);
    }),
    commands.registerCommand(endComparisonCommand, () => panels.endComparison()),
    commands.registerCommand(lockPlanCommand, () => panels.lock(true)),
    commands.registerCommand(unlockPlanCommand, () => panels.lock(false)),
    commands.registerCommand(printPlanCommand, () => panels.print()),
    commands.registerCommand(copyTableCommand, () => takeFromPage('copyTable')),
    commands.registerCommand(savePictureCommand, () => takeFromPage('savePicture')),
    commands.registerCommand(showPortfolioCommand, () => portfolio.show()),
  );
  // The client shows a failure itself.
  const started = client.start().catch(() => {});
  return {
    async stop() {
      await started;
      if (client.isRunning()) await client.stop();
    },
  };
}
