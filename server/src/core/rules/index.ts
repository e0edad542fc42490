/** All rules: first what concerns reading, then the format, then change management. */
import type { Rule } from '../rule.ts';
import { rule as copiedValue } from './copied-value.ts';
import { rule as coverageBelowFour } from './coverage-below-four.ts';
import { rule as dateOrder } from './date-order.ts';
import { rule as dependencyCycle } from './dependency-cycle.ts';
import { rule as dependencyOrder } from './dependency-order.ts';
import { rule as duplicateId } from './duplicate-id.ts';
import { rule as duplicateStrategy } from './duplicate-strategy.ts';
import { rule as emptyValue } from './empty-value.ts';
import { rule as excludedKey } from './excluded-key.ts';
import { rule as invalidDate } from './invalid-date.ts';
import { rule as malformedValue } from './malformed-value.ts';
import { rule as missingKey } from './missing-key.ts';
import { rule as notAPlan } from './not-a-plan.ts';
import { rule as nothingAfterGoLive } from './nothing-after-go-live.ts';
import { rule as outsidePlanWindow } from './outside-plan-window.ts';
import { rule as overdue } from './overdue.ts';
import { rule as repeatedKey } from './repeated-key.ts';
import { rule as secondDocument } from './second-document.ts';
import { rule as statusContradictsDates } from './status-contradicts-dates.ts';
import { rule as strategyUnderWrongLever } from './strategy-under-wrong-lever.ts';
import { rule as strategyWithoutOwner } from './strategy-without-owner.ts';
import { rule as sustainCoverageBelowFour } from './sustain-coverage-below-four.ts';
import { rule as trainingOnlyAfterGoLive } from './training-only-after-go-live.ts';
import { rule as unknownDependency } from './unknown-dependency.ts';
import { rule as unknownKey } from './unknown-key.ts';
import { rule as unknownMeasure } from './unknown-measure.ts';
import { rule as unknownStakeholder } from './unknown-stakeholder.ts';
import { rule as unknownStrategy } from './unknown-strategy.ts';
import { rule as unknownValue } from './unknown-value.ts';
import { rule as unreadableFile } from './unreadable-file.ts';
import { rule as unreadableText } from './unreadable-text.ts';
import { rule as wrongKind } from './wrong-kind.ts';

export const rules: readonly Rule[] = [
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
  strategyUnderWrongLever,
  duplicateStrategy,
  duplicateId,
  unknownStakeholder,
  unknownMeasure,
  unknownDependency,
  strategyWithoutOwner,
  invalidDate,
  dateOrder,
  dependencyCycle,
  nothingAfterGoLive,
  overdue,
  statusContradictsDates,
  outsidePlanWindow,
  dependencyOrder,
  sustainCoverageBelowFour,
  trainingOnlyAfterGoLive,
];
