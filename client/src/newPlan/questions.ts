/** Asks the questions in quick inputs, one after another; going back or leaving loses nothing that was typed. */
import {
  commands,
  type InputBox,
  InputBoxValidationSeverity,
  l10n,
  type QuickInput,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  ThemeIcon,
  window,
} from 'vscode';
import type { Answers, Choice, Question } from '../../../server/src/protocol.ts';
import { asLabel } from '../asWritten.ts';
import { explainLeversCommand } from '../docs/showDocs.ts';

type Answer = Answers[string];

/** The question of a step, as it is for an answer to it. */
type Ask = (answer: Answer | undefined) => Promise<Question>;

/** Where someone is on the way: what is answered, and the number of the next step. */
export interface Way {
  readonly answers: Answers;
  readonly step: number;
}

/** How a step ended (`lost`: the server does not answer), and what stood there; no answer where nobody touched what was proposed. */
interface Outcome {
  readonly go: 'on' | 'back' | 'away' | 'lost';
  readonly answer: Answer | undefined;
}

interface Item extends QuickPickItem {
  readonly value?: string;
}

/** Choices as the editor shows them, with a line above each group. */
function itemsOf(choices: readonly Choice[]): Item[] {
  return choices.flatMap(({ group, always, value, label, description, detail }, index): Item[] => {
    const item: Item = {
      label: asLabel(label),
      ...(value !== undefined && { value }),
      ...(description !== undefined && { description: asLabel(description) }),
      ...(detail !== undefined && { detail: asLabel(detail) }),
      ...(always && { alwaysShow: true }),
    };
    const begins = group !== undefined && group !== choices[index - 1]?.group;
    return begins ? [{ label: group, kind: QuickPickItemKind.Separator }, item] : [item];
  });
}

/** Shows what the latest of several calls brings, and nothing of earlier ones that come later or of those that fail. */
function latest<T>(show: (result: T) => void): (call: Promise<T>) => Promise<void> {
  let newest: Promise<T> | undefined;
  return async (call) => {
    newest = call;
    const result = await call.catch(() => undefined);
    if (newest === call && result !== undefined) show(result);
  };
}

/** An input is busy for so long (milliseconds) before it is disabled, which takes the cursor out of it. */
const quick = 300;

/** Shows that an input waits for something, in which nothing can be typed when it takes long. */
async function waiting<T>(input: QuickInput, wait: () => Promise<T>): Promise<T> {
  input.busy = true;
  const disable = setTimeout(() => {
    input.enabled = false;
  }, quick);
  try {
    return await wait();
  } finally {
    clearTimeout(disable);
    input.busy = false;
    input.enabled = true;
  }
}

/** Shows an input until somebody accepts, leaves or goes back. `accepted` says whether its answer is enough to go on. */
function shown(
  input: InputBox | QuickPick<Item>,
  { step, steps, levers }: Question,
  answer: () => Answer | undefined,
  accepted: () => Promise<boolean>,
): Promise<Outcome> {
  input.step = step + 1;
  input.totalSteps = steps;
  input.ignoreFocusOut = true;
  const explain = { iconPath: new ThemeIcon('question'), tooltip: l10n.t('What Is a Lever?') };
  input.buttons = [...(step > 0 ? [QuickInputButtons.Back] : []), ...(levers ? [explain] : [])];
  return new Promise((resolve) => {
    let go: Outcome['go'] = 'away';
    const leave = (where: Outcome['go']) => {
      go = where;
      input.hide();
    };
    input.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) return leave('back');
      // The page would open behind the input.
      leave('away');
      commands.executeCommand(explainLeversCommand).then(undefined, () => {});
    });
    input.onDidAccept(async () => {
      if (input.busy) return;
      const enough = await waiting(input, accepted).catch(() => undefined);
      if (enough !== false) leave(enough ? 'on' : 'lost');
    });
    input.onDidHide(() => {
      resolve({ go, answer: answer() });
      input.dispose();
    });
    input.show();
  });
}

/** A text to type. */
function askText(question: Question, value: string, ask: Ask): Promise<Outcome> {
  const input = window.createInputBox();
  input.title = question.title;
  input.prompt = question.prompt;
  input.placeholder = question.placeholder;
  input.value = value;
  // An empty input that nobody has tried to accept is no mistake.
  let tried = false;
  const show = ({ message, blocked }: Question) => {
    const severity = blocked ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Info;
    input.validationMessage =
      message && (tried || input.value.trim()) ? { message: asLabel(message), severity } : undefined;
  };
  const update = latest(show);
  show(question);
  input.onDidChangeValue((text) => update(ask(text)));
  return shown(
    input,
    question,
    () => input.value,
    async () => {
      tried = true;
      const now = await ask(input.value);
      await update(Promise.resolve(now));
      return !now.blocked;
    },
  );
}

