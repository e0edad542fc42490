/** A text that nobody has written yet: a note that it is open, or what a template, a draft or a fix put in. */

import { placesToFill } from '../analysis/placesToFill.ts';
import { isDraft } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { placeNamed } from '../fixes/expectation.ts';
import type { Text } from '../i18n/message.ts';
import { brief, inLine, quoted } from '../i18n/phrases.ts';
import type { Step } from '../schema/path.ts';
import { type At, isScalar, spotAt } from '../syntax/tree.ts';
import { lacksEvidence } from './need-without-evidence.ts';

const texts = {
  text: {
    en: '{place} is still to be filled in: {source}. Write your own words, or take it out.',
    'zh-CN': '{place}仍待填写：{source}。请换成你自己的内容，或删去。',
  },
  person: {
    en: '{place} names nobody who can be asked: {source}. Write a name or a role, or take it out.',
    'zh-CN': '{place}没有写明找得到的人：{source}。请写上姓名或岗位，或删去。',
  },
} satisfies Record<string, Text>;

/** A name may be left out while people are deciding. */
const isEmpty = (value: At) => isScalar(value) && value.node.value === null;

/** Whether a rule of its own speaks of who is not named there: the sponsor, the owner of a strategy, or who takes over. */
function isSaidElsewhere(path: readonly Step[]): boolean {
  const last = path.filter((step) => typeof step === 'string').slice(-2);
  return ['plan.sponsor', 'strategies.owner', 'handover.to'].includes(last.join('.'));
}

export const rule: Rule = {
  code: 'unfinished-text',
  severity: 'warning',
  summary: {
    en: 'A text says TBD, trails off in “…”, or is still the sample of a template, a draft or a fix; or somebody is not named.',
    'zh-CN': '文字写着“待定”，以省略号结尾，或仍是模板、初稿或快速修复写入的示例；或负责人并未写明。',
  },
  doc: {
    why: {
      en: 'A sample reads like a decision: whoever gets the plan takes it for what was agreed. As long as people are still writing it is only a hint; once the plan is active, or go-live is less than 30 days away, it is a warning.',
      'zh-CN':
        '示例读起来像是已经决定的内容：拿到计划的人会当成约定。还在编写时只作提示；计划进入 active，或离上线不到 30 天时，就是警告。',
    },
    fix: {
      en: 'Write your own words, or take the line out; of people, a name or a role. The brief in *Show Plan* counts these places together with people who are not named yet.',
      'zh-CN':
        '请换成你自己的内容，或删去这一行；人员处请写姓名或岗位。“显示计划”中的简报会把这些地方与尚未指定的人员一并计数。',
    },
    allow: {
      en: 'When the text really ends so, as in a quotation.',
      'zh-CN': '原文确实如此结尾时，例如引语。',
    },
  },
  *check(plan, context) {
    const severity = isDraft(plan, context) ? ('hint' as const) : undefined;
    const { purpose } = plan;
    const evidence = purpose && lacksEvidence(purpose) ? purpose.pair('evidence')?.value : undefined;
    for (const place of placesToFill(plan)) {
      // Of missing evidence another rule speaks.
      if (evidence && evidence.start <= place.start && place.end <= evidence.start + evidence.node.length) continue;
      const spot = spotAt(plan.root, place.start);
      if (!spot || (place.person && (isEmpty(spot.value) || isSaidElsewhere(spot.path)))) continue;
      const source = inLine(plan.text.slice(place.start, place.end));
      yield {
        span: place,
        ...(severity && { severity }),
        text: place.person ? texts.person : texts.text,
        data: { place: placeNamed(spot.path), source: quoted(brief(source, 60)) },
      };
    }
  },
};
