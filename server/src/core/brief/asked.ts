/** What is asked of those who read a brief: approvals that are open, and decisions that are to come. */

import { openApproval } from '../analysis/approvals.ts';
import { entryTitle } from '../analysis/labels.ts';
import { dayText } from '../i18n/dayText.ts';
import type { Text } from '../i18n/message.ts';
import type { Entry } from '../model/entry.ts';
import type { Plan } from '../model/plan.ts';
import { pictureKeys } from '../overview/picture/keys.ts';
import type { Speaker } from '../overview/speaker.ts';
import { plainUnder } from '../syntax/tree.ts';
import { compareDays } from '../text/day.ts';
import { lineOf, moreText } from './lines.ts';
import type { BriefItem, BriefList } from './model.ts';

const texts = {
  heading: { en: 'Asked of you', 'zh-CN': '请您决定' },
  approve: { en: 'Approval by {role}', 'zh-CN': '批准：{role}' },
  pending: { en: 'pending', 'zh-CN': '待批准' },
  rejected: { en: 'rejected', 'zh-CN': '未批准' },
  older: {
    en: 'approved revision {old}; the plan is at revision {revision}',
    'zh-CN': '已批准修订号 {old}，计划现为修订号 {revision}',
  },
  decide: { en: '{title} on {day}', 'zh-CN': '{day}：{title}' },
  open: { en: 'Decide: {title}', 'zh-CN': '请决定：{title}' },
  needed: { en: 'needed by {day}', 'zh-CN': '最晚 {day}' },
  overdue: { en: 'was needed by {day}', 'zh-CN': '应在 {day}之前决定' },
  approved: { en: 'Approved: {roles}', 'zh-CN': '已批准：{roles}' },
} satisfies Record<string, Text>;

const most = 4;

/** Sorts what has no day last. */
const lastDay = '9999-12-31';

function said(entry: Entry, key: string): string {
  return lineOf(plainUnder(entry.at, key), 'line');
}

/** An approval that is still to be given; undefined for one that holds for the plan as it is. */
function approval(plan: Plan, entry: Entry, speaker: Speaker): BriefItem | undefined {
  const role = said(entry, 'role');
  const name = said(entry, 'name');
  const open = openApproval(plan, entry);
  if (open === undefined) return undefined;
  const revisions = { old: said(entry, 'revision'), revision: plan.head ? said(plan.head, 'revision') : '' };
  const how = speaker.text(texts[open], revisions);
  return {
    key: pictureKeys(plan).get(entry) as string,
    title: role ? speaker.text(texts.approve, { role }) : name,
    detail: [role ? name : '', how].filter(Boolean).join(' · '),
  };
}

/** A decision that is open; one that was put off only when its day has come. `on` is the day by which it is needed. */
function openDecisions(plan: Plan, day: string | undefined, speaker: Speaker): { on: string; item: BriefItem }[] {
  return plan.list('decisions').flatMap((decision) => {
    const [status, due] = [decision.text('status'), decision.date('due')];
    const isDue = due !== undefined && day !== undefined && due <= day;
    if (status !== 'open' && !(status === 'put-off' && isDue)) return [];
    const late = isDue && due !== day;
    const when = due && speaker.text(late ? texts.overdue : texts.needed, { day: dayText(due) });
    return [
      {
        on: due ?? lastDay,
        item: {
          key: pictureKeys(plan).get(decision) as string,
          title: speaker.text(texts.open, { title: lineOf(entryTitle(decision), 'line') }),
          detail: [said(decision, 'by'), when].filter(Boolean).join(' · '),
        },
      },
    ];
  });
}

/** Approvals first, then open decisions and the decisions and gates from a day on, in the order of their days. */
export function asked(plan: Plan, day: string | undefined, speaker: Speaker): BriefList {
  const approvals = plan.list('approvals').map((entry) => ({ entry, item: approval(plan, entry, speaker) }));
  const keys = pictureKeys(plan);
  const decisions = plan.list('milestones').flatMap((milestone) => {
    const on = milestone.date('date');
    const gate = milestone.texts('gate');
    const decides = milestone.text('kind') === 'decision' || gate.length > 0;
    if (!decides || on === undefined || day === undefined || on < day) return [];
    const title = speaker.text(texts.decide, { title: lineOf(entryTitle(milestone), 'line'), day: dayText(on) });
    const item = { key: keys.get(milestone) as string, title, detail: lineOf(speaker.label(...gate), 'sentence') };
    return [{ on, item }];
  });
  const items = [
    ...approvals.flatMap(({ item }) => item ?? []),
    ...[...openDecisions(plan, day, speaker), ...decisions]
      .sort((a, b) => compareDays(a.on, b.on))
      .map(({ item }) => item),
  ];
  const given = approvals.flatMap(({ entry, item }) =>
    item || entry.text('status') !== 'approved' ? [] : said(entry, 'role') || said(entry, 'name'),
  );
  const more = moreText(items.length - most, speaker);
  const approved = given.length && items.length ? speaker.text(texts.approved, { roles: given }) : '';
  return {
    heading: speaker.text(texts.heading),
    items: items.slice(0, most),
    more: [more, approved].filter(Boolean).join(' · '),
  };
}
