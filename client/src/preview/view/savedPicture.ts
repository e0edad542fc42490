/** A drawing of a page as an SVG file that stands alone, for documents: it looks as it is shown. */

/** Says to the editor's menu that it stands on a drawing that can be saved. */
export const onPicture = JSON.stringify({ webviewSection: 'picture' });

/** What shows only where the pointer or the focus is. */
const passing = '.hit, .handles, .links';

/** What style sheets say of a shape; each is also an attribute of SVG. */
const styles = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'],
  ...['font-family', 'font-size', 'font-style', 'font-weight', 'text-anchor', 'dominant-baseline', 'letter-spacing'],
  ...['opacity', 'paint-order', 'text-decoration', 'visibility'],
];

const shapesOf = (svg: SVGSVGElement) => [svg, ...svg.querySelectorAll<SVGElement>('*')];

/** The text of the file: what style sheets say stands in it, and what is hidden, or passes with the pointer, is left out. */
export function savedPicture(svg: SVGSVGElement): string {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = shapesOf(copy);
  for (const [index, shape] of shapesOf(svg).entries()) {
    const style = getComputedStyle(shape);
    if (style.display === 'none' || shape.matches(passing)) copies[index]?.remove();
    else for (const name of styles) copies[index]?.setAttribute(name, style.getPropertyValue(name));
  }
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS(svg.namespaceURI, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}
