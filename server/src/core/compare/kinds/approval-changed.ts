/** Approvals: given, refused, open again, new or gone; what belongs to one of them in one sentence. */
import { dayText } from '../../i18n/dayText.ts';
import type { Data, Text, Value } from '../../i18n/message.ts';
import type { Entry } from '../../model/entry.ts';
import { plainUnder } from '../../syntax/tree.ts';
import type { ChangeKind, Level } from '../change.ts';
import { ofThing } from '../row.ts';

const words = {
  approved: { en: 'Approved by {who}{on}{revision}', 'zh-CN': '{who}已批准{on}{revision}' },
  renewed: {
    en: 'Approved by {who}{on}{revision} (before:{was}{wasRevision})',
    'zh-CN': '{who}已批准{on}{revision}（此前的批准{was}{wasRevision}）',
  },
  rejected: { en: 'Not approved: {who} says no{on}{revision}', 'zh-CN': '{who}不批准{on}{revision}' },
  reopened: {
    en: 'The approval of {who} is open again (it was given{was})',
    'zh-CN': '{who}的批准重新待定（此前已批准{was}）',
  },
  other: {
    en: 'The approval is now that of {who} instead of {old}, and open again (it was given{was})',
    'zh-CN': '批准人由{old}改为{who}，批准重新待定（此前已批准{was}）',
  },
  pending: { en: 'The approval of {who} is open', 'zh-CN': '{who}的批准待定' },
  person: { en: 'The approval is asked of {who} instead of {old}', 'zh-CN': '批准人由{old}改为{who}' },
  changed: {
    en: 'The approval of {who} has other details{on}{revision}',
    'zh-CN': '{who}的批准细节有改动{on}{revision}',
  },
  added: { en: 'An approval is asked of {who}', 'zh-CN': '新增批准人：{who}' },
  removed: { en: 'No approval is asked of {who} any more ({status})', 'zh-CN': '不再需要{who}批准（{status}）' },
} satisfies Record<string, Text>;

const statuses: Readonly<Record<string, Text>> = {
  approved: { en: 'it was given', 'zh-CN': '此前已批准' },
  rejected: { en: 'it was refused', 'zh-CN': '此前未获批准' },
  pending: { en: 'it was open', 'zh-CN': '此前待定' },
};

/** “Tom (Sponsor)”: a name with its role. */
function whoText(approval: Entry): Value {
  const [name, role] = [approval.text('name'), approval.text('role')];
  if (!name || !role) return name ?? role ?? '';
  return { text: { en: '{name} ({role})', 'zh-CN': '{name}（{role}）' }, data: { name, role } };
}

function onText(approval: Entry): Value {
  const day = approval.date('on');
  return day ? { text: { en: ' on {day}', 'zh-CN': '，{day}' }, data: { day: dayText(day) } } : '';
}

function revisionText({ at }: Entry): Value {
  const revision = plainUnder(at, 'revision');
  return revision === undefined
    ? ''
    : { text: { en: ', revision {revision}', 'zh-CN': '，修订号 {revision}' }, data: { revision } };
}

const statusOf = (approval: Entry) => approval.text('status') ?? 'pending';

/** What has happened to an approval that both versions have. */
function happened(was: Entry, is: Entry): { readonly text: Text; readonly level: Level } {
  const isOther = was.text('name') !== is.text('name');
  const [from, to] = [statusOf(was), statusOf(is)];
  if (to === 'pending' && from === 'approved') return { text: isOther ? words.other : words.reopened, level: 'decide' };
  if (to !== from || (isOther && to !== 'pending')) {
    if (to === 'approved') return { text: words.approved, level: 'note' };
    return to === 'rejected' ? { text: words.rejected, level: 'decide' } : { text: words.pending, level: 'note' };
  }
  const isGiven = (key: string) => to === 'approved' && plainUnder(was.at, key) !== plainUnder(is.at, key);
  if (was.date('on') && (isGiven('on') || isGiven('revision'))) return { text: words.renewed, level: 'note' };
  return { text: isOther ? words.person : words.changed, level: 'note' };
}

export const kind: ChangeKind = {
  id: 'approval-changed',
  level: 'note',
  summary: {
    en: 'An approval is given, refused, open again, new or gone.',
    'zh-CN': '批准已给出、被拒绝、重新待定、新增或取消。',
  },
  why: { en: 'Approvals say who stands behind the plan.', 'zh-CN': '批准说明谁支持这份计划。' },
  *find(comparison) {
    for (const thing of comparison.kept('approval')) {
      const own = comparison.open((one) => one.thing === thing);
      if (own.length === 0) continue;
      comparison.tell(...own);
      const { before, after } = thing;
      const { text, level } = happened(before, after);
      const data: Data = {
        who: whoText(after),
        old: before.text('name') ?? '',
        on: onText(after),
        revision: revisionText(after),
        was: onText(before),
        wasRevision: revisionText(before),
      };
      yield ofThing(thing, `${statusOf(before)} ${statusOf(after)}`, text, data, level);
    }
    for (const thing of comparison.added('approval')) {
      const approval = thing.after as Entry;
      const status = statusOf(approval);
      const text = status === 'approved' ? words.approved : status === 'rejected' ? words.rejected : words.added;
      const data = { who: whoText(approval), on: onText(approval), revision: revisionText(approval) };
      yield ofThing(thing, 'added', text, data, status === 'rejected' ? 'decide' : 'note');
    }
    for (const thing of comparison.removed('approval')) {
      const approval = thing.before as Entry;
      const status = statuses[statusOf(approval)] ?? statusOf(approval);
      yield ofThing(thing, 'removed', words.removed, { who: whoText(approval), status }, 'decide');
    }
  },
};
