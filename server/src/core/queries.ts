/**
 * What is asked of plans, and on whose behalf: after an edit, only what could be answered otherwise now is asked again.
 * Dependencies are observed, not declared: a declaration can be wrong.
 */

/**
 * Something that can be asked of any plan: for a key of some kind of entries, for something about an entry, or for
 * something that is worked out of the whole. A small number.
 */
export type Query = number;

/** By its number, whether a query was ever asked. */
type Asked = boolean[];

/** What was ever asked in order to answer each query that is put together from others. */
const parts: (Asked | undefined)[] = [];

let count: Query = 0;

/** What is asked goes here: to the query that is being answered. */
let asking: Asked | undefined;

export function newQuery(): Query {
  return count++;
}

/** Notes that a query is asked. */
export function ask(query: Query): void {
  if (asking) asking[query] = true;
}

/** Works something out; what is asked meanwhile goes to `asked`, whatever happens. */
function noting<T>(asked: Asked | undefined, work: () => T): T {
  const outer = asking;
  asking = asked;
  try {
    return work();
  } finally {
    asking = outer;
  }
}

/** Works out the answer to a query; what is asked meanwhile is asked for its sake. */
export function answering<T>(query: Query, work: () => T): T {
  parts[query] ??= [];
  return noting(parts[query], work);
}

/** The same for an answer that nobody has to trace: it is compared itself. */
export function aside<T>(work: () => T): T {
  return noting(undefined, work);
}

/** Whether the answer to a query could be another one, when the answers to some have changed. */
export function affectedBy(changed: ReadonlySet<Query>): (query: Query) => boolean {
  const known = new Map<Query, boolean>();
  const affected = (query: Query): boolean => {
    const before = known.get(query);
    if (before !== undefined) return before;
    known.set(query, changed.has(query));
    const result = changed.has(query) || (parts[query]?.some((asked, part) => asked && affected(part)) ?? false);
    known.set(query, result);
    return result;
  };
  return affected;
}
