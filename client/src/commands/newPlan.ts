/** "New Change Plan": a few questions, out of which comes a plan; who leaves on the way can go on later. */
import { commands, l10n, type Memento, Selection, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DraftParams,
  type DraftResult,
  draftRequest,
  type Question,
  type QuestionParams,
  questionRequest,
} from '../../../server/src/protocol.ts';
import { begin, freeUri, homeOf } from '../begin.ts';
import { askAll, type Way } from '../questions.ts';

export const newPlanCommand = 'levers.newPlan';

/** Set when a plan was made: the walkthrough goes on. */
const planMade = 'levers.planMade';

const kept = 'levers.newPlan.way';

/** Where to begin: where somebody has left, if they want to go on there. Undefined where they want neither. */
async function startOf(memory: Memento): Promise<Way | undefined> {
  const anew: Way = { answers: {}, step: 0 };
  const left = memory.get<Way>(kept);
  if (!left) return anew;
  const { title: wanted } = left.answers;
  const goOn = {
    label: l10n.t('Continue where you were'),
    description: typeof wanted === 'string' ? wanted : '',
    way: left,
  };
  const choices = [goOn, { label: l10n.t('Begin a new plan'), description: '', way: anew }];
  const title = l10n.t('New Change Plan');
  return (await window.showQuickPick(choices, { title, ignoreFocusOut: true }))?.way;
}

/** Asks, and writes the plan into the document at an address if nothing is written there, else into a new one. */
export async function newPlan(client: BaseLanguageClient, memory: Memento, at: unknown): Promise<void> {
  const there = typeof at === 'string' ? at : undefined;
  const home = await homeOf(there);
  const from = home && (await startOf(memory));
  if (!from) return;
  const uri = there ?? (await freeUri(home, 'plan')).toString();
  const ask = (way: Way) => client.sendRequest<Question>(questionRequest, { uri, ...way } satisfies QuestionParams);
  const answers = await askAll(from, ask, (way) => memory.update(kept, way));
  if (!answers) return;
  const params: DraftParams = { uri, answers };
  const { text, first, name } = await client.sendRequest<DraftResult>(draftRequest, params);
  const editor = await begin(name, home, there);
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
  await memory.update(kept, undefined);
  await commands.executeCommand('setContext', planMade, true);
}
