/** A need that nothing proves. */

import type { Rule } from '../diagnostics/rule.ts';
import { writingLocale } from '../edits/templates.ts';
import { addToList, written } from '../edits/yamlEdit.ts';
import type { Locale } from '../i18n/message.ts';
import { complete } from '../model/declaredIds.ts';
import { Entry } from '../model/entry.ts';
import { saysNothing } from '../model/personName.ts';
import { misspelt } from '../model/uncertain.ts';
import { shapes } from '../schema/schema.ts';
import { isList, isMap, itemsOf, pairOf } from '../syntax/tree.ts';

/** What may stand there until someone knows: it asks for what only the author can tell. */
export const prompts: Record<Locale, readonly string[]> = {
  en: [
    'Put here a number that shows the need …',
    'Put here what someone at the front line said …',
    'Put here what a pilot showed …',
  ],
  'zh-CN': ['在此写一个能说明需求的数字……', '在此写一线人员的原话……', '在此写试点的结果……'],
};

/** Whether a purpose has no evidence, or only words for "not yet". */
export function lacksEvidence(purpose: Entry): boolean {
  const state = purpose.state('evidence');
  if (state !== 'given') return state !== 'unreadable';
  const items = itemsOf(purpose.pair('evidence')?.value);
  const words = purpose.words('evidence');
  return words.length === items.length && words.length > 0 && words.every(({ value }) => saysNothing(value));
}

export const rule: Rule = {
  code: 'need-without-evidence',
  severity: 'warning',
  eases: true,
  summary: { en: 'Nothing shows that the need is real.', 'zh-CN': '没有依据说明需求真实存在。' },
  doc: {
    why: {
      en: 'The source lists an unverified need among the barriers that change management reduces. People support a change whose need they recognize; a need that nobody checked is the first thing they doubt.',
      'zh-CN':
        '来源资料把“验证解决方案的真实需求”列为变更管理可以减少障碍的做法之一。人们会支持自己也认可的需求；没有核实过的需求，最先受到质疑。',
    },
    fix: {
      en: 'Write under `evidence` how you know: a number, a voice from the front line, the result of a pilot.',
      'zh-CN': '在 `evidence` 后写明依据：一个数字、一线人员的原话、一次试点的结果。',
    },
    allow: {
      en: 'When the evidence is confidential; the name of the document or a link to it is enough, though.',
      'zh-CN': '依据需要保密时；不过写上文件名或链接就够了。',
    },
  },
  *check(plan, { locale }) {
    const pair = pairOf(plan.root, 'purpose');
    if (!pair || !isMap(pair.value) || pair.value.node.pairs.length === 0 || !complete(plan, 'purpose')) return;
    const purpose = new Entry(pair.value);
    if (!lacksEvidence(purpose)) return;
    const evidence = purpose.pair('evidence');
    if (!evidence && misspelt(purpose.at, 'evidence', shapes.purpose)) return;
    yield {
      span: evidence?.key ?? pair.key,
      text: {
        en: 'Nothing here shows that the need is real. Add `evidence`: a number, a voice from the front line, the result of a pilot.',
        'zh-CN': '这里没有依据说明需求真实存在。请补充 `evidence`：一个数字、一线人员的原话、一次试点的结果。',
      },
      fixes: () => {
        if (evidence && isList(evidence.value) && evidence.value.node.items.length > 0) return [];
        const items = prompts[writingLocale(plan, locale)].map((prompt) => ({
          lines: [written(prompt)],
          inline: written(prompt),
        }));
        const edits = addToList(plan, purpose.at, 'evidence', items, 'need');
        if (!edits) return [];
        const text = { en: 'Add three lines of evidence to fill in', 'zh-CN': '添加三行待填写的依据' };
        return [{ title: { text }, edits, preferred: true }];
      },
    };
  },
};
