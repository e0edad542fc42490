/** Filling in values in the page of a plan: inputs in place, forms, and what the editor says to what was filled in. */
import type { Fields, Picture } from '../../../../../server/src/protocol.ts';
import type { Go } from '../part.ts';
import { formOf } from './form.ts';
import type { Asking, Host } from './host.ts';
import { inPlace } from './inPlace.ts';

export interface Filling {
  /** Values can be filled in: the text can be written. */
  enabled(): boolean;
  /** A new picture is drawn. */
  drawn(picture: Picture, editable: boolean): void;
  /** Writes a value at once; false where it cannot be, which is said below the page. */
  write(key: string, name: string, value: string): Promise<boolean>;
}

/** The mark (`data-fill`) of what shows a value that can be filled in: a click on it opens an input. A key alone opens a form. */
export const fillMark = (key: string, name: string) => `${key} ${name}`;

/** Words with their values: `{title}: {value}, edit`. */
export function filledWords(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What a press of keys asks for, as the editor has it. */
function undoOrRedo({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!ctrlKey && !metaKey) return undefined;
  const pressed = key.toLowerCase();
  if (pressed === 'y') return 'redo';
  return pressed === 'z' ? (shiftKey ? 'redo' : 'undo') : undefined;
}

/** Lets values be filled in on a page. */
export function filling(page: HTMLElement, go: Go, asking: Asking): Filling {
  const refused = document.createElement('p');
  refused.className = 'refused said';
  refused.setAttribute('role', 'alert');
  page.append(refused);
  let picture: Picture | undefined;
  let editable = false;
  const host: Host = {
    ...asking,
    go,
    words: () => (picture as Picture).words,
    say: (message) => {
      refused.textContent = message;
    },
  };
  const form = formOf(host, page);
  page.addEventListener('click', ({ target }) => {
    const over = (target as Element).closest('[data-fill]');
    const [key = '', name] = over?.getAttribute('data-fill')?.split(' ') ?? [];
    if (over && name) void open(over, key, name);
    else if (over) void openForm(key);
  });
  page.addEventListener('keydown', (event) => {
    const command = undoOrRedo(event);
    // An input has an Undo of its own.
    if (!editable || !command || (event.target as Element).closest('input, textarea')) return;
    event.preventDefault();
    asking.again(command);
  });
  /** The page as it is drawn now has what was there before, by its mark. */
  const marked = (mark: string) => page.querySelector(`[data-fill="${CSS.escape(mark)}"]`);

  async function fieldsOf(key: string): Promise<Fields | undefined> {
    host.say('');
    const fields = await asking.fields(key);
    if (!fields) host.say(host.words().gone);
    return fields;
  }

  async function openForm(key: string): Promise<void> {
    const fields = await fieldsOf(key);
    if (fields) form.open(fields);
  }

  async function open(over: Element, key: string, name: string): Promise<void> {
    const fields = await fieldsOf(key);
    if (!fields || page.querySelector('.in-place')) return;
    inPlace(host, over, fields, name, (written, byKey) => {
      const shown = over.isConnected ? over : marked(fillMark(key, name));
      if (byKey) shown?.closest<HTMLElement | SVGElement>('[data-stop]')?.focus();
      // What was added is filled in next.
      if (written !== undefined && key.startsWith('levers/')) void openForm(`strategies/${written}`);
    });
  }

  return {
    enabled: () => editable,
    drawn(drawn, canBe) {
      picture = drawn;
      editable = canBe;
      void form.refresh();
    },
    async write(key, name, value) {
      const refused = await asking.write({ version: picture?.version ?? 0, key, name, value });
      host.say(refused);
      return refused === '';
    },
  };
}
