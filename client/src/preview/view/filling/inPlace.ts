/** An input over what shows a value: Enter takes what is filled in, Escape drops it, and whoever leaves it takes a change. */
import type { Fields } from '../../../../../server/src/protocol.ts';
import { control } from './control.ts';
import type { Host } from './host.ts';
import { isChange } from './isChange.ts';

/** Opens the input for the field `name` over `over`; `done` is called when it closes, with the value that was written. */
export function inPlace(
  host: Host,
  over: Element,
  asked: Fields,
  name: string,
  done: (written: string | undefined, byKey: boolean) => void,
): void {
  let fields = asked;
  const field = () => fields.fields.find((one) => one.name === name);
  const first = field();
  if (!first || first.kind === 'fixed') {
    host.say(first?.description || host.words().gone);
    return;
  }
  const form = document.createElement('form');
  form.className = 'in-place';
  const { element, input, ...filled } = control(first, 'in-place');
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  input?.setAttribute('aria-label', first.title);
  input?.setAttribute('title', first.description);
  form.append(element, message);

  let busy = false;
  let closed = false;
  const close = (written: string | undefined, byKey: boolean) => {
    closed = true;
    form.remove();
    done(written, byKey);
  };

  async function take(byKey: boolean): Promise<void> {
    const now = field();
    if (busy || closed || !now) return;
    const value = filled.value();
    if (!isChange(value, now)) return close(undefined, byKey);
    busy = true;
    const refused = await host.write({ version: fields.version, key: fields.key, name, value });
    busy = false;
    if (!refused) return close(String(value), byKey);
    message.textContent = refused;
    // What was filled in stays; the next try is for the text as it is now.
    fields = (await host.fields(fields.key)) ?? fields;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void take(true);
  });
  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close(undefined, true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void take(true);
    }
    event.stopPropagation();
  });
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) void take(false);
  });
  const { left, top, width } = over.getBoundingClientRect();
  form.style.left = `${Math.max(4, Math.min(left, innerWidth - 250)) + scrollX}px`;
  form.style.top = `${top + scrollY - 4}px`;
  form.style.minWidth = `${Math.min(width, 240)}px`;
  document.body.append(form);
  input?.focus();
  if (input instanceof HTMLInputElement && input.type === 'text') input.select();
}
