/**
 * What is asked of plans, and on whose behalf: after an edit, only what could be answered otherwise now is asked again.
 * Dependencies are observed, not declared: a declaration can be wrong.
 */

/**
 * Something that can be asked of any plan: for a key of some kind of entries, for something about an entry, or for
 * something that is worked out of the whole. A small number.
 */
export type Question = number;

/** By its number, whether a question was ever asked. */
type Asked = boolean[];

/** What was ever asked in order to answer each question that is put together from others. */
const parts: (Asked | undefined)[] = [];

let count: Question = 0;

/** What is asked goes here: to the question that is being answered. */
let asking: Asked | undefined;

export function newQuestion(): Question {
  return count++;
}

/** Notes that a question is asked. */
export function ask(question: Question): void {
  if (asking) asking[question] = true;
}

/** From here on, what is asked is asked for the sake of `question`, until `end` is given what this returns. */
export function begin(question: Question): unknown {
  const outer = asking;
  asking = parts[question] ??= [];
  return outer;
}

/** The same for an answer that nobody has to trace: it is compared itself. */
export function beginAside(): unknown {
  const outer = asking;
  asking = undefined;
  return outer;
}

/** Ends what `begin` began. */
export function end(outer: unknown): void {
  asking = outer as Asked | undefined;
}

/** Works out the answer to a question; what is asked meanwhile is asked for its sake. */
export function answering<T>(question: Question, work: () => T): T {
  const outer = begin(question);
  try {
    return work();
  } finally {
    end(outer);
  }
}

/** Whether the answer to a question could be another one, when the answers to some have changed. */
export function affectedBy(changed: ReadonlySet<Question>): (question: Question) => boolean {
  const known = new Map<Question, boolean>();
  const affected = (question: Question): boolean => {
    const before = known.get(question);
    if (before !== undefined) return before;
    known.set(question, changed.has(question));
    const result = changed.has(question) || (parts[question]?.some((asked, part) => asked && affected(part)) ?? false);
    known.set(question, result);
    return result;
  };
  return affected;
}
