/** All rules: those about reading and format, over plans and catalogs; those over plans, over catalogs, and about exceptions. */

import type { CatalogRule, ConfigRule, FormatRule, Rule, RuleFacts } from '../diagnostics/rule.ts';
import type { ExceptionRule } from '../diagnostics/suppressions.ts';
import { CatalogFile } from '../model/catalogFile.ts';
import { ConfigFile } from '../model/configFile.ts';
import type { Reading } from '../model/reading.ts';
import { rule as acceptanceWithoutReason } from './acceptance-without-reason.ts';
import { rule as activityMeasuresOnly } from './activity-measures-only.ts';
import { rule as aiWithoutEthics } from './ai-without-ethics.ts';
import { rule as ambiguousNumber } from './ambiguous-number.ts';
import { rule as approvalOpen } from './approval-open.ts';
import { rule as backslashInQuotes } from './backslash-in-quotes.ts';
import { rule as careEndsTooSoon } from './care-ends-too-soon.ts';
import { rule as changedByReading } from './changed-by-reading.ts';
import { rule as clashingStrategy } from './clashing-strategy.ts';
import { rule as colonInText } from './colon-in-text.ts';
import { rule as copiedValue } from './copied-value.ts';
import { rule as coverageBelowFour } from './coverage-below-four.ts';
import { rule as curlyQuotes } from './curly-quotes.ts';
import { rule as customMatchesCatalog } from './custom-matches-catalog.ts';
import { rule as dateInOtherForm } from './date-in-other-form.ts';
import { rule as dateOrder } from './date-order.ts';
import { rule as dayOff } from './day-off.ts';
import { rule as decisionOverdue } from './decision-overdue.ts';
import { rule as dependencyCycle } from './dependency-cycle.ts';
import { rule as dependencyOrder } from './dependency-order.ts';
import { rule as doneButOpen } from './done-but-open.ts';
import { rule as downtimeNotPlanned } from './downtime-not-planned.ts';
import { rule as duplicateId } from './duplicate-id.ts';
import { rule as duplicateStrategy } from './duplicate-strategy.ts';
import { rule as emptyValue } from './empty-value.ts';
import { rule as exceptionWithoutReason } from './exception-without-reason.ts';
import { rule as excludedKey } from './excluded-key.ts';
import { rule as factorMissing } from './factor-missing.ts';
import { rule as fullWidthPunctuation } from './full-width-punctuation.ts';
import { rule as goLiveMoved } from './go-live-moved.ts';
import { rule as groupOnlyInAll } from './group-only-in-all.ts';
import { rule as groupWithoutEnablement } from './group-without-enablement.ts';
import { rule as groupWithoutMotivation } from './group-without-motivation.ts';
import { rule as handoverUnclear } from './handover-unclear.ts';
import { rule as hiddenStrategy } from './hidden-strategy.ts';
import { rule as highImpactGroupUncovered } from './high-impact-group-uncovered.ts';
import { rule as holidayOrder } from './holiday-order.ts';
import { rule as impactNotRated } from './impact-not-rated.ts';
import { rule as invalidDate } from './invalid-date.ts';
import { rule as invisibleCharacter } from './invisible-character.ts';
import { rule as invisibleSponsor } from './invisible-sponsor.ts';
import { rule as lateStart } from './late-start.ts';
import { rule as lookAlikeDash } from './look-alike-dash.ts';
import { rule as lostCharacter } from './lost-character.ts';
import { rule as malformedException } from './malformed-exception.ts';
import { rule as malformedValue } from './malformed-value.ts';
import { rule as measureIncomplete } from './measure-incomplete.ts';
import { rule as measureOffCourse } from './measure-off-course.ts';
import { rule as mergeConflict } from './merge-conflict.ts';
import { rule as misnamedLever } from './misnamed-lever.ts';
import { rule as missingColon } from './missing-colon.ts';
import { rule as missingHyphen } from './missing-hyphen.ts';
import { rule as missingKey } from './missing-key.ts';
import { rule as missingKnowOrChoose } from './missing-know-or-choose.ts';
import { rule as missingSpace } from './missing-space.ts';
import { rule as needWithoutEvidence } from './need-without-evidence.ts';
import { rule as noBarriersIdentified } from './no-barriers-identified.ts';
import { rule as notACatalog } from './not-a-catalog.ts';
import { rule as notAConfiguration } from './not-a-configuration.ts';
import { rule as notAPlan } from './not-a-plan.ts';
import { rule as nothingAfterGoLive } from './nothing-after-go-live.ts';
import { rule as oddIndentation } from './odd-indentation.ts';
import { rule as outsidePlanWindow } from './outside-plan-window.ts';
import { rule as overdue } from './overdue.ts';
import { rule as ownerOverload } from './owner-overload.ts';
import { rule as pastedTable } from './pasted-table.ts';
import { rule as personTwoSpellings } from './person-two-spellings.ts';
import { rule as planWithoutMeasures } from './plan-without-measures.ts';
import { rule as readingOverdue } from './reading-overdue.ts';
import { rule as redefinedStrategy } from './redefined-strategy.ts';
import { rule as repeatedKey } from './repeated-key.ts';
import { rule as resistanceUnaddressed } from './resistance-unaddressed.ts';
import { rule as rewardsOverweight } from './rewards-overweight.ts';
import { rule as rewardsWithoutValues } from './rewards-without-values.ts';
import { rule as riskWithoutResponse } from './risk-without-response.ts';
import { rule as secondDocument } from './second-document.ts';
import { rule as specialStart } from './special-start.ts';
import { rule as sponsorMissing } from './sponsor-missing.ts';
import { rule as sponsorNotAPerson } from './sponsor-not-a-person.ts';
import { rule as statusContradictsDates } from './status-contradicts-dates.ts';
import { rule as strategyUnderWrongLever } from './strategy-under-wrong-lever.ts';
import { rule as strategyWithoutAudience } from './strategy-without-audience.ts';
import { rule as strategyWithoutDates } from './strategy-without-dates.ts';
import { rule as strategyWithoutMeasure } from './strategy-without-measure.ts';
import { rule as strategyWithoutOwner } from './strategy-without-owner.ts';
import { rule as sustainCoverageBelowFour } from './sustain-coverage-below-four.ts';
import { rule as targetMissed } from './target-missed.ts';
import { rule as textCutShort } from './text-cut-short.ts';
import { rule as trainingOnlyAfterGoLive } from './training-only-after-go-live.ts';
import { rule as unclosedBracket } from './unclosed-bracket.ts';
import { rule as unclosedQuote } from './unclosed-quote.ts';
import { rule as undecidedValue } from './undecided-value.ts';
import { rule as unfinishedText } from './unfinished-text.ts';
import { rule as unknownDependency } from './unknown-dependency.ts';
import { rule as unknownHiddenStrategy } from './unknown-hidden-strategy.ts';
import { rule as unknownKey } from './unknown-key.ts';
import { rule as unknownMeasure } from './unknown-measure.ts';
import { rule as unknownSimilarStrategy } from './unknown-similar-strategy.ts';
import { rule as unknownStakeholder } from './unknown-stakeholder.ts';
import { rule as unknownStrategy } from './unknown-strategy.ts';
import { rule as unknownValue } from './unknown-value.ts';
import { rule as unlistedName } from './unlisted-name.ts';
import { rule as unreadableFile } from './unreadable-file.ts';
import { rule as unreadableText } from './unreadable-text.ts';
import { rule as unusableFile } from './unusable-file.ts';
import { rule as unusedException } from './unused-exception.ts';
import { rule as unusedLeverWithoutReason } from './unused-lever-without-reason.ts';
import { rule as unusedStakeholder } from './unused-stakeholder.ts';
import { rule as usageTrackingWithoutGovernance } from './usage-tracking-without-governance.ts';
import { rule as wrongIndentation } from './wrong-indentation.ts';
import { rule as wrongKind } from './wrong-kind.ts';

