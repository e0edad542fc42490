/** All rules: first what concerns reading, then the format, then change management, last the exceptions. */
import type { ExceptionRule, Rule } from '../rule.ts';
import { rule as copiedValue } from './copied-value.ts';
import { rule as coverageBelowFour } from './coverage-below-four.ts';
import { rule as dateOrder } from './date-order.ts';
import { rule as duplicateId } from './duplicate-id.ts';
import { rule as duplicateStrategy } from './duplicate-strategy.ts';
import { rule as emptyValue } from './empty-value.ts';
import { rule as exceptionWithoutReason } from './exception-without-reason.ts';
import { rule as excludedKey } from './excluded-key.ts';
import { rule as invalidDate } from './invalid-date.ts';
import { rule as malformedException } from './malformed-exception.ts';
import { rule as malformedValue } from './malformed-value.ts';
import { rule as missingKey } from './missing-key.ts';
import { rule as notAPlan } from './not-a-plan.ts';
import { rule as repeatedKey } from './repeated-key.ts';
import { rule as secondDocument } from './second-document.ts';
import { rule as strategyUnderWrongLever } from './strategy-under-wrong-lever.ts';
import { rule as strategyWithoutOwner } from './strategy-without-owner.ts';
import { rule as unknownDependency } from './unknown-dependency.ts';
import { rule as unknownKey } from './unknown-key.ts';
import { rule as unknownMeasure } from './unknown-measure.ts';
import { rule as unknownStakeholder } from './unknown-stakeholder.ts';
import { rule as unknownStrategy } from './unknown-strategy.ts';
import { rule as unknownValue } from './unknown-value.ts';
import { rule as unreadableFile } from './unreadable-file.ts';
import { rule as unreadableText } from './unreadable-text.ts';
import { rule as unusedException } from './unused-exception.ts';
import { rule as wrongKind } from './wrong-kind.ts';

export const rules: readonly (Rule | ExceptionRule)[] = [
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
  malformedException,
  exceptionWithoutReason,
  unusedException,
];
