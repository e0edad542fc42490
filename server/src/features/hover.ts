/** What stands under the pointer: the manual entry of a key, a strategy, a lever, or what a reference means. */
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { coverageMessage } from '../core/coach.ts';
import { coverage } from '../core/coverage.ts';
import { leverIds } from '../core/format.gen.ts';
import type { Entry, Plan } from '../core/plan.ts';
import { minimumLevers } from '../core/rules/coverage-below-four.ts';
import type { Shape } from '../core/schema.ts';
import { say, sayMessage, type Text } from '../core/text.ts';
import { type Spot, spotAt } from '../core/tree.ts';
import { escaped, leverMarkup, shapeMarkup, strategyMarkup } from './markup.ts';
import { isPlan, rangeOf, type Subject, type View } from './view.ts';

const covered: Text = { en: 'Covered in this plan.', 'zh-CN': '本计划已启用。' };
const uncovered: Text = { en: 'Not covered in this plan yet.', 'zh-CN': '本计划尚未启用。' };
const everyGroup: Text = { en: 'Every group of this plan.', 'zh-CN': '本计划的所有群体。' };

function keyMarkup(subject: Subject, spot: Spot, shape: Shape, view: View): string {
  const [section, name] = spot.path;
  const lever = spot.path.length === 2 && section === 'levers' ? leverIds.find((id) => id === name) : undefined;
  if (lever && isPlan(subject)) {
    const isCovered = coverage(subject.reading, view.catalog).covered.includes(lever);
    const parts = [leverMarkup(lever, view.catalog, view.locale), say(isCovered ? covered : uncovered, view.locale)];
    return parts.join('\n\n');
  }
  const holder = subject.reading.format.shapeAt(spot.path.slice(0, -1));
  if (spot.path.length === 1 && section === 'levers' && isPlan(subject)) {
    const parts = [shapeMarkup(shape, view.locale, true)];
    // Where levers are missing the problem says so, in the same words and the same place.
    const minimum = minimumLevers(view.settings);
    const enough = coverage(subject.reading, view.catalog).covered.length >= minimum;
    if (enough || view.settings.get('coverage-below-four')?.severity === 'off') {
      parts.push(escaped(sayMessage(coverageMessage(subject.reading, view.catalog, minimum), view.locale)));
    }
    return parts.join('\n\n');
  }
  return shapeMarkup(shape, view.locale, holder?.required.includes(String(name ?? section)) === true);
}

/** The entry that an id refers to: its title and what its author wrote about it. */
function entryMarkup(entry: Entry, title: string, more: readonly string[]): string {
  const facts = more.flatMap((key) => {
    const text = entry.word(key)?.value ?? entry.number(key)?.value;
    return text === undefined ? [] : `- \`${key}\`: ${escaped(String(text))}`;
  });
  return [`**${escaped(entry.word(title)?.value ?? '')}**`, facts.join('\n')].filter(Boolean).join('\n\n');
}

function referenceMarkup(plan: Plan | undefined, id: string, shape: Shape, view: View): string | undefined {
  const withId = (entries: readonly Entry[]) => entries.find((entry) => entry.word('id')?.value === id);
  for (const kind of shape.refs) {
    if (kind === 'catalog') {
      const strategy = view.catalog.strategy(id);
      if (strategy) return strategyMarkup(strategy, view.catalog, view.locale, true);
    } else if (!plan) {
    } else if (kind === 'stakeholder') {
      const group = withId(plan.list('stakeholders'));
      if (group) return entryMarkup(group, 'name', ['kind', 'size', 'impact', 'influence', 'attitude']);
    } else if (kind === 'measure') {
      const measure = withId(plan.list('measures'));
      if (measure) return entryMarkup(measure, 'title', ['kind', 'unit', 'baseline', 'target', 'by', 'owner']);
    } else if (kind === 'milestone') {
      const milestone = withId(plan.list('milestones'));
      if (milestone) return entryMarkup(milestone, 'title', ['date', 'kind']);
    } else if (kind === 'strategy') {
      const strategy = plan.strategies.find((candidate) => candidate.id?.value === id);
      const known = strategy?.use && view.catalog.strategy(strategy.use.value);
      const facts = strategy && entryMarkup(strategy, 'title', ['owner', 'start', 'due', 'status']);
      if (known) return [strategyMarkup(known, view.catalog, view.locale, false), facts].filter(Boolean).join('\n\n');
      if (facts) return facts;
    }
  }
  return shape.also.includes(id) ? say(everyGroup, view.locale) : undefined;
}

function valueMarkup(subject: Subject, spot: Spot, shape: Shape, view: View): string | undefined {
  const { node } = spot.value;
  if (node.kind !== 'scalar') return undefined;
  const text = String(node.value ?? '');
  if (shape.refs.length > 0) {
    return referenceMarkup(isPlan(subject) ? subject.reading : undefined, text, shape, view);
  }
  // The id of a team's strategy: what plans will show of it.
  const own = shape.introduces === 'catalog' ? view.catalog.strategy(text) : undefined;
  if (own?.origin !== undefined) return strategyMarkup(own, view.catalog, view.locale, true);
  const meaning = shape.values?.[text];
  if (meaning) return say(meaning, view.locale);
  return shape.title ? shapeMarkup(shape, view.locale, false) : undefined;
}

/** The manual entry for what stands at an offset, or nothing where there is none. */
export function hover(subject: Subject, offset: number, view: View): Hover | undefined {
  const { root, format } = subject.reading;
  const spot = spotAt(root, offset);
  const shape = spot && format.shapeAt(spot.path);
  if (!spot || !shape) return undefined;
  const value = spot.on === 'key' ? keyMarkup(subject, spot, shape, view) : valueMarkup(subject, spot, shape, view);
  if (!value) return undefined;
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(subject, spot.span) };
}