/** How a text is written, and whether it keeps to its format: the same for plans and the files of a team. */
export const formatRules: readonly FormatRule[] = [
  unreadableFile,
  unreadableText,
  invisibleCharacter,
  lostCharacter,
  oddIndentation,
  wrongIndentation,
  missingColon,
  missingHyphen,
  missingSpace,
  fullWidthPunctuation,
  lookAlikeDash,
  curlyQuotes,
  undecidedValue,
  specialStart,
  colonInText,
  unclosedQuote,
  unclosedBracket,
  backslashInQuotes,
  textCutShort,
  changedByReading,
  mergeConflict,
  pastedTable,
  repeatedKey,
  secondDocument,
  copiedValue,
  unknownKey,
  missingKey,
  ambiguousNumber,
  wrongKind,
  unknownValue,
  dateInOtherForm,
  invalidDate,
  malformedValue,
  emptyValue,
  excludedKey,
];

/** What a change plan should be. */
export const planRules: readonly Rule[] = [
  notAPlan,
  misnamedLever,
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
  strategyWithoutAudience,
  dateOrder,
  goLiveMoved,
  dayOff,
  dependencyCycle,
  nothingAfterGoLive,
  handoverUnclear,
  careEndsTooSoon,
  highImpactGroupUncovered,
  groupWithoutEnablement,
  groupOnlyInAll,
  groupWithoutMotivation,
  impactNotRated,
  rewardsOverweight,
  planWithoutMeasures,
  strategyWithoutMeasure,
  measureIncomplete,
  targetMissed,
  measureOffCourse,
  readingOverdue,
  unusedStakeholder,
  overdue,
  decisionOverdue,
  approvalOpen,
  statusContradictsDates,
  doneButOpen,
  strategyWithoutDates,
  outsidePlanWindow,
  dependencyOrder,
  ownerOverload,
  needWithoutEvidence,
  unfinishedText,
  missingKnowOrChoose,
  noBarriersIdentified,
  riskWithoutResponse,
  resistanceUnaddressed,
  sustainCoverageBelowFour,
  trainingOnlyAfterGoLive,
  lateStart,
  sponsorMissing,
  sponsorNotAPerson,
  invisibleSponsor,
  personTwoSpellings,
  unlistedName,
  unusedLeverWithoutReason,
  rewardsWithoutValues,
  factorMissing,
  customMatchesCatalog,
  usageTrackingWithoutGovernance,
  aiWithoutEthics,
  downtimeNotPlanned,
  activityMeasuresOnly,
];

