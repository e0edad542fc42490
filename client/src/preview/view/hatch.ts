/** Hatching: an SVG pattern for fills in the style sheet. */
import type { Selection } from 'd3-selection';

/** Adds the pattern under an id. */
export function hatch(defs: Selection<SVGDefsElement, unknown, null, undefined>, id: string): void {
  const pattern = defs.append('pattern').attr('id', id).attr('width', 6).attr('height', 6);
  pattern.attr('patternUnits', 'userSpaceOnUse').attr('patternTransform', 'rotate(45)');
  pattern.append('rect').attr('class', 'ground').attr('width', 6).attr('height', 6);
  pattern.append('rect').attr('class', 'ink').attr('width', 2).attr('height', 6);
}
