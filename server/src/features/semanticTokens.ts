/** Semantic tokens: strategies of the catalog and one's own, references, people, and dates that have passed. */
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import { danglingIn } from '../core/analysis/dangling.ts';
import { overdueIn } from '../core/analysis/timeline.ts';
import { speaks } from '../core/check/check.ts';
import type { Catalog } from '../core/model/catalog.ts';
import type { Plan } from '../core/model/plan.ts';
import { type Occurrence, occurrences } from '../core/model/references.ts';
import type { Span } from '../core/text/span.ts';
import { namesWithin } from './namesWithin.ts';
import { Places } from './places.ts';
import { isPlan, type Subject, type View } from './view.ts';

const types = ['namespace', 'function', 'variable', 'parameter', 'number'] as const;
const modifiers = ['declaration', 'defaultLibrary', 'deprecated', 'dangling'] as const;

type Type = (typeof types)[number];
type Modifier = (typeof modifiers)[number];

/**
 * Token types and modifiers. They are the protocol's, because themes have colors for them: `namespace` is a lever,
 * `function` a strategy (`defaultLibrary` one that comes with the product), `variable` an id, `parameter` a person, and
 * `number` a date, `deprecated` one that has passed. Only `dangling`, a reference that leads nowhere, is our own.
 */
export const legend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

/** A token type (index in the legend) and modifiers (bits). */
interface Look {
  readonly type: number;
  readonly bits: number;
}

function look(type: Type, ...of: readonly Modifier[]): Look {
  return { type: types.indexOf(type), bits: of.reduce((bits, name) => bits | (1 << modifiers.indexOf(name)), 0) };
}

const looks = {
  lever: look('namespace'),
  builtIn: look('function', 'defaultLibrary'),
  own: look('function'),
  ownIntroduced: look('function', 'declaration'),
  unknownStrategy: look('function', 'dangling'),
  introduced: look('variable', 'declaration'),
  reference: look('variable'),
  dangling: look('variable', 'dangling'),
  person: look('parameter'),
  overdue: look('number', 'deprecated'),
};

/** Classifies the names of a document. */
function looker({ reading }: Subject, catalog: Catalog): (name: Occurrence) => Look {
  const dangles = danglingIn(reading, catalog);
  return (found) => {
    const { kind, name, introduces } = found;
    if (kind === 'person') return looks.person;
    if (kind === 'catalog') {
      if (introduces) return looks.ownIntroduced;
      if (dangles(found)) return looks.unknownStrategy;
      const known = catalog.strategy(name);
      return known && known.origin === undefined ? looks.builtIn : looks.own;
    }
    if (introduces) return looks.introduced;
    return dangles(found) ? looks.dangling : looks.reference;
  };
}

/** A classified span. */
interface Token extends Span {
  readonly look: Look;
}

/** Tokens that are no names: keys of levers, ids of strategies that are in no catalog, and due dates that have passed. */
function others(plan: Plan, view: View): Token[] {
  const overdue = speaks('overdue', plan, view) ? overdueIn(plan, view) : undefined;
  const found: Token[] = plan.leverKeys.map(({ key: { start, end } }) => ({ start, end, look: looks.lever }));
  for (const strategy of plan.strategies) {
    const late = overdue?.dueOf(strategy);
    if (late) found.push({ ...late.span, look: looks.overdue });
    const own = strategy.says.use === undefined ? strategy.id : undefined;
    if (own) found.push({ ...own.span, look: looks.ownIntroduced });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Encodes tokens as in the protocol, each relative to the one before. */
class Writer {
  readonly data: number[] = [];
  private readonly at: Places;
  private line = 0;
  private character = 0;
  private end = 0;

  constructor(subject: Subject) {
    this.at = new Places(subject);
  }

  /** Skips a token that overlaps the previous one, or spans lines. */
  add(start: number, end: number, { type, bits }: Look): void {
    if (start < this.end || end <= start) return;
    const at = this.at.goTo(start);
    if (!at.isHere(end)) return;
    const before = at.line === this.line ? this.character : 0;
    this.data.push(at.line - this.line, at.character - before, end - start, type, bits);
    this.line = at.line;
    this.character = at.character;
    this.end = end;
  }
}

/** The tokens of a document, or of a range of it, in the order of the text. */
export function semanticTokens(subject: Subject, view: View, range?: Range): SemanticTokens {
  const { reading, document } = subject;
  const within = {
    start: range ? document.offsetAt(range.start) : 0,
    end: range ? document.offsetAt(range.end) : reading.text.length,
  };
  const lookOf = looker(subject, view.catalog);
  const rest = isPlan(subject) ? others(subject.reading, view) : [];
  const writer = new Writer(subject);
  let next = rest.findIndex(({ end }) => end >= within.start);
  const addUpTo = (offset: number) => {
    // At the same place, these take precedence over names.
    for (let token = rest[next]; token && token.start <= offset; token = rest[++next]) {
      writer.add(token.start, token.end, token.look);
    }
  };
  for (const name of namesWithin(occurrences(reading), within)) {
    addUpTo(name.start);
    writer.add(name.start, name.end, lookOf(name));
  }
  addUpTo(within.end);
  return { data: writer.data };
}
