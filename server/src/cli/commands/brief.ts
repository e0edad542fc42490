/** `levers brief`: a plan on one page, for those who decide about it. */
import type { Text } from '../../core/i18n/message.ts';
import { command, UsageError } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { Plans } from '../plans.ts';
import { complaint, printed } from '../printed.ts';
import { settingsOf } from '../settings.ts';

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
  run({ values, operands, locale, speak }, machine) {
    const [plan] = operands;
    if (plan === undefined || operands.length > 1) throw new UsageError(speak(onePlan));
    const settings = settingsOf(values.rules, machine, locale, speak);
    if (!settings) return 2;
    const plans = new Plans(
      {
        format: 'text',
        sort: 'line',
        locale,
        today: values.today ?? machine.today,
        fix: false,
        rules: settings.rules,
        named: [...values.catalog, ...settings.catalogs],
        remember: false,
      },
      machine,
    );
    const made = plans.brief(plan);
    if ('html' in made) {
      machine.out(printed(made.html.split('\n')));
      return 0;
    }
    machine.err(complaint(made.failure));
    return 2;
  },
});
