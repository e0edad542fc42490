/** Something that the team accepts without saying why. */
import { acceptancesIn } from '../diagnostics/acceptance.ts';
import type { ConfigRule } from '../diagnostics/rule.ts';
import { saysNothing } from '../model/personName.ts';

export const rule: ConfigRule = {
  code: 'acceptance-without-reason',
  severity: 'error',
  summary: {
    en: 'The configuration of the team accepts a problem without a reason, so it is told all the same.',
    'zh-CN': '团队的配置接受了某个问题却没有写明理由，因此不起作用。',
  },
  doc: {
    why: {
      en: 'To accept a problem for the whole team is a decision. Those who read the plans want to know why it was taken. A word such as TBD is no reason either.',
      'zh-CN': '为整个团队接受一个问题是一项决定，读计划的人需要知道为什么这样决定。“待定”之类的词也不算理由。',
    },
    fix: {
      en: 'Write under `reason` why the problem may stay until that day. Or remove the entry.',
      'zh-CN': '请在 `reason` 中写明为什么这个问题可以保留到那一天；或删除这一项。',
    },
  },
  *check(file) {
    for (const { reason } of acceptancesIn({ uri: '', name: '', file })) {
      if (!saysNothing(reason.value)) continue;
      yield {
        span: reason.span,
        text: {
          en: 'This is no reason, so the problem is told all the same. Write why it may stay.',
          'zh-CN': '这不是理由，因此不起作用。请写明为什么可以保留。',
        },
      };
    }
  },
};
