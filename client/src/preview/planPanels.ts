/** *Show Plan*: a panel that follows the editor, and others that are locked to their plans; restored with the window. */
import {
  commands,
  type Disposable,
  l10n,
  type Memento,
  ProgressLocation,
  type Tab,
  TabInputText,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { planLanguage } from '../../../server/src/protocol.ts';
import { asLabel } from '../asWritten.ts';
import { versionsOf } from '../compare/comparisons.ts';
import type { Versions } from '../compare/versions.ts';
import { newPlanCommand } from '../newPlan/newPlan.ts';
import { notListed, type Overviews } from '../plansView/overviews.ts';
import { languageOf, planFiles } from '../selector.ts';
import { PlanPanel } from './planPanel.ts';
import { isOld, versionOf } from './planVersion.ts';
import { printPlan } from './printPlan.ts';
import { addressNow, rememberRename, renamed } from './renamed.ts';

export const showPlanCommand = 'levers.showPlan';
export const lockPlanCommand = 'levers.lockPlan';
export const unlockPlanCommand = 'levers.unlockPlan';
export const endComparisonCommand = 'levers.endComparison';

const viewType = 'levers.plan';

/** Set when a plan is shown: the walkthrough goes on. */
const planShown = 'levers.planShown';

/** Set while the panel in front is locked to its plan. */
const planLocked = 'levers.planLocked';

/** Set while the panel in front shows its plan compared with another version. */
const planCompared = 'levers.planCompared';

/** Whether something that is open is a plan, by its language mode or its name. */
function isPlan(uri: Uri): boolean {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open?.languageId === planLanguage || languageOf(uri.path) === planLanguage;
}

/** The plan that somebody most likely means: the one in front, else one in sight, else one in a tab. */
export function nearestPlan(): Uri | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const { activeTabGroup, all } = window.tabGroups;
  const textsIn = (tabs: readonly (Tab | undefined)[]) =>
    tabs.flatMap((tab) => (tab?.input instanceof TabInputText ? tab.input.uri : []));
  return [
    // Of a tab that has just come to the front there is no editor yet.
    ...textsIn([activeTabGroup.activeTab]),
    ...editors.flatMap((editor) => editor?.document.uri ?? []),
    ...textsIn(all.flatMap(({ tabs }) => tabs)),
  ].find(isPlan);
}

export class PlanPanels implements Disposable {
  private readonly panels = new Set<PlanPanel>();
  private readonly disposables: readonly Disposable[];

