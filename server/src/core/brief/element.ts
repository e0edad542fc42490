/** Elements of a page as data: whoever shows them makes nodes or HTML of them, and words stay words. */

/** An element. Names and attributes are ours; texts may be those of a plan. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** An element; attributes that are undefined, and children that are empty or undefined, are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (Element | string | undefined)[]
): Element {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [[key, `${value}`]]));
  return {
    name,
    attributes: Object.fromEntries(given),
    children: children.filter((child) => child !== undefined && child !== '') as Element['children'],
  };
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as HTML shows it letter by letter, also between quotes. */
function escapedHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => references[sign] as string);
}

/** Elements of HTML that have no end. */
const open: ReadonlySet<string> = new Set(['meta', 'br']);

/** An element as HTML. */
export function htmlOf({ name, attributes, children }: Element): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapedHtml(value)}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapedHtml(child) : htmlOf(child)));
  return `<${name}${given.join('')}>${inner.join('')}${open.has(name) ? '' : `</${name}>`}`;
}
