/** Hover: documentation of a key, a strategy or a lever, or the meaning of a reference. */
import type { Hover } from 'vscode-languageserver-types';
import { coverageMessage, whyNotCounted } from '../../core/analysis/coach.ts';
import { coverage, minimumLevers } from '../../core/analysis/coverage.ts';
import { say, sayMessage, type Text } from '../../core/i18n/message.ts';
import type { Plan } from '../../core/model/plan.ts';
import { type LeverId, leverIds } from '../../core/schema/format.gen.ts';
import type { Shape } from '../../core/schema/schema.ts';
import { type Spot, spotAt } from '../../core/syntax/tree.ts';
import { isPlan, rangeOf, type Subject, type View } from '../view.ts';
import { knowAndChooseMarkup } from './knowAndChooseMarkup.ts';
import { escaped, leverMarkup, markdown, shapeMarkup, strategyMarkup } from './markup.ts';
import { referenceMarkup } from './referenceMarkup.ts';

const covered: Text = { en: 'Covered in this plan.', 'zh-CN': '本计划已启用。' };
const uncovered: Text = { en: 'Not covered in this plan yet.', 'zh-CN': '本计划尚未启用。' };
const leftOut: Text = { en: 'Left out of this plan, with a reason.', 'zh-CN': '本计划不启用，已说明理由。' };
const notCounted: Text = {
  en: 'Not covered in this plan yet: {reasons}.',
  'zh-CN': '本计划尚未启用：{reasons}。',
};
const everyGroup: Text = { en: 'Every group of this plan.', 'zh-CN': '本计划的所有群体。' };

/** Whether a plan covers a lever, and why not where it has strategies. */
function standing(plan: Plan, id: LeverId, view: View): string {
  const lever = coverage(plan, view.catalog).levers.find((candidate) => candidate.lever === id);
  if (lever?.covered) return say(covered, view.locale);
  if (lever?.notUsed && lever.strategies.length === 0) return say(leftOut, view.locale);
  const reasons = lever ? whyNotCounted(lever) : [];
  return reasons.length ? say(notCounted, view.locale, { reasons }) : say(uncovered, view.locale);
}

function keyMarkup(subject: Subject, spot: Spot, shape: Shape, view: View): string {
  const [section, name] = spot.path;
  const lever = spot.path.length === 2 && section === 'levers' ? leverIds.find((id) => id === name) : undefined;
  if (lever && isPlan(subject)) {
    const parts = [leverMarkup(lever, view.catalog, view.locale), standing(subject.reading, lever, view)];
    return parts.join('\n\n');
  }
  const holder = subject.reading.format.shapeAt(spot.path.slice(0, -1));
  if (spot.path.length === 1 && section === 'levers' && isPlan(subject)) {
    const parts = [shapeMarkup(shape, view.locale, true)];
    // If levers are missing, the diagnostic says so in the same place.
    const minimum = minimumLevers(view.settings);
    const enough = coverage(subject.reading, view.catalog).covered.length >= minimum;
    if (enough || view.settings.get('coverage-below-four')?.severity === 'off') {
      parts.push(escaped(sayMessage(coverageMessage(subject.reading, view.catalog, minimum), view.locale)));
    }
    return [...parts, ...knowAndChooseMarkup(subject.reading, view)].join('\n\n');
  }
  if (spot.path.length === 1 && section === 'stakeholders' && isPlan(subject)) {
    return [shapeMarkup(shape, view.locale, true), ...knowAndChooseMarkup(subject.reading, view)].join('\n\n');
  }
  return shapeMarkup(shape, view.locale, holder?.required.includes(String(name ?? section)) === true);
}

function valueMarkup(subject: Subject, spot: Spot, shape: Shape, view: View): string | undefined {
  const { node } = spot.value;
  if (node.kind !== 'scalar') return undefined;
  const text = String(node.value ?? '');
  if (shape.refs.length > 0) {
    const found = referenceMarkup(isPlan(subject) ? subject.reading : undefined, text, shape.refs, view, true);
    return found ?? (shape.also.includes(text) ? say(everyGroup, view.locale) : undefined);
  }
  // The id of a team's own strategy.
  const own = shape.introduces === 'catalog' ? view.catalog.strategy(text) : undefined;
  if (own?.origin !== undefined) return strategyMarkup(own, view.catalog, view.locale, true);
  const meaning = shape.values?.get(text);
  if (meaning) return say(meaning, view.locale);
  if (shape.introduces === 'stakeholder' && isPlan(subject)) {
    return [shapeMarkup(shape, view.locale, false), ...knowAndChooseMarkup(subject.reading, view, text)].join('\n\n');
  }
  return shape.title ? shapeMarkup(shape, view.locale, false) : undefined;
}

/** The documentation of what is at an offset; undefined if there is none. */
export function hover(subject: Subject, offset: number, view: View): Hover | undefined {
  const { root, format } = subject.reading;
  const spot = spotAt(root, offset);
  const shape = spot && format.shapeAt(spot.path);
  if (!spot || !shape) return undefined;
  const value = spot.on === 'key' ? keyMarkup(subject, spot, shape, view) : valueMarkup(subject, spot, shape, view);
  if (!value) return undefined;
  return { contents: markdown(value), range: rangeOf(subject, spot.span) };
}