/** One of several choices, or what is typed, which the server reads. */
function askOne(question: Question, value: string, ask: Ask): Promise<Outcome> {
  const input = window.createQuickPick<Item>();
  input.title = question.title;
  input.placeholder = question.placeholder;
  input.value = value;
  let current = value;
  let answer: Answer | undefined;
  const show = ({ choices, proposed }: Question) => {
    current = input.value;
    const items = itemsOf(choices);
    input.items = items;
    const likeliest = items.filter((item) => item.value !== undefined && proposed.includes(item.value));
    if (likeliest.length) input.activeItems = likeliest;
  };
  const update = latest(show);
  show(question);
  input.onDidChangeValue((text) => update(ask(text)));
  return shown(
    input,
    question,
    () => answer ?? (input.value || undefined),
    async () => {
      // Enter may be faster than what belongs to the text.
      const items = current === input.value ? input.activeItems : itemsOf((await ask(input.value)).choices);
      const [only, ...others] = current === input.value ? items : items.filter(({ alwaysShow }) => alwaysShow);
      if (only?.value === undefined || others.length > 0) return false;
      answer = only.value;
      return true;
    },
  );
}

/** One of several choices, among which what is typed only searches. */
function askPick(question: Question, value: string): Promise<Outcome> {
  const input = window.createQuickPick<Item>();
  input.title = question.title;
  input.placeholder = question.placeholder;
  const items = itemsOf(question.choices);
  input.items = items;
  input.activeItems = items.filter((item) => item.value !== undefined && question.proposed.includes(item.value));
  let answer = value || undefined;
  return shown(
    input,
    question,
    () => answer,
    async () => {
      const [only] = input.activeItems;
      if (only?.value === undefined) return false;
      answer = only.value;
      return true;
    },
  );
}

/** Some of several choices. */
function askMany(question: Question, value: readonly string[] | undefined, ask: Ask): Promise<Outcome> {
  const input = window.createQuickPick<Item>();
  const ticked = new Set(value ?? question.proposed);
  let touched = value !== undefined;
  const show = ({ title, placeholder, message }: Question) => {
    input.title = title;
    input.placeholder = message ?? placeholder;
  };
  const update = latest(show);
  show(question);
  const items = itemsOf(question.choices);
  const picked = () => input.selectedItems.flatMap((item) => item.value ?? []);
  input.canSelectMany = true;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = items;
  input.selectedItems = items.filter((item) => item.value !== undefined && ticked.has(item.value));
  input.onDidChangeSelection(() => {
    const now = picked();
    touched ||= now.length !== ticked.size || !now.every((one) => ticked.has(one));
    if (touched) void update(ask(now));
  });
  return shown(
    input,
    question,
    () => (touched ? picked() : undefined),
    async () => {
      touched = true;
      return true;
    },
  );
}

const words = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');

function askStep(question: Question, answer: Answer | undefined, ask: Ask): Promise<Outcome> {
  switch (question.kind) {
    case 'text':
      return askText(question, words(answer), ask);
    case 'one':
      return askOne(question, words(answer), ask);
    case 'pick':
      return askPick(question, words(answer));
    case 'many':
      return askMany(question, typeof answer === 'object' ? answer : undefined, ask);
  }
}

/**
 * Asks from a step on, until all is answered or somebody leaves. `keep` is told where they are after each step: those
 * who leave find it there. Resolves with the answers, or with nothing; rejects where the server does not answer.
 */
export async function askAll(
  from: Way,
  ask: (way: Way) => Promise<Question>,
  keep: (way: Way) => PromiseLike<void>,
): Promise<Answers | undefined> {
  let { answers, step } = from;
  for (;;) {
    const question = await ask({ answers, step });
    const { key } = question;
    const others = Object.fromEntries(Object.entries(answers).filter(([other]) => other !== key));
    const withAnswer = (answer: Answer | undefined): Answers =>
      answer === undefined ? others : { ...others, [key]: answer };
    const here = question.step;
    const { go, answer } = await askStep(question, answers[key], (now) =>
      ask({ answers: withAnswer(now), step: here }),
    );
    answers = withAnswer(answer);
    step = here + (go === 'on' ? 1 : go === 'back' ? -1 : 0);
    await keep({ answers, step: Math.min(step, question.steps - 1) });
    if (step === question.steps) return answers;
    if (go === 'lost') throw new Error('No answer to a question.');
    if (go === 'away') return undefined;
  }
}