/** What holds for the catalog of a team. */
export const catalogRules: readonly CatalogRule[] = [
  notACatalog,
  redefinedStrategy,
  clashingStrategy,
  unknownHiddenStrategy,
  unknownSimilarStrategy,
];

/** What holds for the configuration of a team. */
export const configRules: readonly ConfigRule[] = [
  notAConfiguration,
  unusableFile,
  holidayOrder,
  acceptanceWithoutReason,
];

/** What holds for exceptions; asked when all others have spoken. */
export const exceptionRules: readonly ExceptionRule[] = [malformedException, exceptionWithoutReason, unusedException];

const overPlans: readonly FormatRule[] = [...formatRules, ...(planRules as readonly FormatRule[])];
const overCatalogs: readonly FormatRule[] = [...formatRules, ...(catalogRules as readonly FormatRule[])];
const overConfigs: readonly FormatRule[] = [...formatRules, ...(configRules as readonly FormatRule[])];

/** The rules that hold for a text, by its format. */
export function rulesOver(reading: Reading): readonly FormatRule[] {
  if (reading instanceof ConfigFile) return overConfigs;
  return reading instanceof CatalogFile ? overCatalogs : overPlans;
}

/** Every rule once: for what concerns all of them, such as their pages and settings. */
export const rules: readonly RuleFacts[] = [
  ...formatRules,
  ...planRules,
  ...catalogRules,
  ...configRules,
  ...exceptionRules,
];
