/** *Show Portfolio*: the panel that compares all plans of the workspace. */
import { commands, type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PortfolioParams, type PortfolioResult, portfolioRequest } from '../../../server/src/protocol.ts';
import { newPlanCommand } from '../newPlan/newPlan.ts';
import type { Overviews } from '../plansView/overviews.ts';
import { LivePage, type PageSource } from './livePage.ts';
import type { ToPage } from './messages.ts';

export const showPortfolioCommand = 'levers.showPortfolio';

const viewType = 'levers.portfolio';

/** The setting: loads over it are told and marked. */
const thresholdSetting = 'levers.portfolio.loadThreshold';

export class PortfolioPanel implements Disposable, PageSource {
  private panel: WebviewPanel | undefined;
  private disposables: readonly Disposable[] = [];
  private readonly serializer: Disposable;
  /** The addresses of the plans that are drawn. */
  private shownPlans: ReadonlySet<string> = new Set();

  constructor(
    private readonly extension: Uri,
    private readonly client: BaseLanguageClient,
    private readonly overviews: Overviews,
  ) {
    this.serializer = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel) => this.adopt(panel),
    });
  }

  dispose(): void {
    this.serializer.dispose();
    this.close();
  }

  show(): void {
    if (this.panel) this.panel.reveal();
    else this.adopt(window.createWebviewPanel(viewType, '', ViewColumn.Active));
  }

  private adopt(panel: WebviewPanel): void {
    this.close();
    this.panel = panel;
    panel.title = l10n.t('Portfolio');
    const page = new LivePage(panel, this, this.extension);
    this.disposables = [
      page,
      this.overviews.look(),
      this.overviews.onDidChange(() => page.changed()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(thresholdSetting) && page.changed()),
    ];
    panel.onDidDispose(() => this.panel === panel && this.close());
  }

  private close(): void {
    for (const disposable of this.disposables) disposable.dispose();
    this.disposables = [];
    this.panel = undefined;
  }

  async picture(): Promise<ToPage> {
    const threshold = workspace.getConfiguration().get<unknown>(thresholdSetting);
    const params: PortfolioParams = { loadThreshold: typeof threshold === 'number' ? threshold : 0 };
    const { picture } = await this.client.sendRequest<PortfolioResult>(portfolioRequest, params);
    this.shownPlans = new Set(picture.plans.map(({ key }) => key));
    return { type: 'portfolio', picture };
  }

  begin(): void {
    void commands.executeCommand(newPlanCommand);
  }

  /** Opens a plan that is drawn. */
  async go(key: string): Promise<void> {
    if (this.shownPlans.has(key)) await window.showTextDocument(this.client.protocol2CodeConverter.asUri(key));
  }
}
