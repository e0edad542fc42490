/** Shared by the rules about syntax: one finding for each error of some kinds, with its repair as a fix. */

import type { Finding, Fix } from '../diagnostics/rule.ts';
import type { Message } from '../i18n/message.ts';
import type { Reading } from '../model/reading.ts';
import { type ErrorKind, type ParseError, traitsOf } from '../syntax/parseError.ts';

/** The repair of an error as a fix. One that makes a comment of something said is a choice, never the proposal. */
export function mending(error: ParseError, title: Message): Fix[] {
  if (!error.repair?.length) return [];
  const edits = error.repair.map(({ start, end, text }) => ({ span: { start, end }, text }));
  const sure = !error.unsure && !traitsOf(error.kind).likely;
  const hides = error.repair.some(({ text }) => /^(?:: )?# $/.test(text));
  return [{ title, edits, ...(!hides && { preferred: true }), ...(sure && !hides && { safe: true }) }];
}

/** The names that one place marks with `&name` and another copies with `*name`: copies that are meant as such. */
export function copied(plan: Reading): ReadonlySet<string> {
  const named = (reason: ErrorKind) =>
    plan.errors.flatMap((error) => (error.kind === reason ? (error.word ?? '') : []));
  const marked = new Set(named('mark'));
  return new Set(named('copy').filter((name) => marked.has(name)));
}

/** A finding for each error of the given kinds; `say` puts it into words. */
export function* findings(
  plan: Reading,
  kinds: readonly ErrorKind[] | ((error: ParseError) => boolean),
  say: (error: ParseError) => Omit<Finding, 'span' | 'fixes'> & { readonly fix: Message },
): Iterable<Finding> {
  for (const error of plan.errors) {
    if (typeof kinds === 'function' ? !kinds(error) : !kinds.includes(error.kind)) continue;
    const { fix, ...words } = say(error);
    yield { span: { start: error.start, end: error.end }, ...words, fixes: () => mending(error, fix) };
  }
}
