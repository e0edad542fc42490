/** Shared by the rules about syntax: one finding for each error of some kinds, with its repair as a fix. */

import type { Finding, Fix } from '../diagnostics/rule.ts';
import type { Message } from '../i18n/message.ts';
import { brief, quoted } from '../i18n/phrases.ts';
import type { Reading } from '../model/reading.ts';
import { accepts, takesText } from '../schema/places.ts';
import { type ErrorKind, type ParseError, traitsOf } from '../syntax/parseError.ts';
import { toData } from '../syntax/tree.ts';
import { parseBlock } from '../syntax/yamlBlock.ts';
import { apply } from '../text/edit.ts';
import { placeNamed, taken } from './expectation.ts';
import { meantAt } from './meant.ts';
import { type UnreadValue, unreadAt } from './unread.ts';

/** The value that a reading error stands in, where the rule of its kind speaks of it as of a text; undefined elsewhere. */
function textMeant(plan: Reading, error: ParseError): UnreadValue | undefined {
  return traitsOf(error.kind).ofText ? unreadAt(plan, error) : undefined;
}

/**
 * Whether what a repair makes of a value is right at its place; undefined where that is not known: it reaches beyond the
 * value, or more is wrong with that.
 */
function suits(value: UnreadValue, { repair = [] }: ParseError): boolean | undefined {
  const { span, source, shape } = value;
  // A note hides where the value ends.
  if (repair.length === 0 || /\s#/.test(source)) return undefined;
  if (repair.some(({ start, end }) => start < span.start || end > span.end)) return undefined;
  const edits = repair.map(({ start, end, text }) => ({
    span: { start: start - span.start, end: end - span.start },
    text,
  }));
  const { node, errors } = parseBlock(apply(source, edits));
  return errors.length > 0 || node.kind === 'broken' ? undefined : accepts(shape, toData(node));
}

/** A gap of a template in a text: who fills it is not known. */
const gap = /\{\{|\$\{/;

/**
 * The change of an error as a fix: it makes of the text what was meant. None where the value that it makes is not right
 * at its place; one that makes a comment of something said is a choice, never the proposal.
 */
export function mending(plan: Reading, error: ParseError, title: Message): Fix[] {
  if (!error.repair?.length) return [];
  const value = textMeant(plan, error);
  if (value && suits(value, error) === false) return [];
  const edits = error.repair.map(({ start, end, text }) => ({ span: { start, end }, text }));
  const filled = !edits.some(({ span }) => gap.test(plan.text.slice(span.start, span.end)));
  const sure = !error.unsure && !traitsOf(error.kind).likely && filled;
  const hides = edits.some(({ text }) => /^(?:: )?# $/.test(text));
  return [{ title, edits, ...(!hides && { preferred: true }), ...(sure && !hides && { safe: true }) }];
}

/** What is said of a value that cannot be read where no free text can stand, and what was meant by it. */
export function misplacedText(plan: Reading, { shape, path, span, source }: UnreadValue): Omit<Finding, 'span'> {
  return {
    text: {
      en: '{place} takes {taken}; {source} cannot stand here.',
      'zh-CN': '{place}应为{taken}，这里不能写 {source}。',
    },
    data: { place: placeNamed(path), taken: taken(shape), source: quoted(brief(source, 40)) },
    fixes: () => {
      const meant = meantAt(plan, shape, source);
      return meant.map((text) => ({
        title: { text: { en: 'Change to {text}', 'zh-CN': '改为 {text}' }, data: { text: quoted(text) } },
        edits: [{ span, text }],
        preferred: meant.length === 1,
      }));
    },
  };
}

/** The names that one place marks with `&name` and another copies with `*name`: copies that are meant as such. */
export function copied(plan: Reading): ReadonlySet<string> {
  const named = (kind: ErrorKind) => plan.errors.flatMap((error) => (error.kind === kind ? (error.word ?? '') : []));
  const marked = new Set(named('mark'));
  return new Set(named('copy').filter((name) => marked.has(name)));
}

/**
 * A finding for each error of the given kinds; `say` puts it into words. Where a value that cannot be read stands at a
 * place that takes no free text, the finding says what that takes; what only says "not decided yet" has a rule of
 * its own.
 */
export function* findings(
  plan: Reading,
  kinds: readonly ErrorKind[] | ((error: ParseError) => boolean),
  say: (error: ParseError) => Omit<Finding, 'span' | 'fixes'> & { readonly fix: Message },
): Iterable<Finding> {
  for (const error of plan.errors) {
    if (typeof kinds === 'function' ? !kinds(error) : !kinds.includes(error.kind)) continue;
    const value = textMeant(plan, error);
    if (value?.undecided) continue;
    const span = { start: error.start, end: error.end };
    if (value && !takesText(value.shape) && !suits(value, error)) {
      yield { span, ...misplacedText(plan, value) };
      continue;
    }
    const { fix, ...words } = say(error);
    yield { span, ...words, fixes: () => mending(plan, error, fix) };
  }
}

/** The values that cannot be read and only say that something is not decided yet, each with its error. */
export function undecidedIn(plan: Reading): readonly { readonly error: ParseError; readonly value: UnreadValue }[] {
  return plan.errors.flatMap((error) => {
    const value = textMeant(plan, error);
    return value?.undecided ? [{ error, value }] : [];
  });
}
