/** Buttons in SVG drawings: shapes that the keyboard reaches, with a tooltip, that lead to a place in the text. */
import type { BaseType, Selection } from 'd3-selection';
import type { Drawn } from '../../../../server/src/protocol.ts';

/** Makes buttons of new shapes. Call this before anything is appended: the tooltip comes first in each. */
export function button<E extends SVGElement, D, P extends BaseType, Q>(
  shapes: Selection<E, D, P, Q>,
): Selection<E, D, P, Q> {
  shapes.attr('role', 'button').attr('data-stop', '').attr('data-home', '').append('title');
  return shapes;
}

/** Labels buttons, and marks them with the key by which the page finds them. */
export function label<E extends SVGElement, D, P extends BaseType, Q>(
  buttons: Selection<E, D, P, Q>,
  drawn: (datum: D) => Pick<Drawn, 'key' | 'label'>,
): void {
  buttons.attr('data-key', (datum) => drawn(datum).key).attr('aria-label', (datum) => drawn(datum).label);
  buttons.select('title').text((datum) => drawn(datum).label);
}
