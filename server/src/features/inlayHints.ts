/** Inlay hints: what ids stand for, such as titles of strategies and measures, and sizes of groups. */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { peopleCount } from '../core/analysis/labels.ts';
import { say } from '../core/i18n/message.ts';
import { brief } from '../core/i18n/phrases.ts';
import { entryNamed } from '../core/model/declaredIds.ts';
import { slug } from '../core/model/ids.ts';
import { type Occurrence, occurrences } from '../core/model/references.ts';
import { type At, follow, spanOf, spotAt, valueUnder } from '../core/syntax/tree.ts';
import { markdown } from './hover/markup.ts';
import { referenceMarkup } from './hover/referenceMarkup.ts';
import { namesWithin } from './namesWithin.ts';
import { Places } from './places.ts';
import { entryName, scalarText } from './symbols/entries.ts';
import { isPlan, type Subject, type View } from './view.ts';

/** The hints that can be switched: beside strategies of the catalog, groups of people, and other references. */
export const hintKinds = ['strategies', 'stakeholders', 'references'] as const;
export type HintKind = (typeof hintKinds)[number];

/** The longest hint, in characters; its tooltip has the whole. */
const longest = 40;

function hintKind({ kind }: Occurrence): HintKind | undefined {
  if (kind === 'catalog') return 'strategies';
  if (kind === 'stakeholder') return 'stakeholders';
  return kind === 'person' ? undefined : 'references';
}

/** Whether an id contains a title already. */
function saysTheSame(id: string, title: string): boolean {
  return id === title || slug(title) === id;
}

function sizeWords(size: string, view: View): string | undefined {
  const n = Number(size);
  if (!(n > 0)) return undefined;
  return say(n === 1 ? peopleCount.one : peopleCount.many, view.locale, { n: n.toLocaleString('en') });
}

/** The title of what a name refers to, if it says more than the name. `entry`: the entry around the name. */
function labelOf(subject: Subject, { kind, name }: Occurrence, entry: At | undefined, view: View): string | undefined {
  const unlessSaid = (title: string) => (title !== '' && !saysTheSame(name, title) ? title : undefined);
  if (kind === 'catalog') {
    const strategy = scalarText(valueUnder(entry, 'title')) === '' ? view.catalog.strategy(name) : undefined;
    return strategy && unlessSaid(say(strategy.title, view.locale));
  }
  const named = kind === 'person' || !isPlan(subject) ? undefined : entryNamed(subject.reading, kind, name);
  if (!named) return undefined;
  const size = kind === 'stakeholder' ? sizeWords(scalarText(valueUnder(named, 'size')), view) : undefined;
  return size ?? unlessSaid(entryName(named, view).title);
}

/** The hints in a range that are switched on, in the order of the text. */
export function inlayHints(
  subject: Subject,
  range: Range,
  on: Readonly<Record<HintKind, boolean>>,
  view: View,
): InlayHint[] {
  const { reading, document } = subject;
  const places = new Places(subject);
  const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const hints: InlayHint[] = [];
  for (const name of namesWithin(occurrences(reading), within)) {
    const kind = hintKind(name);
    const spot = kind && on[kind] && !name.introduces ? spotAt(reading.root, name.start) : undefined;
    if (!spot || name.kind === 'person') continue;
    const label = labelOf(subject, name, follow(reading.root, spot.path.slice(0, -1)), view);
    if (label === undefined) continue;
    // After the closing quote of a quoted name.
    const { end } = spanOf(spot.value);
    const plan = isPlan(subject) ? subject.reading : undefined;
    const value = referenceMarkup(plan, name.name, [name.kind], view, false);
    const { line, character } = places.goTo(end - name.end === 1 ? end : name.end);
    hints.push({
      position: { line, character },
      label: brief(label, longest),
      paddingLeft: true,
      ...(value && { tooltip: markdown(value) }),
    });
  }
  return hints;
}
