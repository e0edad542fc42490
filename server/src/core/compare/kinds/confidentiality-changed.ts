/** Who may read the plan. */
import type { ChangeKind } from '../change.ts';
import { ofSingle } from '../row.ts';
import { choiceInText, isRated, stepOf } from '../words.ts';

const set = { en: 'The plan is now {to}', 'zh-CN': '计划的保密级别现为“{to}”' };
const gone = {
  en: 'The plan no longer says who may read it (it was {from})',
  'zh-CN': '不再写明谁可以阅读本计划（原为“{from}”）',
};
const wider = {
  set,
  gone,
  changed: {
    en: 'The plan is now {to} instead of {from}: more people may read it',
    'zh-CN': '计划的保密级别由“{from}”改为“{to}”：可以阅读的人更多',
  },
};
const narrower = {
  set,
  gone,
  changed: {
    en: 'The plan is now {to} instead of {from}: fewer people may read it',
    'zh-CN': '计划的保密级别由“{from}”改为“{to}”：可以阅读的人更少',
  },
};

export const kind: ChangeKind = {
  id: 'confidentiality-changed',
  level: 'decide',
  summary: { en: 'More or fewer people may read the plan.', 'zh-CN': '可以阅读计划的人更多或更少。' },
  why: {
    en: 'A plan names people, their attitudes and their concerns; what was once read cannot be taken back.',
    'zh-CN': '计划写有人员、态度和顾虑；一旦被读到，就无法收回。',
  },
  *find(comparison) {
    for (const difference of comparison.take('plan', 'confidentiality', isRated)) {
      const isWider = stepOf(difference) < 0;
      const isSafer = stepOf(difference) > 0 || (difference.from === undefined && difference.to !== 'public');
      const data = { from: choiceInText(difference.from, difference), to: choiceInText(difference.to, difference) };
      const level = isSafer ? 'note' : 'decide';
      yield ofSingle(difference, isWider ? wider : narrower, comparison, { level, data });
    }
  },
};
