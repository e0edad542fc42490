/** A sponsor that is a committee or a department: nobody who can be asked. */

import type { Rule } from '../diagnostics/rule.ts';
import { isBody, isPlaceholder } from '../model/personName.ts';

export const rule: Rule = {
  code: 'sponsor-not-a-person',
  severity: 'info',
  summary: {
    en: 'The sponsor is a committee, a board or a department.',
    'zh-CN': '发起人写的是委员会、董事会或部门，而不是具体的人。',
  },
  doc: {
    why: {
      en: 'People look at what a leader does to see how much a change matters, and a committee does nothing that they can see. Prosci finds active and visible sponsorship, by a person, to be the first contributor to success. Where a body decides, one of its members can stand for the change.',
      'zh-CN':
        '人们从领导者的行动判断变更有多重要，而委员会的行动谁也看不见。Prosci 的研究发现，由具体的人积极、可见地支持变更，是首要成功因素。由集体决策的，也可以由其中一位成员代表这项变更。',
    },
    fix: {
      en: 'Write one person, or the role of one person (“Chair of the steering committee”), after `sponsor:`. What the committee decides belongs in `decisions` and `approvals`.',
      'zh-CN':
        '请在 `sponsor:` 后写一个人，或一个人的职务（如“指导委员会主任”）。委员会的决定请写在 `decisions` 和 `approvals` 中。',
    },
    allow: {
      en: 'When names must not stand in the file, and everyone knows who speaks for the body.',
      'zh-CN': '文件中不能写姓名，而大家都知道由谁代表该机构时。',
    },
  },
  *check(plan) {
    const sponsor = plan.head?.word('sponsor');
    if (!sponsor || isPlaceholder(sponsor.value) || !isBody(sponsor.value)) return;
    yield {
      span: sponsor.span,
      text: {
        en: '“{name}” is not one person. Which of its members stands for the change? Write that name or role.',
        'zh-CN': '“{name}”不是具体的人。其中由谁代表这项变更？请写这个人的姓名或职务。',
      },
      data: { name: sponsor.value },
    };
  },
};
