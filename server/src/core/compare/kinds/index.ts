/** All kinds of changes, in the order in which they are asked and told. Each takes what it tells, so the general ones come last. */
import type { ChangeKind } from '../change.ts';
import { kind as activityChanged } from './activity-changed.ts';
import { kind as approvalChanged } from './approval-changed.ts';
import { kind as aspectsChanged } from './aspects-changed.ts';
import { kind as audienceChanged } from './audience-changed.ts';
import { kind as baselineChanged } from './baseline-changed.ts';
import { kind as behaviorChanged } from './behavior-changed.ts';
import { kind as benefitChanged } from './benefit-changed.ts';
import { kind as channelChanged } from './channel-changed.ts';
import { kind as concernChanged } from './concern-changed.ts';
import { kind as confidentialityChanged } from './confidentiality-changed.ts';
import { kind as coverageChanged } from './coverage-changed.ts';
import { kind as decisionChanged } from './decision-changed.ts';
import { kind as decisionRecordChanged } from './decision-record-changed.ts';
import { kind as deliverableChanged } from './deliverable-changed.ts';
import { kind as dependencyChanged } from './dependency-changed.ts';
import { kind as evidenceChanged } from './evidence-changed.ts';
import { kind as exceptionChanged } from './exception-changed.ts';
import { kind as gateChanged } from './gate-changed.ts';
import { kind as goLiveMoved } from './go-live-moved.ts';
import { kind as groupChanged } from './group-changed.ts';
import { kind as groupReachChanged } from './group-reach-changed.ts';
import { kind as handoverChanged } from './handover-changed.ts';
import { kind as hoursChanged } from './hours-changed.ts';
import { kind as idRenamed } from './id-renamed.ts';
import { kind as influenceChanged } from './influence-changed.ts';
import { kind as leadChanged } from './lead-changed.ts';
import { kind as leverLeftOut } from './lever-left-out.ts';
import { kind as listChanged } from './list-changed.ts';
import { kind as measureChanged } from './measure-changed.ts';
import { kind as measureKindChanged } from './measure-kind-changed.ts';
import { kind as measureUnitChanged } from './measure-unit-changed.ts';
import { kind as measuringChanged } from './measuring-changed.ts';
import { kind as milestoneChanged } from './milestone-changed.ts';
import { kind as notesChanged } from './notes-changed.ts';
import { kind as ownerChanged } from './owner-changed.ts';
import { kind as planEmptied } from './plan-emptied.ts';
import { kind as planMoved } from './plan-moved.ts';
import { kind as planStatusChanged } from './plan-status-changed.ts';
import { kind as planWindowMoved } from './plan-window-moved.ts';
import { kind as problemsChanged } from './problems-changed.ts';
import { kind as readingChanged } from './reading-changed.ts';
import { kind as riskChanged } from './risk-changed.ts';
import { kind as riskGroupsChanged } from './risk-groups-changed.ts';
import { kind as riskResponseChanged } from './risk-response-changed.ts';
import { kind as scopeChanged } from './scope-changed.ts';
import { kind as solutionChanged } from './solution-changed.ts';
import { kind as sponsorChanged } from './sponsor-changed.ts';
import { kind as strategyAdded } from './strategy-added.ts';
import { kind as strategyMeasuresChanged } from './strategy-measures-changed.ts';
import { kind as strategyMoved } from './strategy-moved.ts';
import { kind as strategyRemoved } from './strategy-removed.ts';
import { kind as strategyStatusChanged } from './strategy-status-changed.ts';
import { kind as strategySwapped } from './strategy-swapped.ts';
import { kind as sustainingMoved } from './sustaining-moved.ts';
import { kind as targetChanged } from './target-changed.ts';
import { kind as textReworded } from './text-reworded.ts';
import { kind as thingAdded } from './thing-added.ts';
import { kind as thingRemoved } from './thing-removed.ts';
import { kind as titleChanged } from './title-changed.ts';
import { kind as unread } from './unread.ts';
import { kind as valueChanged } from './value-changed.ts';
import { kind as versionChanged } from './version-changed.ts';
import { kind as waveChanged } from './wave-changed.ts';
import { kind as workRescheduled } from './work-rescheduled.ts';

export const kinds: readonly ChangeKind[] = [
  planEmptied,
  unread,
  planMoved,
  planStatusChanged,
  sponsorChanged,
  leadChanged,
  goLiveMoved,
  coverageChanged,
  groupReachChanged,
  scopeChanged,
  confidentialityChanged,
  approvalChanged,
  targetChanged,
  baselineChanged,
  readingChanged,
  measureUnitChanged,
  measureKindChanged,
  measuringChanged,
  groupChanged,
  aspectsChanged,
  influenceChanged,
  concernChanged,
  behaviorChanged,
  measureChanged,
  riskChanged,
  riskResponseChanged,
  riskGroupsChanged,
  exceptionChanged,
  waveChanged,
  gateChanged,
  planWindowMoved,
  strategyStatusChanged,
  strategySwapped,
  strategyMoved,
  strategyAdded,
  strategyRemoved,
  ownerChanged,
  strategyMeasuresChanged,
  dependencyChanged,
  activityChanged,
  hoursChanged,
  channelChanged,
  deliverableChanged,
  audienceChanged,
  workRescheduled,
  milestoneChanged,
  sustainingMoved,
  handoverChanged,
  decisionChanged,
  decisionRecordChanged,
  leverLeftOut,
  solutionChanged,
  evidenceChanged,
  benefitChanged,
  idRenamed,
  titleChanged,
  notesChanged,
  problemsChanged,
  thingAdded,
  thingRemoved,
  listChanged,
  versionChanged,
  textReworded,
  valueChanged,
];
