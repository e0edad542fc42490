/** Shared by the rules about syntax: one finding for each error of some kinds, with its repair as a fix. */

import type { Finding, Fix } from '../diagnostics/rule.ts';
import type { Message } from '../i18n/message.ts';
import type { Reading } from '../model/reading.ts';
import { type Fault, type Reason, traitsOf } from '../syntax/syntaxError.ts';

/** The change of a fault as a fix: it makes of the text what was meant. */
export function mending(fault: Fault, title: Message): Fix[] {
  if (!fault.mend?.length) return [];
  const edits = fault.mend.map(({ start, end, text }) => ({ span: { start, end }, text }));
  const sure = !fault.unsure && !traitsOf(fault.reason).likely;
  return [{ title, edits, preferred: true, ...(sure && { safe: true }) }];
}

/** The names that one place marks with `&name` and another copies with `*name`: copies that are meant as such. */
export function copied(plan: Reading): ReadonlySet<string> {
  const named = (reason: Reason) => plan.faults.flatMap((fault) => (fault.reason === reason ? (fault.word ?? '') : []));
  const marked = new Set(named('mark'));
  return new Set(named('copy').filter((name) => marked.has(name)));
}

/** A finding for each fault of the given kinds; `say` puts it into words. */
export function* findings(
  plan: Reading,
  kinds: readonly Reason[] | ((fault: Fault) => boolean),
  say: (fault: Fault) => Omit<Finding, 'span' | 'fixes'> & { readonly fix: Message },
): Iterable<Finding> {
  for (const fault of plan.faults) {
    if (typeof kinds === 'function' ? !kinds(fault) : !kinds.includes(fault.reason)) continue;
    const { fix, ...words } = say(fault);
    yield { span: { start: fault.start, end: fault.end }, ...words, fixes: () => mending(fault, fix) };
  }
}
