/** The page of a plan: all its sections. A new picture changes only the elements that differ. */
import { select } from 'd3-selection';
import type { Picture } from '../../../../server/src/protocol.ts';
import { briefView } from './briefView.ts';
import { filling } from './filling/filling.ts';
import type { Asking } from './filling/host.ts';
import type { Go } from './part.ts';
import { settle } from './roving.ts';
import { heatMap } from './sections/heatMap.ts';
import { levers } from './sections/levers.ts';
import { measures } from './sections/measures.ts';
import { problems } from './sections/problems.ts';
import { risks } from './sections/risks.ts';
import { standing } from './sections/standing.ts';
import { time } from './sections/time.ts';

export interface Page {
  /** Draws a picture whose values can be filled in, or only be seen; of one that is not complete, only what it says about the text. */
  show(picture: Picture, editable: boolean): void;
  /** Says that the plan is gone; what was drawn of it stays, pale. */
  gone(said: string): void;
  /** Marks the first of these that is drawn, and brings it into view. */
  mark(keys: readonly string[]): void;
}

/** What a page remembers while its window is away. */
export interface PageMemory {
  /** The keys of the lanes whose strategies are hidden. */
  readonly folded: Set<string>;
  changed(): void;
}

/** Fills an element with the page of a plan. */
export function page(root: HTMLElement, go: Go, memory: PageMemory, asking: Asking): Page {
  const absence = select(root).append('p').attr('class', 'note').attr('role', 'status');
  const drawBrief = briefView(root, go);
  const note = select(root).append('p').attr('class', 'note').attr('role', 'status');
  const foldingChanged = () => {
    memory.changed();
    redraw();
  };
  const fill = filling(root, go, asking);
  const sections = [
    levers(root, go, fill),
    standing(root, go),
    time(root, go, fill, memory.folded, foldingChanged),
    heatMap(root, go),
    measures(root, go),
    risks(root, go, fill),
  ];
  const found = problems(root, go);

  /** The last picture that was complete, or the last at all while none has been. */
  let current: Picture | undefined;
  let marked: readonly string[] = [];

  function redraw(): void {
    if (!current) return;
    for (const section of sections) section.draw(current);
    settled();
  }

  function settled(): void {
    for (const { body } of [...sections, found]) settle(body);
    mark(root, marked, false);
  }

  new ResizeObserver(() => redraw()).observe(root);

  return {
    show(picture, editable) {
      const kept = !picture.complete && current?.uri === picture.uri && current.complete;
      absence.text('');
      note.text(picture.complete ? '' : kept ? picture.words.halfTyped : picture.words.unread);
      found.draw(picture);
      root.classList.toggle('kept', kept);
      if (!kept) {
        current = picture;
        fill.drawn(picture, editable);
        drawBrief(picture.brief, editable);
        redraw();
      } else settled();
    },
    gone(said) {
      absence.text(said);
      root.classList.add('kept');
    },
    mark(keys) {
      marked = keys;
      mark(root, keys, true);
    },
  };
}

/** Marks all elements with the first of these keys that is drawn. */
function mark(root: HTMLElement, keys: readonly string[], intoView: boolean): void {
  for (const element of root.querySelectorAll('.here')) element.classList.remove('here');
  for (const key of keys) {
    const found = [...root.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)];
    if (found.length === 0) continue;
    for (const element of found) element.classList.add('here');
    const home = found.find((element) => element.hasAttribute('data-home')) ?? found[0];
    if (intoView && !document.hasFocus()) home?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return;
  }
}
