/** Entry point of the page in a panel: draws the pictures that the editor sends. */
import type { Fields } from '../../../../server/src/protocol.ts';
import type { FromPage, ToPage } from '../messages.ts';
import { tableText } from './copyTable.ts';
import type { Asking } from './filling/host.ts';
import { type Page, page } from './page.ts';
import type { PlansView } from './plansTable.ts';
import { type PortfolioPage, portfolioPage } from './portfolioPage.ts';
import { savedPicture } from './savedPicture.ts';

/** What is kept while the page is not shown. */
interface State {
  /** The plan, so that the panel can be opened again with the window. */
  readonly uri?: string;
  /** The panel stays with it. */
  readonly locked?: boolean;
  readonly folded?: readonly string[];
  readonly scroll?: number;
  /** How the plans of a portfolio are sorted and filtered. */
  readonly plans?: PlansView;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
};

const editor = acquireVsCodeApi();
let state: State = editor.getState() ?? {};
const folded = new Set(state.folded);
const keep = (change: State) => {
  state = { ...state, ...change };
  editor.setState(state);
};

const go = (key: string) => editor.postMessage({ type: 'go', key });
const begin = () => editor.postMessage({ type: 'begin' });
/** What was asked of the editor and is not answered yet, by number. */
const asked = new Map<number, (answer: never) => void>();
let questions = 0;
function ask<T>(question: (id: number) => FromPage): Promise<T> {
  return new Promise((resolve) => {
    asked.set(++questions, resolve);
    editor.postMessage(question(questions));
  });
}
const asking: Asking = {
  fields: (key) => ask<Fields | undefined>((id) => ({ type: 'fields', id, key })),
  write: (filled) => ask<string>((id) => ({ type: 'write', id, ...filled })),
  again: (type) => editor.postMessage({ type }),
};
function answered(id: number, answer: Fields | string | undefined): void {
  asked.get(id)?.(answer as never);
  asked.delete(id);
}

const plansMemory = { view: () => state.plans ?? {}, keep: (plans: PlansView) => keep({ plans }) };
const memory = { folded, changed: () => keep({ folded: [...folded] }) };

// A panel shows a plan or a portfolio, and stays with it.
let plan: Page | undefined;
let portfolio: PortfolioPage | undefined;

/** What the menu was opened on last. */
let underMenu: Element | undefined;
document.body.addEventListener('contextmenu', ({ target }) => {
  underMenu = target instanceof Element ? target : undefined;
  editor.postMessage({ type: 'menu' });
});

/** Gives the editor the table or the drawing on which the menu was opened. */
function give(wanted: 'copyTable' | 'savePicture'): void {
  const found = underMenu?.isConnected ? underMenu : undefined;
  const table = found?.closest('table');
  const svg = found?.closest('svg');
  if (wanted === 'copyTable' && table) editor.postMessage({ type: 'copied', text: tableText(table) });
  if (wanted === 'savePicture' && svg) editor.postMessage({ type: 'saved', text: savedPicture(svg) });
}

function show(message: Extract<ToPage, { type: 'picture' | 'portfolio' | 'gone' }>): void {
  if (message.type === 'gone') {
    plan ??= page(document.body, go, memory, asking);
    plan.gone(message.note);
  } else if (message.type === 'picture') {
    plan ??= page(document.body, go, memory, asking);
    plan.show(message.picture, message.editable);
    keep({ uri: message.picture.uri, locked: message.locked });
  } else {
    portfolio ??= portfolioPage(document.body, go, begin, plansMemory);
    portfolio.show(message.picture);
  }
}

let begun = false;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'here') {
    plan?.mark(data.keys);
    return;
  }
  if (data.type === 'fields') return answered(data.id, data.fields);
  if (data.type === 'written') return answered(data.id, data.refused);
  if (data.type === 'copyTable' || data.type === 'savePicture') return give(data.type);
  show(data);
  if (!begun) window.scrollTo(0, state.scroll ?? 0);
  begun = true;
  // The next picture may come when this one is on the screen.
  requestAnimationFrame(() => editor.postMessage({ type: 'drawn' }));
});
window.addEventListener('scrollend', () => keep({ scroll: window.scrollY }));
editor.postMessage({ type: 'ready' });
