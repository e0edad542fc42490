/** *Show Plan*: one panel for each plan, opened again with the window. */
import { type Disposable, l10n, type TextDocument, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { planLanguage } from '../../../server/src/protocol.ts';
import { languageOf } from '../selector.ts';
import { PlanPanel } from './planPanel.ts';

export const showPlanCommand = 'levers.showPlan';

const viewType = 'levers.plan';

/** Whether a document is a plan, by its language mode or its name. */
function isPlan({ languageId, uri }: TextDocument): boolean {
  return languageId === planLanguage || languageOf(uri.path) === planLanguage;
}

export class PlanPanels implements Disposable {
  private readonly panels = new Map<string, PlanPanel>();
  private readonly serializer: Disposable;

  constructor(
    private readonly extension: Uri,
    private readonly client: BaseLanguageClient,
  ) {
    this.serializer = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const known = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
        if (typeof known === 'string') this.adopt(Uri.parse(known), panel);
        else panel.dispose();
      },
    });
  }

  dispose(): void {
    this.serializer.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  /** Shows a plan beside the editor: one whose address is given, or the one in front. */
  show(address: unknown): void {
    const front = window.activeTextEditor?.document;
    const given = typeof address === 'string' ? Uri.parse(address) : address;
    const uri = given instanceof Uri ? given : front && isPlan(front) ? front.uri : undefined;
    if (!uri) {
      void window.showInformationMessage(l10n.t('Open a change plan first: its picture appears beside it.'));
      return;
    }
    const known = this.panels.get(uri.toString());
    if (known) known.reveal();
    else {
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.adopt(uri, window.createWebviewPanel(viewType, '', column));
    }
  }

  private adopt(uri: Uri, panel: WebviewPanel): void {
    const key = uri.toString();
    const shown = new PlanPanel(uri, panel, this.client, this.extension);
    this.panels.set(key, shown);
    panel.onDidDispose(() => {
      shown.dispose();
      this.panels.delete(key);
    });
  }
}
