/** A text that nobody has written yet: a note that it is open, or what a template, a draft or a fix put in. */

import { placesToFill } from '../analysis/placesToFill.ts';
import { isDraft } from '../analysis/timeline.ts';
import type { Rule } from '../diagnostics/rule.ts';
import { placeNamed } from '../fixes/expectation.ts';
import { brief, inLine, quoted } from '../i18n/phrases.ts';
import { spotAt } from '../syntax/tree.ts';
import { lacksEvidence } from './need-without-evidence.ts';

export const rule: Rule = {
  code: 'unfinished-text',
  severity: 'warning',
  summary: {
    en: 'A text says TBD, trails off in “…”, or is still the sample of a template, a draft or a fix.',
    'zh-CN': '文字写着“待定”，以省略号结尾，或仍是模板、初稿或快速修复写入的示例。',
  },
  doc: {
    why: {
      en: 'A sample reads like a decision: whoever gets the plan takes it for what was agreed. As long as people are still writing it is only a hint; once the plan is active, or go-live is less than 30 days away, it is a warning.',
      'zh-CN':
        '示例读起来像是已经决定的内容：拿到计划的人会当成约定。还在编写时只作提示；计划进入 active，或离上线不到 30 天时，就是警告。',
    },
    fix: {
      en: 'Write your own words, or take the line out. The brief in *Show Plan* counts these places together with people who are not named yet.',
      'zh-CN': '请换成你自己的内容，或删去这一行。“显示计划”中的简报会把这些地方与尚未指定的人员一并计数。',
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
      // Of people and of missing evidence other rules speak.
      if (
        place.person ||
        (evidence && evidence.start <= place.start && place.end <= evidence.start + evidence.node.length)
      )
        continue;
      const spot = spotAt(plan.root, place.start);
      if (!spot) continue;
      const source = inLine(plan.text.slice(place.start, place.end));
      yield {
        span: place,
        ...(severity && { severity }),
        text: {
          en: '{place} is still to be filled in: {source}. Write your own words, or take it out.',
          'zh-CN': '{place}仍待填写：{source}。请换成你自己的内容，或删去。',
        },
        data: { place: placeNamed(spot.path), source: quoted(brief(source, 60)) },
      };
    }
  },
};
