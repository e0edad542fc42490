/** An exception in a comment that gives no reason. */

import { type ExceptionRule, exceptions } from '../diagnostics/suppressions.ts';
import { removal } from './unused-exception.ts';

export const rule: ExceptionRule = {
  code: 'exception-without-reason',
  severity: 'warning',
  structural: true,
  summary: {
    en: 'An exception in a comment gives no reason, so it has no effect.',
    'zh-CN': '注释中的例外没有写明理由，因此不起作用。',
  },
  doc: {
    why: {
      en: 'An exception is a decision. Those who review the plan want to read why it was taken, in the place that it is about. A word such as TBD is no reason either.',
      'zh-CN': '例外是一项决定。审阅计划的人需要在相应的位置看到为什么这样决定。“待定”之类的词也不算理由。',
    },
    fix: {
      en: 'Write the reason after a colon, as in `# levers-ignore-next-line strategy-without-owner: appointed by the board in May`. Or remove the comment.',
      'zh-CN':
        '请在冒号后写明理由，例如 `# levers-ignore-next-line strategy-without-owner: 负责人由董事会五月任命`；或删除这条注释。',
    },
  },
  *review(plan) {
    for (const exception of exceptions(plan)) {
      if (exception.unsure || exception.mistake || exception.reason) continue;
      yield {
        span: exception.span,
        text: {
          en: 'Without a reason this exception has no effect. Write the reason after a colon.',
          'zh-CN': '没有理由的例外不起作用。请在冒号后写明理由。',
        },
        fixes: () => [removal(plan, exception)],
      };
    }
  },
};
