/** All rules: first what concerns reading, then the format, then change management; and those over catalogs of teams. */
import { CatalogFile } from '../catalogFile.ts';
import type { Plan } from '../plan.ts';
import type { Reading } from '../reading.ts';
import type { CatalogRule, FormatRule, Rule } from '../rule.ts';
import { rule as clashingStrategy } from './clashing-strategy.ts';
import { rule as copiedValue } from './copied-value.ts';
import { rule as coverageBelowFour } from './coverage-below-four.ts';
import { rule as dateOrder } from './date-order.ts';
import { rule as duplicateId } from './duplicate-id.ts';
import { rule as duplicateStrategy } from './duplicate-strategy.ts';
import { rule as emptyValue } from './empty-value.ts';
import { rule as excludedKey } from './excluded-key.ts';
import { rule as hiddenStrategy } from './hidden-strategy.ts';
import { rule as invalidDate } from './invalid-date.ts';
import { rule as malformedValue } from './malformed-value.ts';
import { rule as missingKey } from './missing-key.ts';
import { rule as notACatalog } from './not-a-catalog.ts';
import { rule as notAPlan } from './not-a-plan.ts';
import { rule as redefinedStrategy } from './redefined-strategy.ts';
import { rule as repeatedKey } from './repeated-key.ts';
import { rule as secondDocument } from './second-document.ts';
import { rule as strategyUnderWrongLever } from './strategy-under-wrong-lever.ts';
import { rule as strategyWithoutOwner } from './strategy-without-owner.ts';
import { rule as unknownDependency } from './unknown-dependency.ts';
import { rule as unknownHiddenStrategy } from './unknown-hidden-strategy.ts';
import { rule as unknownKey } from './unknown-key.ts';
import { rule as unknownMeasure } from './unknown-measure.ts';
import { rule as unknownSimilarStrategy } from './unknown-similar-strategy.ts';
import { rule as unknownStakeholder } from './unknown-stakeholder.ts';
import { rule as unknownStrategy } from './unknown-strategy.ts';
import { rule as unknownValue } from './unknown-value.ts';
import { rule as unreadableFile } from './unreadable-file.ts';
import { rule as unreadableText } from './unreadable-text.ts';
import { rule as wrongKind } from './wrong-kind.ts';

/** What holds for plans. */
export const planRules: readonly Rule[] = [
  unreadableFile,
  unreadableText,
  repeatedKey,
  secondDocument,
  copiedValue,
  notAPlan,
  unknownKey,
  missingKey,
  wrongKind,
  unknownValue,
  malformedValue,
  emptyValue,
  excludedKey,
  coverageBelowFour,
  unknownStrategy,
  hiddenStrategy,
  strategyUnderWrongLever,
  duplicateStrategy,
  duplicateId,
  unknownStakeholder,
  unknownMeasure,
  unknownDependency,
  strategyWithoutOwner,
  invalidDate,
  dateOrder,
];

/** What holds for the catalog of a team: the same reading and format, and what is its own. */
export const catalogRules: readonly CatalogRule[] = [
  unreadableFile,
  unreadableText,
  repeatedKey,
  secondDocument,
  copiedValue,
  notACatalog,
  unknownKey,
  missingKey,
  wrongKind,
  unknownValue,
  malformedValue,
  emptyValue,
  excludedKey,
  redefinedStrategy,
  clashingStrategy,
  unknownHiddenStrategy,
  unknownSimilarStrategy,
];

/** The rules that hold for a text, by its format. */
export function rulesOver(reading: Reading): readonly FormatRule[] {
  return reading instanceof CatalogFile ? catalogRules : planRules;
}

/** A rule, whatever it is about: for what concerns all of them, such as their pages and settings. */
export type AnyRule = Rule<string, Plan & CatalogFile>;

/** Every rule once. */
export const rules: readonly AnyRule[] = [...new Set<AnyRule>([...planRules, ...catalogRules])];
