/** The form of a part of a plan: each key of the format as an input; a change is written when its input is left. */
import type { Field, Fields } from '../../../../../server/src/protocol.ts';
import { type Control, control } from './control.ts';
import type { Host } from './host.ts';
import { isChange } from './isChange.ts';

interface Row {
  field: Field;
  readonly control: Control;
  readonly message: HTMLElement;
}

export interface Form {
  /** Shows the form of a part; the focus returns to where it was when it is closed. */
  open(fields: Fields): void;
  /** The plan has changed: what is shown is asked again. */
  refresh(): Promise<void>;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Adds the form to the page, closed. */
export function formOf(host: Host, page: HTMLElement): Form {
  const dialog = element('dialog', 'form');
  const title = element('h2');
  title.id = 'form-title';
  dialog.setAttribute('aria-labelledby', title.id);
  const gone = element('p', 'refused');
  gone.setAttribute('role', 'alert');
  const body = element('div', 'fields');
  const done = element('button', 'begin');
  const inText = element('button', 'text');
  const foot = element('footer');
  done.type = 'button';
  inText.type = 'button';
  foot.append(done, inText);
  dialog.append(title, gone, body, foot);
  page.append(dialog);

  let current: Fields | undefined;
  let rows: Row[] = [];

  async function take(row: Row): Promise<void> {
    if (!current || !isChange(row.control.value(), row.field)) {
      row.message.textContent = '';
      return;
    }
    const { key, version } = current;
    const value = row.control.value();
    row.message.textContent = await host.write({ version, key, name: row.field.name, value });
    await refresh();
  }

  function rowOf(field: Field): Row {
    const id = `field-${field.name}`;
    const row: Row = { field, control: control(field, id), message: element('p', 'refused') };
    const { input } = row.control;
    const group = field.kind === 'items';
    const box: HTMLElement = element(group ? 'fieldset' : 'div', 'field');
    const label = element(group ? 'legend' : 'label', '', field.title);
    const description = element('p', 'detail', field.description);
    description.id = `${id}-more`;
    row.message.setAttribute('role', 'alert');
    if (label instanceof HTMLLabelElement) label.htmlFor = id;
    if (!group) (input ?? row.control.element).id = id;
    (group ? box : (input ?? row.control.element)).setAttribute('aria-describedby', description.id);
    box.append(label, row.control.element, row.message, description);
    box.addEventListener('change', () => void take(row));
    box.addEventListener('keydown', (event: KeyboardEvent) => {
      // In a text of a few lines, Enter takes it too.
      if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      void take(row);
    });
    body.append(box);
    return row;
  }

  function show(fields: Fields): void {
    const same = current?.key === fields.key && rows.length === fields.fields.length;
    current = fields;
    const words = host.words();
    title.textContent = fields.title;
    done.textContent = words.done;
    inText.textContent = words.inText;
    gone.textContent = '';
    if (!same) {
      body.replaceChildren();
      rows = fields.fields.map(rowOf);
      return;
    }
    for (const [index, field] of fields.fields.entries()) {
      const row = rows[index] as Row;
      // What somebody is filling in stays; so does what was refused.
      const kept = isChange(row.control.value(), row.field);
      row.field = field;
      if (!kept || !isChange(row.control.value(), field)) row.control.set(field);
    }
  }

  async function refresh(): Promise<void> {
    if (!dialog.open || !current) return;
    const fields = await host.fields(current.key);
    if (fields) show(fields);
    else gone.textContent = host.words().gone;
  }

  const close = async () => {
    for (const row of rows) await take(row);
    if (!rows.some(({ message }) => message.textContent)) dialog.close();
  };
  done.addEventListener('click', () => void close());
  inText.addEventListener('click', () => {
    if (!current) return;
    host.go(current.key);
    dialog.close();
  });
  dialog.addEventListener('cancel', (event) => {
    // The first Escape drops what is half filled in, the next closes.
    const row = rows.find((one) => one.control.element.contains(document.activeElement));
    if (!row || !isChange(row.control.value(), row.field)) return;
    event.preventDefault();
    row.control.set(row.field);
    row.message.textContent = '';
  });
  return {
    open(fields) {
      current = undefined;
      show(fields);
      dialog.showModal();
      rows.find(({ control: { input } }) => input)?.control.input?.focus();
    },
    refresh,
  };
}
