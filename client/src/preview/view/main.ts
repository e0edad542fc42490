/** Begins in the page of a panel: takes pictures from the editor, and says where its cursor shall go. */
import type { FromPage, ToPage } from '../messages.ts';
import { page } from './page.ts';

/** What is kept while the page is not shown. */
interface State {
  /** The plan, so that the panel can be opened again with the window. */
  readonly uri?: string;
  readonly folded?: readonly string[];
  readonly scroll?: number;
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

const shown = page(document.body, (key) => editor.postMessage({ type: 'go', key }), {
  folded,
  changed: () => keep({ folded: [...folded] }),
});

let begun = false;

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'here') return shown.mark(data.keys);
  shown.show(data.picture);
  if (!begun) {
    begun = true;
    window.scrollTo(0, state.scroll ?? 0);
  }
  keep({ uri: data.picture.uri });
  // The next picture may come when this one is on the screen.
  requestAnimationFrame(() => editor.postMessage({ type: 'drawn' }));
});
window.addEventListener('scrollend', () => keep({ scroll: window.scrollY }));
editor.postMessage({ type: 'ready' });
