/** Roving tabindex: arrow keys move within a picture, of which the Tab key reaches one element. */

type Stop = HTMLElement | SVGElement;

/** The focusable elements of a picture, in document order. */
function stops(container: Element): Stop[] {
  return [...container.querySelectorAll<Stop>('[data-stop]')];
}

/** Makes exactly one element of a picture a tab stop: the one that has the focus, or had it last, or the first. */
export function settle(container: Element): void {
  const all = stops(container);
  const current =
    all.find((stop) => stop === document.activeElement) ?? all.find((stop) => stop.tabIndex === 0) ?? all[0];
  for (const stop of all) {
    const index = stop === current ? '0' : '-1';
    if (stop.getAttribute('tabindex') !== index) stop.setAttribute('tabindex', index);
  }
}

/** The center of an element, in pixels of the viewport. */
function middle(stop: Element): { readonly x: number; readonly y: number } {
  const { left, right, top, bottom } = stop.getBoundingClientRect();
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** Elements whose centers differ by less than this (pixels) are in one row. */
const rowHeight = 6;

/** The nearest element in the next row below (1) or above (-1); undefined in the last row. */
function beyond(all: readonly Stop[], here: Stop, way: 1 | -1): Stop | undefined {
  const from = middle(here);
  const ahead = all
    .map((stop) => ({ stop, ...middle(stop) }))
    .map(({ stop, x, y }) => ({ stop, aside: Math.abs(x - from.x), away: (y - from.y) * way }))
    .filter(({ away }) => away > rowHeight);
  const nearest = Math.min(...ahead.map(({ away }) => away));
  const row = ahead.filter(({ away }) => away < nearest + rowHeight);
  return row.sort((a, b) => a.aside - b.aside)[0]?.stop;
}

/** The element to which a key leads; undefined for other keys and at the edges. */
function target(key: string, all: readonly Stop[], here: Stop): Stop | undefined {
  const index = all.indexOf(here);
  switch (key) {
    case 'ArrowRight':
      return all[index + 1];
    case 'ArrowLeft':
      return all[index - 1];
    case 'ArrowDown':
      return beyond(all, here, 1);
    case 'ArrowUp':
      return beyond(all, here, -1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

/** Lets arrow keys, Home and End move through a picture, and Enter and the space bar click. */
export function rove(container: HTMLElement): void {
  container.addEventListener('keydown', (event) => {
    const all = stops(container);
    const here = all.find((stop) => stop === document.activeElement);
    if (!here) return;
    // A button of HTML is clicked by itself.
    if ((event.key === 'Enter' || event.key === ' ') && here instanceof SVGElement) {
      event.preventDefault();
      here.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return;
    }
    const next = target(event.key, all, here);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  container.addEventListener('focusin', () => settle(container));
}
