/** A strategy that is for nobody in particular. */

import { choosing, knowAndChoose } from '../analysis/knowAndChoose.ts';
import { strategyTitle } from '../analysis/labels.ts';
import { groupName, groups, reach } from '../analysis/reach.ts';
import type { Fix, Rule } from '../diagnostics/rule.ts';
import { lacksAudience, mayBeFor, writeAudience } from '../fixes/audience.ts';
import type { Message, Value } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { Catalog } from '../model/catalog.ts';
import { everyone, names } from '../model/declaredIds.ts';
import type { Entry } from '../model/entry.ts';
import { isId } from '../model/ids.ts';
import { ofPlan, type Plan, type Strategy } from '../model/plan.ts';

/** At most this many groups are offered one by one. */
const mostGroups = 4;

const impacts = ['high', 'medium', undefined, 'low', 'none'];

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly group: Entry;
}

/** Groups to offer: those that no strategy names yet first, the most affected of them first. */
const candidates = ofPlan((plan): readonly Candidate[] => {
  const rank = (impact: string | undefined) => {
    const index = impacts.indexOf(impact);
    return index < 0 ? impacts.indexOf(undefined) : index;
  };
  return [...groups(plan)]
    .map(([id, group]) => ({
      id,
      name: groupName(group),
      group,
      rank:
        rank(group.word('impact')?.value) +
        (reach(plan)
          .get(id)
          ?.some(({ live }) => live)
          ? impacts.length
          : 0),
    }))
    .sort((a, b) => a.rank - b.rank);
});

/** The groups with high impact for which nothing does yet what a strategy of this lever does: show how, or give a reason. */
function waiting(plan: Plan, { lever }: Strategy, catalog: Catalog): ReadonlySet<string> {
  const found = (knowAndChoose(plan, catalog) ?? []).filter(({ group, know, choose }) => {
    if (group.text('impact') !== 'high') return false;
    return lever.id === 'enablement' ? know.length === 0 : choosing.includes(lever.id) && choose.length === 0;
  });
  return new Set(found.map(({ id }) => id));
}

function fixes(plan: Plan, strategy: Strategy, catalog: Catalog): Fix[] {
  const offers: Fix[] = [];
  const offer = (title: Message, ids: readonly string[], preferred: boolean) => {
    const edits = writeAudience(plan, strategy, ids);
    if (edits) offers.push({ title, edits, preferred });
  };
  const known = names(plan).stakeholder;
  const told = strategy.says.groups.filter((id) => id === everyone || known.has(id));
  if (told.length) {
    const title = {
      text: { en: 'Use the audience of its activities, {ids}', 'zh-CN': '采用其活动的受众 {ids}' },
      data: { ids: told.map(quoted) },
    };
    offer(title, told.includes(everyone) ? [everyone] : told, true);
  }
  const needed = waiting(plan, strategy, catalog);
  const suited = candidates(plan)
    .filter(({ id, group }) => isId(id) && mayBeFor(strategy.says.use, group))
    .sort((a, b) => Number(needed.has(b.id)) - Number(needed.has(a.id)));
  for (const { id, name } of suited.slice(0, mostGroups)) {
    const title: Message = { text: { en: 'Audience: {name}', 'zh-CN': '受众：{name}' }, data: { name } };
    offer(title, [id], known.size === 1 && told.length === 0);
  }
  if (!mayBeFor(strategy.says.use, undefined)) return offers;
  offer({ text: { en: 'Reach everyone (`all`)', 'zh-CN': '面向所有群体（`all`）' } }, [everyone], false);
  return offers;
}

export const rule: Rule = {
  code: 'strategy-without-audience',
  severity: 'warning',
  eases: true,
  summary: { en: 'A strategy does not say which groups it is for.', 'zh-CN': '策略没有写明面向哪些群体。' },
  doc: {
    why: {
      en: 'The source asks for engagement that is tailored to each group, and Prosci’s communications plan for the right message to the right audience at the right time. What is for nobody in particular is easily heard by nobody.',
      'zh-CN':
        '来源资料要求为各个群体量身定制参与策略；Prosci 的沟通计划要求在合适的时间向合适的受众传递合适的信息。没有明确面向谁的策略，往往谁也没有触及。',
    },
    fix: {
      en: 'Write the ids of the groups after `audience:`, or `all` for every group. The quick fix offers the groups of the plan, those that nothing reaches yet first.',
      'zh-CN':
        '在 `audience:` 后写上群体的标识，或用 `all` 表示所有群体。快速修复会列出计划中的群体，尚无策略触及的排在前面。',
    },
    allow: {
      en: 'Work behind the scenes, such as governance, has no obvious audience. Name the group that must follow it.',
      'zh-CN': '治理之类的幕后工作没有明显的受众。请写上需要遵守它的群体。',
    },
  },
  each(plan, { catalog }) {
    return (strategy) => {
      if (!lacksAudience(plan, strategy)) return undefined;
      const title: Value = strategyTitle(strategy, catalog);
      return {
        span: strategy.pair('audience')?.key ?? strategy.place,
        text: {
          en: '“{title}” has no audience. Which groups is it for?',
          'zh-CN': '“{title}”没有受众。它面向哪些群体？',
        },
        data: { title },
        fixes: () => fixes(plan, strategy, catalog),
      };
    };
  },
};
