/** Inlay hints: what ids stand for, such as titles of strategies and measures, and sizes of groups. */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { peopleCount } from '../core/analysis/labels.ts';
import { say } from '../core/i18n/message.ts';
import { brief, numberText } from '../core/i18n/phrases.ts';
import { entryNamed } from '../core/model/declaredIds.ts';
import { slug } from '../core/model/ids.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Reading } from '../core/model/reading.ts';
import { type Occurrence, occurrences } from '../core/model/references.ts';
import {
  type At,
  follow,
  isList,
  itemsOf,
  type List,
  type Spot,
  spanOf,
  spotAt,
  valueUnder,
} from '../core/syntax/tree.ts';
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

/** How many people a group has; undefined where its plan does not say. */
function sizeOf({ reading }: Subject<Plan>, group: string): number | undefined {
  const size = Number(scalarText(valueUnder(entryNamed(reading, 'stakeholder', group), 'size')));
  return size > 0 ? size : undefined;
}

function peopleWords(n: number, view: View): string {
  return say(n === 1 ? peopleCount.one : peopleCount.many, view.locale, { n: numberText(n) });
}

/**
 * How many people the groups of a list in brackets have together, behind the last one: a hint for each would tear a line
 * of several apart. Undefined where one of them has no size, or is `all`.
 */
function totalOf(subject: Subject<Plan>, list: At<List>, view: View): string | undefined {
  const sizes = itemsOf(list).map((item) => sizeOf(subject, scalarText(item)));
  return sizes.every((size) => size !== undefined)
    ? peopleWords(
        sizes.reduce((a, b) => a + b, 0),
        view,
      )
    : undefined;
}

/** The list in brackets with several items in which a name stands, and whether it is the last of them. */
function severalAround({ root }: Reading, { path }: Spot): { list: At<List>; last: boolean } | undefined {
  const list = follow(root, path.slice(0, -1));
  if (!list || !isList(list) || !list.node.flow || list.node.items.length < 2) return undefined;
  return { list, last: path.at(-1) === list.node.items.length - 1 };
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
  const size = kind === 'stakeholder' && isPlan(subject) ? sizeOf(subject, name) : undefined;
  return size ? peopleWords(size, view) : unlessSaid(entryName(named, view).title);
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
    const several = name.kind === 'stakeholder' ? severalAround(reading, spot) : undefined;
    const label =
      several && isPlan(subject)
        ? several.last && totalOf(subject, several.list, view)
        : labelOf(subject, name, follow(reading.root, spot.path.slice(0, -1)), view);
    if (!label) continue;
    // After the closing quote of a quoted name.
    const { end } = spanOf(spot.value);
    const plan = isPlan(subject) ? subject.reading : undefined;
    const value = several ? undefined : referenceMarkup(plan, name.name, [name.kind], view, false);
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
