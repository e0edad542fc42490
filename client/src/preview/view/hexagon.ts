/** The six levers as a hexagon: a wedge for each, in the order of the word, filled up to its depth. */

import { type Selection, select } from 'd3-selection';
import type { DrawnLever, Picture } from '../../../../server/src/protocol.ts';
import { hatch } from './hatch.ts';
import type { Go } from './part.ts';
import { onPicture } from './savedPicture.ts';

/** A position from the middle: right and down. */
type Point = readonly [x: number, y: number];

const steps = 4;
const sixth = Math.PI / 3;

/** The direction of a wedge: the first points up, the others follow clockwise. */
function direction(index: number): number {
  return index * sixth - Math.PI / 2;
}

function at(angle: number, distance: number): Point {
  return [Math.cos(angle) * distance, Math.sin(angle) * distance];
}

const path = (points: readonly Point[]) => `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`;

/** The part of a wedge between two distances of its corners. */
function band(index: number, inner: number, outer: number): string {
  const [left, right] = [direction(index) - sixth / 2, direction(index) + sixth / 2];
  return path([at(left, inner), at(left, outer), at(right, outer), at(right, inner)]);
}

/** How far a hexagon can reach when labels of this width stand beside it. */
function radiusWithin(width: number, label: number): number {
  return Math.max(48, Math.min(70, (width / 2 - label - 8) / 0.75));
}

/** The anchor of a label: centered above and below, else away from the middle. */
function anchor(index: number): 'start' | 'middle' | 'end' {
  if (index % 3 === 0) return 'middle';
  return index < 3 ? 'start' : 'end';
}

/** Where the two lines of a label begin, below the point at which the label stands. */
function lift(index: number): number {
  if (index === 0) return -20;
  return index === 3 ? 12 : -4;
}

/** The pattern that fills steps reached at a depth: see the style sheet. */
function patterns(svg: Selection<SVGSVGElement, unknown, null, undefined>): void {
  const defs = svg.append('defs');
  hatch(defs, 'hatch');
  const specks = defs.append('pattern').attr('id', 'specks').attr('width', 6).attr('height', 6);
  specks.attr('patternUnits', 'userSpaceOnUse');
  specks.append('circle').attr('class', 'speck').attr('cx', 3).attr('cy', 3).attr('r', 1);
  const dots = defs.append('pattern').attr('id', 'dots').attr('width', 14).attr('height', 14);
  dots.attr('patternUnits', 'userSpaceOnUse');
  dots.append('rect').attr('class', 'ink').attr('width', 14).attr('height', 14);
  for (const middle of [3.5, 10.5]) {
    dots.append('circle').attr('class', 'dot').attr('cx', middle).attr('cy', middle).attr('r', 1.5);
  }
}

export interface Hexagon {
  draw(picture: Picture, width: number): void;
}

/** Adds a hexagon. */
export function hexagon(parent: HTMLElement, go: Go): Hexagon {
  const svg = select(parent)
    .append('svg')
    .attr('class', 'hexagon')
    .attr('role', 'group')
    .attr('data-vscode-context', onPicture);
  patterns(svg);
  const whole = svg.append('g');
  const wedges = whole.append('g');
  const middle = whole.append('g').attr('class', 'middle').attr('aria-hidden', 'true');
  const number = middle.append('text').attr('class', 'number').attr('y', 4);
  const ofSix = middle.append('text').attr('class', 'of-six').attr('y', 17);
  return {
    draw({ levers, coverage, words }, width) {
      const outer = radiusWithin(width, 96);
      const inner = outer * 0.5;
      const height = outer * 1.74 + 88;
      svg.attr('width', width).attr('height', height).attr('aria-label', `${coverage.sentence}, ${coverage.floor}`);
      whole.attr('transform', `translate(${width / 2},${height / 2})`);
      number.text(coverage.covered);
      ofSix.text(words.ofSix);
      const wedge = wedges
        .selectAll<SVGGElement, DrawnLever>(':scope > g')
        .data(levers, ({ key }) => key)
        .join((enter) => {
          const made = enter.append('g').attr('role', 'button').attr('data-stop', '');
          made.append('title');
          made.append('g').attr('class', 'bands');
          made.append('text').attr('class', 'name');
          made.append('text').attr('class', 'depth');
          return made.on('click', (_, { key }) => go(key));
        })
        .attr('data-key', ({ key }) => key)
        .attr('class', ({ depth, leftOut, late }) =>
          ['wedge', `depth-${depth}`, leftOut && 'left-out', late && 'late'].filter(Boolean).join(' '),
        )
        .attr('aria-label', ({ label }) => label);
      wedge.select('title').text(({ label }) => label);
      wedge.each(function ({ depth, title, depthTitle }, index) {
        const step = (n: number) => inner + ((outer - inner) * n) / steps;
        select(this)
          .select('.bands')
          .selectAll('path')
          .data([1, 2, 3, 4])
          .join('path')
          .attr('class', (n) => (n <= depth ? 'reached' : 'open'))
          .attr('d', (n) => band(index, step(n - 1), step(n)));
        const [x, y] = at(direction(index), outer * 0.866 + 10);
        const label = (line: string, words_: string, down: number) =>
          select(this)
            .select(line)
            .attr('x', x)
            .attr('y', y + lift(index) + down)
            .attr('text-anchor', anchor(index))
            .text(words_);
        label('.name', title, 0);
        label('.depth', depthTitle, 15);
      });
    },
  };
}
