/** Arrow keys among the things of one picture, of which the Tab key reaches only one. */

const forward: Readonly<Record<string, 'next' | 'below'>> = { ArrowRight: 'next', ArrowDown: 'below' };
const backward: Readonly<Record<string, 'next' | 'below'>> = { ArrowLeft: 'next', ArrowUp: 'below' };

/** What can be focused in a picture, in its order. */
function stops(container: Element): (HTMLElement | SVGElement)[] {
  return [...container.querySelectorAll<HTMLElement | SVGElement>('[data-stop]')];
}

/** Makes exactly one thing of a picture a stop of the Tab key: the one that has the focus, or had it last, or the first. */
export function settle(container: Element): void {
  const all = stops(container);
  const current =
    all.find((stop) => stop === document.activeElement) ?? all.find((stop) => stop.tabIndex === 0) ?? all[0];
  for (const stop of all) {
    const index = stop === current ? '0' : '-1';
    if (stop.getAttribute('tabindex') !== index) stop.setAttribute('tabindex', index);
  }
}

/** Lets arrow keys, Home and End move through a picture; `columns` things stand in a row. */
export function rove(container: HTMLElement, columns: () => number = () => 1): void {
  container.addEventListener('keydown', (event) => {
    const all = stops(container);
    const here = all.indexOf(document.activeElement as HTMLElement);
    if (here < 0) return;
    const step = (way: 'next' | 'below') => (way === 'next' ? 1 : columns());
    let to = here;
    if (event.key in forward) to = here + step(forward[event.key] as 'next');
    else if (event.key in backward) to = here - step(backward[event.key] as 'next');
    else if (event.key === 'Home') to = 0;
    else if (event.key === 'End') to = all.length - 1;
    else if (event.key === 'Enter' || event.key === ' ') {
      // A button of HTML does this by itself.
      if (!(document.activeElement instanceof SVGElement)) return;
      document.activeElement.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    } else return;
    event.preventDefault();
    const next = all[Math.max(0, Math.min(all.length - 1, to))];
    next?.focus();
    settle(container);
  });
  container.addEventListener('focusin', () => settle(container));
}
