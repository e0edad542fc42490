/** No leader answers for the change, or it is the one who runs it. */

import type { Fix, Rule } from '../diagnostics/rule.ts';
import { setPair, written } from '../edits/yamlEdit.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Entry } from '../model/entry.ts';
import { folded, isBody, isPlaceholder } from '../model/personName.ts';
import type { Plan } from '../model/plan.ts';
import { isIncomplete, isUncertain } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { pairOf } from '../syntax/tree.ts';

/** At most this many names are offered. */
const mostNames = 4;

/** Who may be the sponsor: who is asked to approve as one, who leads the Leadership lever, and who owns its strategies. */
function candidates(plan: Plan, owner: string | undefined): string[] {
  const approvers = plan
    .list('approvals')
    .filter((approval) => /sponsor|发起人/i.test(approval.word('role')?.value ?? ''));
  const leadership = plan.levers.find(({ id }) => id === 'leadership');
  const names = [
    ...approvers.map((approval) => approval.word('name')?.value),
    leadership?.word('lead')?.value,
    ...plan.strategies.flatMap((strategy) => (strategy.lever.id === 'leadership' ? strategy.word('owner')?.value : [])),
  ];
  const found = new Map<string, string>();
  for (const name of names) {
    if (name === undefined || isPlaceholder(name) || folded(name) === owner || found.has(folded(name))) continue;
    found.set(folded(name), name);
  }
  return [...found.values()].slice(0, mostNames);
}

function fixes(plan: Plan, head: Entry, owner: string | undefined): Fix[] {
  const offers = candidates(plan, owner).map(
    (name): Fix => ({
      title: { text: { en: 'Sponsor: {name}', 'zh-CN': '发起人：{name}' }, data: { name } },
      edits: [setPair(plan, head.at, 'sponsor', written(name), 'owner')],
    }),
  );
  if (head.pair('sponsor')) return offers;
  const title = { text: { en: 'Add `sponsor`, to be filled in', 'zh-CN': '加上 `sponsor`，稍后填写' } };
  return [...offers, { title, edits: [setPair(plan, head.at, 'sponsor', '', 'owner')] }];
}

export const rule: Rule = {
  code: 'sponsor-missing',
  severity: 'warning',
  eases: true,
  summary: {
    en: 'The plan has no sponsor, or its owner is the sponsor too.',
    'zh-CN': '计划没有发起人，或发起人就是负责人。',
  },
  doc: {
    why: {
      en: 'People look to leaders to see how much a change matters: what leaders do speaks louder than any message. Active and visible sponsorship is Prosci’s first contributor to success, and the ACMP Standard asks who sponsors a change (5.1.5). Where sponsor and owner are one person, this is said mildly.',
      'zh-CN':
        '领导者的行动传递出强烈的信息，人们由此判断变更有多重要。积极而可见的发起人支持是 Prosci 列出的首要成功因素，ACMP 标准（5.1.5）也要求明确发起人。发起人与负责人是同一人时，只作轻微提示。',
    },
    fix: {
      en: 'Write the name of the leader who answers for the change after `sponsor:` under `plan`. Name one person rather than a committee.',
      'zh-CN': '在 `plan` 下的 `sponsor:` 后写上为变更负责的领导者。请写一个人，而不是委员会。',
    },
    allow: {
      en: 'A founder can be both sponsor and owner.',
      'zh-CN': '创始人可以既是发起人又是负责人。',
    },
  },
  *check(plan) {
    const { head } = plan;
    const section = pairOf(plan.root, 'plan');
    if (!head || !section || isUncertain(head, 'sponsor', shapes.plan) || isIncomplete(plan, head)) return;
    const sponsor = head.word('sponsor');
    const named = head.word('owner')?.value;
    const owner = named === undefined || isPlaceholder(named) ? undefined : folded(named);
    if (!sponsor || isPlaceholder(sponsor.value)) {
      yield {
        span: sponsor?.span ?? head.pair('sponsor')?.key ?? section.key,
        text: sponsor
          ? {
              en: 'The plan has no sponsor yet: {word} is not a name. Which leader answers for the change?',
              'zh-CN': '计划还没有发起人：{word} 不是姓名或岗位。由哪位领导者为变更负责？',
            }
          : {
              en: 'The plan has no `sponsor`. Which leader answers for the change?',
              'zh-CN': '计划没有发起人（`sponsor`）。由哪位领导者为变更负责？',
            },
        data: { word: quoted(sponsor?.value ?? '') },
        fixes: () => fixes(plan, head, owner),
      };
    } else if (folded(sponsor.value) === owner && !isBody(sponsor.value)) {
      yield {
        span: sponsor.span,
        severity: 'info',
        text: {
          en: '{name} is both owner and sponsor. Is there a leader who could stand behind the change?',
          'zh-CN': '{name} 既是负责人又是发起人。有没有其他领导者可以支持这项变更？',
        },
        data: { name: sponsor.value },
        fixes: () => fixes(plan, head, owner),
      };
    }
  },
};
