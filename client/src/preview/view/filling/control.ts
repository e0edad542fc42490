/** A native input for a field: a text, a day, a word of several, some of several. */
import type { Field } from '../../../../../server/src/protocol.ts';

export interface Control {
  readonly element: HTMLElement;
  /** What can have the focus; undefined where the field is only shown. */
  readonly input: HTMLElement | undefined;
  /** What is filled in now. */
  value(): string | readonly string[];
  /** Shows what is written in the plan now. */
  set(field: Field): void;
}

function made<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function option(value: string, title: string): HTMLOptionElement {
  const element = made('option', title);
  element.value = value;
  return element;
}

function line(field: Field, id: string): Control {
  const element = made('span');
  const input = made('input');
  input.type = field.kind === 'day' ? 'date' : 'text';
  element.append(input);
  const known = made('datalist');
  known.id = `${id}-known`;
  if (field.kind === 'line' && field.choices.length) {
    input.setAttribute('list', known.id);
    element.append(known);
  }
  const control = {
    element,
    input,
    value: () => input.value,
    set({ value, choices }: Field) {
      input.value = value;
      known.replaceChildren(...choices.map((choice) => option(choice.value, choice.title)));
    },
  };
  control.set(field);
  return control;
}

/** A text of a few lines, which is one in the plan. */
function prose(field: Field): Control {
  const input = made('textarea');
  input.rows = 3;
  const control = {
    element: input,
    input,
    value: () => input.value.replaceAll('\n', ' '),
    set({ value }: Field) {
      input.value = value;
    },
  };
  control.set(field);
  return control;
}

function choice(field: Field): Control {
  const input = made('select');
  const control = {
    element: input,
    input,
    value: () => input.value,
    set({ value, choices }: Field) {
      const known = choices.some((one) => one.value === value);
      // What is written is shown also where it is no choice.
      const options = choices.map((one) => option(one.value, one.title));
      input.replaceChildren(...(known ? [] : [option(value, value || '–')]), ...options);
      input.value = value;
    },
  };
  control.set(field);
  return control;
}

function items(field: Field): Control {
  const element = made('span');
  const boxes = () => [...element.querySelectorAll('input')];
  element.className = 'boxes';
  const control = {
    element,
    get input() {
      return boxes()[0];
    },
    value: () => boxes().flatMap(({ checked, value }) => (checked ? value : [])),
    set({ choices, items: chosen }: Field) {
      const now = boxes();
      if (now.map(({ value }) => value).join() !== choices.map(({ value }) => value).join()) {
        element.replaceChildren(
          ...choices.map(({ value, title }) => {
            const label = made('label');
            const box = made('input');
            box.type = 'checkbox';
            box.value = value;
            label.append(box, title);
            return label;
          }),
        );
      }
      for (const box of boxes()) box.checked = chosen.includes(box.value);
    },
  };
  control.set(field);
  return control;
}

function fixed(field: Field): Control {
  const element = made('output', field.value || '–');
  const set = ({ value }: Field) => {
    element.textContent = value || '–';
  };
  return { element, input: undefined, value: () => field.value, set };
}

/** The input for a field; `id` is its own in the page. */
export function control(field: Field, id: string): Control {
  switch (field.kind) {
    case 'prose':
      return prose(field);
    case 'choice':
      return choice(field);
    case 'items':
      return items(field);
    case 'fixed':
      return fixed(field);
    default:
      return line(field, id);
  }
}
