/** The view Change Plans: all plans of the workspace, their levers and strategies. */
import { commands, Disposable, type Memento, Position, Range, Uri, window } from 'vscode';
import { withTimeout } from '../withTimeout.ts';
import { notListed, type Overviews } from './overviews.ts';
import { PlanTree } from './planTree.ts';
import { openPlanCommand, openStrategyCommand, type Row, type StrategyRow } from './rows.ts';

const viewId = 'levers.plans';

/** A click waits no longer than this (milliseconds) for where it leads. */
const patience = 1000;

/** Set while it is known that there is no plan: the view says what can be done. */
const noPlans = 'levers.noPlans';

async function openPlan(plan: Uri): Promise<void> {
  await window.showTextDocument(plan);
}

/** Commands of the view's menu; the context says which of them there is. */
const sortCommands = { 'levers.sortPlansByHealth': true, 'levers.sortPlansByName': false };
const sortedByHealth = 'levers.plansSortedByHealth';

/** Registers the view. It costs nothing until somebody sees it. `memory` keeps how it is sorted. */
export function plansView(overviews: Overviews, memory: Memento): Disposable {
  const plans = new PlanTree(overviews);
  const sort = async (byHealth: boolean) => {
    plans.sort(byHealth);
    await commands.executeCommand('setContext', sortedByHealth, byHealth);
    await memory.update(sortedByHealth, byHealth);
  };
  void sort(memory.get(sortedByHealth, false));
  const view = window.createTreeView<Row>(viewId, { treeDataProvider: plans, showCollapseAll: true });
  let looking: Disposable | undefined;
  let progress: (() => void) | undefined;

  /** The plan that came to the front and is not selected yet: it may not be in the list yet. */
  let sought: Uri | undefined;
  const reveal = () => {
    const row = sought && plans.row(sought);
    if (!row || !view.visible) return;
    sought = undefined;
    const shown = view.selection.some((selected) => (selected instanceof Uri ? selected : selected.plan) === row);
    if (!shown) {
      // It may be gone from the list in the meantime.
      view.reveal(row, { select: true, focus: false, expand: false }).then(undefined, () => {});
    }
  };
  const seek = () => {
    sought = window.activeTextEditor?.document.uri;
    reveal();
  };
  const showBusy = () => {
    if (!overviews.busy) {
      progress?.();
      progress = undefined;
    } else if (!progress) {
      const over = new Promise<void>((resolve) => {
        progress = resolve;
      });
      void window.withProgress({ location: { viewId } }, () => over);
    }
  };
  const visible = () => {
    if (view.visible) looking ??= overviews.look();
    else {
      looking?.dispose();
      looking = undefined;
    }
    seek();
  };
  const openStrategy = async ({ plan, lever, strategy, found }: StrategyRow) => {
    // Where it stands now: lines may have moved since the row was made. Without an answer, where it stood then.
    const whole = await withTimeout(patience, overviews.whole(plan)).catch(() => undefined);
    const { line, character } = (whole?.levers[lever]?.strategies?.[strategy] ?? found).place;
    const at = new Position(line, character);
    await window.showTextDocument(plan, { selection: new Range(at, at), preview: true });
  };
  visible();
  return Disposable.from(
    view,
    view.onDidChangeVisibility(visible),
    overviews.onDidChange(async (changed) => {
      showBusy();
      const all = await overviews.all();
      view.message = overviews.failed ? notListed() : '';
      const empty = all.length === 0 && !overviews.busy && !overviews.failed;
      void commands.executeCommand('setContext', noPlans, empty);
      plans.refresh(changed, all);
      reveal();
    }),
    window.onDidChangeActiveTextEditor(seek),
    ...Object.entries(sortCommands).map(([name, byHealth]) => commands.registerCommand(name, () => sort(byHealth))),
    commands.registerCommand(openPlanCommand, openPlan),
    commands.registerCommand(openStrategyCommand, openStrategy),
    { dispose: () => looking?.dispose() },
  );
}
