/** "New Change Plan": asks questions and drafts a plan; answers are kept until the plan is saved, to continue later. */
import { commands, l10n, type Memento, ProgressLocation, Selection, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type Answers,
  type DraftParams,
  type DraftResult,
  draftRequest,
  type Question,
  type QuestionParams,
  questionRequest,
} from '../../../server/src/protocol.ts';
import { asLabel } from '../asWritten.ts';
import { withTimeout } from '../withTimeout.ts';
import { begin, freeUri, homeOf } from './begin.ts';
import { askAll, type Way } from './questions.ts';
import { whenSaved } from './whenSaved.ts';

export const newPlanCommand = 'levers.newPlan';

/** Set when a plan was made: the walkthrough goes on. */
const planMade = 'levers.planMade';

const kept = 'levers.newPlan.way';

/** A question is waited for no longer than this (milliseconds). */
const patience = 10_000;

/** Whether somebody has answered at all. */
function isSomething(answer: Answers[string]): boolean {
  return typeof answer === 'string' ? answer.trim() !== '' : answer.length > 0;
}

/** Where to begin: where somebody has left, if they want to go on there. Undefined where they want neither. */
async function startOf(memory: Memento): Promise<Way | undefined> {
  const anew: Way = { answers: {}, step: 0 };
  const left = memory.get<Way>(kept);
  if (!left || !Object.values(left.answers).some(isSomething)) return anew;
  const { title: wanted } = left.answers;
  const goOn = {
    label: l10n.t('Continue where you left off'),
    description: typeof wanted === 'string' ? asLabel(wanted) : '',
    way: left,
  };
  const choices = [goOn, { label: l10n.t('Start a new plan'), description: '', way: anew }];
  const title = l10n.t('New Change Plan');
  const way = (await window.showQuickPick(choices, { title, ignoreFocusOut: true }))?.way;
  if (way === anew) await memory.update(kept, undefined);
  return way;
}

/** Writes a plan at the end of an editor's document, and selects what comes first. */
async function write(editor: TextEditor, { text, first }: DraftResult): Promise<void> {
  const { document } = editor;
  const start = document.lineAt(document.lineCount - 1).range.end;
  await editor.edit((edit) => edit.insert(start, text));
  // Offsets count a line break as one, whatever the document has.
  const place = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return start.translate(lines.length - 1).with({ character: (lines.at(-1) as string).length });
  };
  editor.selection = new Selection(place(first.start), place(first.end));
  editor.revealRange(editor.selection);
}

/** Asks, and writes the plan into the document at an address if nothing is written there, else into a new one. */
export async function newPlan(client: BaseLanguageClient, memory: Memento, at: unknown): Promise<void> {
  const there = typeof at === 'string' ? at : undefined;
  const home = await homeOf(there);
  const from = home && (await startOf(memory));
  if (!from) return;
  const uri = there ?? (await freeUri(home, 'plan')).toString();
  const request = <T>(name: string, params: QuestionParams | DraftParams): Promise<T> => {
    const answer = withTimeout(patience, client.sendRequest<T>(name, params));
    // Seen only while it takes long, as when the server is not up yet.
    const shown = { location: ProgressLocation.Window, title: l10n.t('New Change Plan') };
    return Promise.resolve(window.withProgress(shown, () => answer));
  };
  const ask = (way: Way) => request<Question>(questionRequest, { uri, ...way });
  const drafting = askAll(from, ask, (way) => memory.update(kept, way)).then(
    (answers) => answers && request<DraftResult>(draftRequest, { uri, answers }),
  );
  const drafted = await drafting.catch(() => {
    void window.showErrorMessage(
      l10n.t(
        'Your answers are kept, but the next question cannot be shown: the language server does not answer. Reload the window and run “New Change Plan” again.',
      ),
    );
    return undefined;
  });
  if (!drafted) return;
  const editor = await begin(drafted.name, home, there);
  await write(editor, drafted);
  // Who closes the plan without saving it finds the answers again.
  whenSaved(editor.document, () => void memory.update(kept, undefined));
  await commands.executeCommand('setContext', planMade, true);
}
