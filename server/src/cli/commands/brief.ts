/** `levers brief`: a plan on one page, for those who decide about it. */
import type { Text } from '../../core/i18n/message.ts';
import { command, UsageError } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { Complaints } from '../complaints.ts';
import { canUseConfigs, judgedBy } from '../judging.ts';
import { Plans } from '../plans.ts';
import { printed } from '../printed.ts';

const onePlan: Text = { en: 'levers brief takes one plan', 'zh-CN': 'levers brief 需要一份计划' };

export const brief = command({
  summary: {
    en: 'Writes a plan as one page for those who decide about it',
    'zh-CN': '把一份计划写成供决策者阅读的一页简报',
  },
  operands: { en: 'PLAN', 'zh-CN': '计划' },
  about: {
    en: 'The page is HTML on standard output; it stands alone and prints on one sheet.',
    'zh-CN': '简报以 HTML 写到标准输出，可独立打开，并可打印成一页。',
  },
  options: judgingOptions,
  examples: [
    {
      call: 'brief plans/a.levers.yaml > a.html',
      text: { en: 'The brief of a plan, in a file', 'zh-CN': '把一份计划的简报写到文件' },
    },
    {
      call: 'brief --locale zh-CN --today 2027-03-01 plans/a.levers.yaml > a.html',
      text: { en: 'In Chinese, as of this day', 'zh-CN': '中文简报，以这一天为准' },
    },
  ],
  run(call, machine) {
    const { operands, locale, speak } = call;
    const [plan] = operands;
    if (plan === undefined || operands.length > 1) throw new UsageError(speak(onePlan));
    const by = judgedBy(call, machine);
    if (!by) return 2;
    const complaints = new Complaints(machine);
    const plans = new Plans({ ...by, format: 'text', sort: 'line', fix: false, remember: false }, machine);
    if (!canUseConfigs([plan], plans, locale, complaints)) return 2;
    const made = plans.brief(plan);
    if ('html' in made) {
      machine.out(printed(made.html.split('\n')));
      return 0;
    }
    complaints.failure(made.failure);
    return 2;
  },
});
