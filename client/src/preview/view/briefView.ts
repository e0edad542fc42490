/** The brief at the top of the page of a plan: its elements as nodes, words as text nodes. */
import { namespaces } from 'd3-selection';
import type { PageElement } from '../../../../server/src/protocol.ts';
import type { Go } from './part.ts';
import { rove, settle } from './roving.ts';

/** Makes a button of a node, for the keyboard too. */
function pressable(node: Element, press: () => void): void {
  node.setAttribute('role', 'button');
  node.setAttribute('data-stop', '');
  node.addEventListener('click', press);
  node.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (key !== 'Enter' && key !== ' ') return;
    event.preventDefault();
    node.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
}

/**
 * The node of an element; what has a key leads there with a click, what shows a value that can be filled in opens an
 * input (`filling.ts`).
 */
function nodeOf({ name, attributes, children }: PageElement, inSvg: boolean, go: Go, editable: boolean): Element {
  // What cannot be filled in is no more than its text.
  if (attributes['data-fill'] && !editable) return nodeOf({ name: 'span', attributes: {}, children }, inSvg, go, false);
  const svg = inSvg || name === 'svg';
  const node = svg ? document.createElementNS(namespaces.svg as string, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.map((child) => (typeof child === 'string' ? child : nodeOf(child, svg, go, editable))));
  const key = attributes['data-go'];
  if (attributes['data-fill']) pressable(node, () => {});
  else if (key !== undefined) {
    pressable(node, () => {
      // Who selects words does not want to leave.
      if (getSelection()?.isCollapsed !== false) go(key);
    });
  }
  return node;
}

/** Adds a brief; a new one replaces it only where it differs, and what had the focus keeps it. */
export function briefView(page: HTMLElement, go: Go): (brief: PageElement, editable: boolean) => void {
  const box = document.createElement('div');
  page.append(box);
  rove(box);
  let drawn = '';
  return (brief, editable) => {
    const text = JSON.stringify([brief, editable]);
    if (text === drawn) return;
    drawn = text;
    const had = box.contains(document.activeElement) ? document.activeElement : null;
    const mark = ['data-go', 'data-fill'].find((name) => had?.hasAttribute(name)) ?? '';
    const focused = had?.getAttribute(mark);
    box.replaceChildren(nodeOf(brief, false, go, editable));
    settle(box);
    if (focused) box.querySelector<HTMLElement>(`[${mark}="${CSS.escape(focused)}"]`)?.focus();
  };
}
