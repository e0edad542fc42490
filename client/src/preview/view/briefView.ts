/** The brief at the top of the page of a plan: its elements as nodes, words as text nodes. */
import { namespaces } from 'd3-selection';
import type { PageElement } from '../../../../server/src/protocol.ts';
import type { Go } from './part.ts';
import { rove, settle } from './roving.ts';

/** The node of an element; what has a key leads there with a click, also from the keyboard. */
function nodeOf({ name, attributes, children }: PageElement, inSvg: boolean, go: Go): Element {
  const svg = inSvg || name === 'svg';
  const node = svg ? document.createElementNS(namespaces.svg as string, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children.map((child) => (typeof child === 'string' ? child : nodeOf(child, svg, go))));
  const key = attributes['data-go'];
  if (key !== undefined) {
    node.setAttribute('role', 'button');
    node.setAttribute('data-stop', '');
    node.addEventListener('click', () => {
      // Who selects words does not want to leave.
      if (getSelection()?.isCollapsed !== false) go(key);
    });
    node.addEventListener('keydown', (event) => {
      const { key: pressed } = event as KeyboardEvent;
      if (pressed !== 'Enter' && pressed !== ' ') return;
      event.preventDefault();
      go(key);
    });
  }
  return node;
}

/** Adds a brief; a new one replaces it only where it differs, and what had the focus keeps it. */
export function briefView(page: HTMLElement, go: Go): (brief: PageElement) => void {
  const box = document.createElement('div');
  page.append(box);
  rove(box);
  let drawn = '';
  return (brief) => {
    const text = JSON.stringify(brief);
    if (text === drawn) return;
    drawn = text;
    const focused = box.contains(document.activeElement) ? document.activeElement?.getAttribute('data-go') : undefined;
    box.replaceChildren(nodeOf(brief, false, go));
    settle(box);
    if (focused) box.querySelector<HTMLElement>(`[data-go="${CSS.escape(focused)}"]`)?.focus();
  };
}