  constructor(
    private readonly extension: Uri,
    /** Where pages for the browser are kept. */
    private readonly storage: Uri,
    private readonly client: BaseLanguageClient,
    private readonly overviews: Overviews,
    /** Of the workspace: what was renamed. */
    memory: Memento,
  ) {
    const serializer = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const kept = typeof state === 'object' && state !== null ? state : {};
        const known = 'uri' in kept ? kept.uri : undefined;
        if (typeof known !== 'string') return panel.dispose();
        const uri = await addressNow(Uri.parse(known), memory);
        this.adopt(uri, panel, 'locked' in kept && kept.locked === true);
      },
    });
    const files = workspace.createFileSystemWatcher(planFiles, false, true);
    this.disposables = [
      serializer,
      files,
      files.onDidCreate((uri) => this.showing(uri)?.fileChanged(true)),
      files.onDidDelete((uri) => this.showing(uri)?.fileChanged(false)),
      window.onDidChangeActiveTextEditor((editor) => this.follow(editor?.document.uri)),
      workspace.onDidRenameFiles((event) => {
        void rememberRename(memory, event);
        for (const panel of this.panels) {
          const now = renamed(panel.plan, event);
          if (now) panel.show(now, versionOf(now));
        }
      }),
    ];
  }

  dispose(): void {
    for (const disposable of [...this.disposables, ...this.panels]) disposable.dispose();
  }

  /**
   * Shows a plan beside the editor: one whose address is given, else the nearest, else one that somebody picks. From a sheet
   * of changes, the plan compared.
   */
  async show(address: unknown): Promise<void> {
    const given = typeof address === 'string' ? Uri.parse(address) : address;
    const versions = versionsOf(given instanceof Uri ? given : window.activeTextEditor?.document.uri);
    if (versions) {
      await this.show(versions.plan);
      this.compare(versions);
      return;
    }
    const uri = given instanceof Uri ? given : (nearestPlan() ?? (await this.pick()));
    if (!uri) return;
    const known = this.showing(uri) ?? (isOld(uri) ? undefined : this.following());
    if (known) {
      known.show(uri, versionOf(uri));
      known.reveal();
    } else {
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.adopt(uri, window.createWebviewPanel(viewType, '', column, { enableFindWidget: true }), isOld(uri));
    }
  }

  /** Shows what is otherwise than in a version, in the panel of the plan, if there is one. */
  compare({ plan, before }: Versions): void {
    this.showing(plan)?.compareWith(before);
    this.setContext();
  }

  /** Shows the plan of the panel in front alone again. */
  endComparison(): void {
    this.front()?.compareWith(undefined);
    this.setContext();
  }

  private front(): PlanPanel | undefined {
    return [...this.panels].find((panel) => panel.active);
  }

  /** Tells the editor which buttons the panel in front has. */
  private setContext(): void {
    const panel = this.front();
    if (!panel) return;
    void commands.executeCommand('setContext', planLocked, panel.isLocked);
    void commands.executeCommand('setContext', planCompared, panel.isCompared);
  }

  /** The panel that shows a plan. */
  private showing(plan: Uri): PlanPanel | undefined {
    return [...this.panels].find((panel) => panel.plan.toString() === plan.toString());
  }

  /** The panel that follows the editor. */
  private following(): PlanPanel | undefined {
    return [...this.panels].find((panel) => !panel.isLocked);
  }

  /** A plan has come to the front. What Git has kept is shown when somebody asks for it. */
  private follow(plan: Uri | undefined): void {
    if (plan && isPlan(plan) && !isOld(plan)) (this.showing(plan) ?? this.following())?.show(plan, versionOf(plan));
  }

  /** Locks the panel in front to its plan, or lets it follow the editor again. */
  lock(locked: boolean): void {
    this.front()?.lock(locked);
    this.setContext();
  }

  /** Opens the page of the plan in front, to be printed: that of a panel, or of an editor. */
  async print(): Promise<void> {
    const shown = this.front()?.plan ?? nearestPlan();
    if (shown) await printPlan(shown, this.client, this.storage);
  }

  /** One of all plans; where there is none, how to get one. */
  private async pick(): Promise<Uri | undefined> {
    const looking = this.overviews.look();
    const location = { location: ProgressLocation.Window, title: l10n.t('Show Plan') };
    const plans = await window.withProgress(location, () => this.overviews.all());
    looking.dispose();
    if (plans.length > 0) {
      const items = plans.map((uri) => {
        const path = workspace.asRelativePath(uri);
        return { label: asLabel(this.overviews.get(uri)?.title || path), description: asLabel(path), uri };
      });
      items.sort((a, b) => a.label.localeCompare(b.label));
      return (await window.showQuickPick(items, { title: l10n.t('Show Plan'), matchOnDescription: true }))?.uri;
    }
    if (this.overviews.failed) {
      void window.showErrorMessage(notListed());
      return undefined;
    }
    const make = l10n.t('New Change Plan');
    const chosen = await window.showInformationMessage(l10n.t('There is no change plan yet.'), make);
    if (chosen) await commands.executeCommand(newPlanCommand);
    return undefined;
  }

  private adopt(uri: Uri, panel: WebviewPanel, locked: boolean): void {
    const shown = new PlanPanel(uri, versionOf(uri), locked, panel, this.client, this.extension);
    this.panels.add(shown);
    void commands.executeCommand('setContext', planShown, true);
    panel.onDidChangeViewState(() => this.setContext());
    panel.onDidDispose(() => {
      shown.dispose();
      this.panels.delete(shown);
    });
  }
}
