/** A person or group that is not among those that the configuration of the team lists. */
import type { Finding, Fix, Rule } from '../diagnostics/rule.ts';
import { editOf } from '../edits/rename.ts';
import { setValue, written } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { alternatives, quoted } from '../i18n/phrases.ts';
import { folded, isPlaceholder } from '../model/personName.ts';
import type { Plan } from '../model/plan.ts';
import { type Occurrence, occurrences } from '../model/references.ts';
import type { Edit } from '../text/edit.ts';
import { getOrMake } from '../text/getOrMake.ts';
import type { Span } from '../text/span.ts';
import { nearest } from '../text/spelling.ts';

const texts: Readonly<Record<'people' | 'groups', Readonly<Record<'near' | 'far', Text>>>> = {
  people: {
    near: {
      en: '{name} is not among the people that your team’s configuration lists. Did you mean {near}?',
      'zh-CN': '团队配置列出的人员中没有 {name}。是不是想写 {near}？',
    },
    far: {
      en: '{name} is not among the people that your team’s configuration lists.',
      'zh-CN': '团队配置列出的人员中没有 {name}。',
    },
  },
  groups: {
    near: {
      en: '{name} is not among the groups that your team’s configuration lists. Did you mean {near}?',
      'zh-CN': '团队配置列出的群体中没有 {name}。是不是想写 {near}？',
    },
    far: {
      en: '{name} is not among the groups that your team’s configuration lists.',
      'zh-CN': '团队配置列出的群体中没有 {name}。',
    },
  },
};

/** A name without what stands in brackets after it, which tells more of the same person. */
function bare(name: string): string {
  const open = name.search(/[(（][^()（）]*[)）]\s*$/);
  return open < 0 ? name : name.slice(0, open).trimEnd();
}

/** Whether a list has a name, however it is written. */
function isListed(name: string, listed: ReadonlySet<string>): boolean {
  return listed.has(folded(name)) || listed.has(folded(bare(name)));
}

/** What is said of a name; `edits` writes another one in its place. */
function finding(
  kind: 'people' | 'groups',
  { name, span }: { name: string; span: Span },
  listed: readonly string[],
  edits: (to: string) => readonly Edit[],
): Finding {
  const own = bare(name);
  const near = nearest(own, listed);
  return {
    span,
    text: texts[kind][near.length ? 'near' : 'far'],
    data: { name: quoted(name), near: alternatives(near.map(quoted)) },
    fixes: () =>
      near.map(
        (to): Fix => ({
          title: { text: { en: 'Change to {name}', 'zh-CN': '改为 {name}' }, data: { name: quoted(to) } },
          edits: edits(to + name.slice(own.length)),
        }),
      ),
  };
}

/** The people of a plan, each with the places of the name. */
function people(plan: Plan): Iterable<Occurrence[]> {
  const places = new Map<string, Occurrence[]>();
  for (const one of occurrences(plan)) {
    if (one.kind === 'person') getOrMake(places, folded(one.name), () => []).push(one);
  }
  return places.values();
}

export const rule: Rule = {
  code: 'unlisted-name',
  severity: 'warning',
  summary: {
    en: 'A person or a group that is not among those that the configuration of the team lists.',
    'zh-CN': '不在团队配置所列人员或群体之中的姓名或群体。',
  },
  doc: {
    why: {
      en: 'Plans of a team are read side by side. A name that is misspelt, or that of somebody who has left, owns work that nobody does, and a group under another name is counted twice.',
      'zh-CN': '团队的计划会放在一起看。姓名写错，或写了已离开的人，工作就没有人负责；同一群体换了名称，会被统计两次。',
    },
    fix: {
      en: 'Choose the name that is meant, or add it to `people` or `groups` in `levers.config.yaml`. Only where the configuration lists any, names are looked up.',
      'zh-CN':
        '请改成正确的名称，或在 `levers.config.yaml` 的 `people` 或 `groups` 中加入它。只有配置列出了名称时才会核对。',
    },
    allow: {
      en: 'For somebody from outside who takes part in this plan only.',
      'zh-CN': '只参与本计划的外部人员。',
    },
  },
  *check(plan, { config }) {
    if (!config) return;
    const known = new Set(config.people.map(folded));
    for (const places of known.size ? people(plan) : []) {
      const [first] = places as [Occurrence];
      if (isPlaceholder(first.name) || isListed(first.name, known)) continue;
      yield finding('people', first, config.people, (to) => places.map((place) => editOf(plan, place, to)));
    }
    const groups = new Set(config.groups.map(folded));
    for (const entry of groups.size ? plan.list('stakeholders') : []) {
      const name = entry.word('name');
      const pair = entry.pair('name');
      if (!name || !pair || isPlaceholder(name.value) || isListed(name.value, groups)) continue;
      const place = { name: name.value, span: name.span };
      yield finding('groups', place, config.groups, (to) => [setValue(plan, pair, written(to))]);
    }
  },
};
