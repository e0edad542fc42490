/**
 * Sound reader. Reads what is certainly well formed with `js-yaml`, in a fraction of the time; `yaml` reads every other
 * text. It answers only where both are known to agree: no error, and nothing that they read differently. The oracle in
 * `test/core/soundReader.test.ts` holds it to that.
 */
import { COLLECTION_STYLE, EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';
import { plainValue } from './libraryReader.ts';
import type { Scalar } from './tree.ts';
import type { YamlList, YamlMap, YamlReading, YamlScalar } from './yamlNode.ts';

type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;
type ScalarEvent = EventOf<typeof EVENT_ID.SCALAR>;

/** What the libraries treat differently: tabs, control characters, lone carriage returns, `? key`, `...` and `---`. */
const doubtful =
  /[\0-\t\v\f\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)|(?:^|[\s[{,])\?(?:\s|$)|(?:^|\n)(?:-{3}|\.{3})/;

/** Blanks, commas and comments between values in brackets. */
const betweenValues = /(?:[ \r\n,]|(?<=[ \n,])#.*)*/y;

/** From the end of a key to its value. */
const colon = / *: */y;

/** What may stand behind a closing bracket or quotation mark. */
const behind = / *(?:$|[\r\n,\]}]|(?<= )#)/y;

/** By the numbers of `SCALAR_STYLE`. */
const styles: readonly (Scalar['style'] | undefined)[] = [undefined, 'plain', 'single', 'double', 'block', 'block'];

/** Thrown where a text is none for this reader. */
const doubt = new Error('doubt');

/** Where a pattern that is tried at an offset ends. */
function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) throw doubt;
  return pattern.lastIndex;
}

type SoundNode = YamlScalar | YamlList | YamlMap;

class SoundReader {
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly events: readonly Event[],
  ) {}

  /** The only document of the text, without marks, directives and aliases. */
  document(): SoundNode {
    const first = this.events[this.next++];
    if (first?.type !== EVENT_ID.DOCUMENT || first.explicitStart || first.explicitEnd || first.directives.length > 0)
      throw doubt;
    const node = this.value(false);
    if (this.next + 1 !== this.events.length) throw doubt;
    return node;
  }

  /** A node that is no key. */
  private value(flow: boolean, from?: number): SoundNode {
    const node = this.node(flow, from);
    const closes = node.kind === 'scalar' ? node.style === 'single' || node.style === 'double' : node.flow;
    if (closes) after(behind, this.text, node.end);
    return node;
  }

  /** What the next event begins; `from`: where an empty value of a key would stand; a key is text, whatever it looks like. */
  private node(flow: boolean, from?: number, isKey = false): SoundNode {
    const event = this.events[this.next++];
    if (event === undefined || !('tagStart' in event) || event.tagStart >= 0 || event.anchorStart >= 0) throw doubt;
    if (event.type === EVENT_ID.SCALAR) return this.scalar(event, flow, from, isKey);
    const inFlow = event.style === COLLECTION_STYLE.FLOW;
    // `[a: b]` is a map without braces.
    if (inFlow && !/[[{]/.test(this.text.charAt(event.start))) throw doubt;
    return event.type === EVENT_ID.SEQUENCE ? this.list(event.start, inFlow) : this.map(event.start, inFlow);
  }

  private scalar(event: ScalarEvent, flow: boolean, from: number | undefined, isKey: boolean): YamlScalar {
    const { valueStart, valueEnd } = event;
    const style = styles[event.style];
    if (valueStart < 0) {
      if (flow || from === undefined) throw doubt;
      return { kind: 'scalar', start: from, end: from, style: 'plain', value: null };
    }
    const value = getScalarValue(this.text, event);
    switch (style) {
      case 'plain':
        return { kind: 'scalar', start: valueStart, end: valueEnd, style, value: isKey ? value : plainValue(value) };
      case 'single':
      case 'double':
        return { kind: 'scalar', start: valueStart - 1, end: valueEnd + 1, style, value };
      case 'block':
        if (from === undefined) throw doubt;
        return { kind: 'scalar', start: from, end: valueEnd, style, value };
      default:
        throw doubt;
    }
  }

  private list(start: number, flow: boolean): YamlList {
    const items: SoundNode[] = [];
    let end = start + 1;
    while (this.events[this.next]?.type !== EVENT_ID.POP) {
      const item = this.value(flow);
      items.push(item);
      ({ end } = item);
    }
    this.next++;
    return { kind: 'list', start, end: flow ? this.closed(end, ']') : end, flow, items };
  }

  private map(start: number, flow: boolean): YamlMap {
    const pairs: { key: SoundNode; value: SoundNode }[] = [];
    let end = start + 1;
    while (this.events[this.next]?.type !== EVENT_ID.POP) {
      const key = this.node(true, undefined, true);
      if (key.kind !== 'scalar') throw doubt;
      const value = this.value(flow, after(colon, this.text, key.end));
      pairs.push({ key, value });
      ({ end } = value);
    }
    this.next++;
    return { kind: 'map', start, end: flow ? this.closed(end, '}') : end, flow, pairs };
  }

  /** Where the bracket ends that closes what stands until `end`. */
  private closed(end: number, bracket: string): number {
    const at = after(betweenValues, this.text, end);
    if (this.text.charAt(at) !== bracket) throw doubt;
    return at + 1;
  }
}

/** Reads a text that is certainly well formed; undefined for any other, and where only blanks and comments stand. */
export function readSound(text: string): YamlReading | undefined {
  if (doubtful.test(text)) return undefined;
  try {
    return { node: new SoundReader(text, parseEvents(text, {})).document(), errors: [] };
  } catch {
    return undefined;
  }
}
