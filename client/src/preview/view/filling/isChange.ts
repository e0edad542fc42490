/** Whether what is filled in is something else than what is written. */
import type { Field } from '../../../../../server/src/protocol.ts';

/** The order of items says nothing, nor does one that is written twice. */
export function isChange(value: string | readonly string[], field: Pick<Field, 'value' | 'items'>): boolean {
  if (typeof value === 'string') return value !== field.value;
  const written = new Set(field.items);
  return value.length !== written.size || value.some((item) => !written.has(item));
}
