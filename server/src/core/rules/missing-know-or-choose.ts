/** A group of which the plan does not say what it knows how to do, or what it chooses to do. */

import { groupName } from '../analysis/reach.ts';
import type { Context, Fix, Rule } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { addPair, indented, indentStep, keyBefore, setPair, setValue, written } from '../edits/yamlEdit.ts';
import type { Locale, Text } from '../i18n/message.ts';
import { Entry } from '../model/entry.ts';
import type { Plan } from '../model/plan.ts';
import { isIncomplete, isUncertain } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { isMap } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';

const behaviorsShape = shapes.stakeholder.key('behaviors');

const needed = ['know', 'choose'] as const;
type Needed = (typeof needed)[number];

/** How the sentences begin; the group's own words follow. */
export const beginnings: Record<Needed, Text> = {
  know: { en: 'I know how to …', 'zh-CN': '我知道怎么……' },
  choose: { en: 'I choose to …', 'zh-CN': '我选择……' },
};

const messages: Record<Needed | 'both', Text> = {
  know: {
    en: '“{name}” has no `know` yet. Write what this group knows how to do: “I know how to …”.',
    'zh-CN': '“{name}”还没有 `know`。请写出他们知道怎么做：“我知道怎么……”。',
  },
  choose: {
    en: '“{name}” has no `choose` yet. Write what this group chooses to do: “I choose to …”.',
    'zh-CN': '“{name}”还没有 `choose`。请写出他们选择做什么：“我选择……”。',
  },
  both: {
    en: '“{name}” has no `know` and no `choose` yet. Write under `behaviors` what this group knows how to do, and what it chooses to do.',
    'zh-CN': '“{name}”还没有 `know` 和 `choose`。请在 `behaviors` 下写出他们知道怎么做、选择做什么。',
  },
};

const titles: Record<Needed | 'both', Text> = {
  know: { en: 'Add “I know how to …”', 'zh-CN': '补上“我知道怎么……”' },
  choose: { en: 'Add “I choose to …”', 'zh-CN': '补上“我选择……”' },
  both: { en: 'Add “I know how to …” and “I choose to …”', 'zh-CN': '补上“我知道怎么……”和“我选择……”' },
};

/** What the group lacks; nothing where it is not known. */
function lacking(plan: Plan, group: Entry, behaviors: Entry | undefined): Needed[] {
  if (isIncomplete(plan, group) || isUncertain(group, 'behaviors', shapes.stakeholder)) return [];
  if (!behaviors) return [...needed];
  return needed.filter((key) => !behaviors.word(key) && !isUncertain(behaviors, key, behaviorsShape));
}

function insertion(
  plan: Plan,
  group: Entry,
  behaviors: Entry | undefined,
  keys: readonly Needed[],
  locale: Locale,
): Edit[] {
  const sentence = (key: Needed) => written(beginnings[key][locale]);
  const inline = `{ ${keys.map((key) => `${key}: ${sentence(key)}`).join(', ')} }`;
  const pair = group.pair('behaviors');
  if (behaviors && behaviors.at.node.pairs.length > 0) {
    const after: Record<Needed, readonly string[]> = { know: ['to', 'from'], choose: ['know', 'to', 'from'] };
    return keys.map((key) =>
      setPair(
        plan,
        behaviors.at,
        key,
        sentence(key),
        after[key].find((other) => behaviors.pair(other)),
      ),
    );
  }
  if (pair) return [setValue(plan, pair, inline)];
  const after = keyBefore(group.at, shapes.stakeholder, 'behaviors');
  if (group.at.node.flow) return [addPair(plan, group.at, 'behaviors', inline, { after })];
  const lines = indented(
    keys.map((key) => `${key}: ${sentence(key)}`),
    indentStep(plan),
  );
  return [addPair(plan, group.at, 'behaviors', '', { after, lines })];
}

function fixes(
  plan: Plan,
  group: Entry,
  behaviors: Entry | undefined,
  keys: readonly Needed[],
  context: Context,
): Fix[] {
  const pair = group.pair('behaviors');
  // Empty braces with a comment in them.
  if (pair && behaviors?.at.node.pairs.length === 0 && plan.text.slice(pair.key.end, pair.span.end).includes('#'))
    return [];
  const edits = insertion(plan, group, behaviors, keys, writingLocale(plan, context.locale));
  return [{ title: { text: titles[keys.length > 1 ? 'both' : (keys[0] as Needed)] }, edits, preferred: true }];
}

export const rule: Rule = {
  code: 'missing-know-or-choose',
  severity: 'info',
  eases: true,
  summary: {
    en: 'For a group that is affected, the plan does not say what people should know, or choose to do.',
    'zh-CN': '对受影响的群体，没有写明他们要知道怎么做、选择做什么。',
  },
  doc: {
    why: {
      en: 'The source says that adoption needs two things together: knowledge (“I know how to …”) and the desired behavior (“I choose to …”). Knowing is not enough; people must also choose.',
      'zh-CN':
        '来源资料指出，采用需要结合两样东西：知识（“我知道怎么做……”）和期望的行为（“我选择……”）。只是知道还不够，人们还要愿意这样做。',
    },
    fix: {
      en: 'Write both sentences under `behaviors`, in the words of the group. The quick fix writes how they begin.',
      'zh-CN': '在 `behaviors` 下用该群体自己的话写出这两句。快速修复会写好开头。',
    },
    allow: {
      en: 'Governance groups have duties rather than habits; a short line still works.',
      'zh-CN': '治理类群体更多是职责而不是习惯；写上短短一句也可以。',
    },
  },
  *check(plan, context) {
    for (const group of plan.list('stakeholders')) {
      const impact = group.word('impact')?.value;
      if (impact !== 'medium' && impact !== 'high') continue;
      const pair = group.pair('behaviors');
      const behaviors = isMap(pair?.value) ? new Entry(pair.value) : undefined;
      const keys = lacking(plan, group, behaviors);
      if (keys.length === 0) continue;
      const [only] = keys;
      const own = keys.length === 1 && only ? behaviors?.pair(only)?.key : undefined;
      const place = own ?? pair?.key ?? group.word('id')?.span ?? group.word('name')?.span;
      if (!place) continue;
      yield {
        span: place,
        text: messages[keys.length > 1 ? 'both' : (only as Needed)],
        data: { name: groupName(group) },
        fixes: () => fixes(plan, group, behaviors, keys, context),
      };
    }
  },
};
