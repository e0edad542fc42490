/** Entry point of the page in a panel: draws the pictures that the editor sends. */
import type { FromPage, ToPage } from '../messages.ts';
import { type Page, page } from './page.ts';
import type { PlansView } from './plansTable.ts';
import { type PortfolioPage, portfolioPage } from './portfolioPage.ts';

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
const plansMemory = { view: () => state.plans ?? {}, keep: (plans: PlansView) => keep({ plans }) };
const memory = { folded, changed: () => keep({ folded: [...folded] }) };

// A panel shows a plan or a portfolio, and stays with it.
let plan: Page | undefined;
let portfolio: PortfolioPage | undefined;

function show(message: Exclude<ToPage, { type: 'here' }>): void {
  if (message.type === 'picture') {
    plan ??= page(document.body, go, memory);
    plan.show(message.picture);
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
  show(data);
  if (!begun) window.scrollTo(0, state.scroll ?? 0);
  begun = true;
  // The next picture may come when this one is on the screen.
  requestAnimationFrame(() => editor.postMessage({ type: 'drawn' }));
});
window.addEventListener('scrollend', () => keep({ scroll: window.scrollY }));
editor.postMessage({ type: 'ready' });
