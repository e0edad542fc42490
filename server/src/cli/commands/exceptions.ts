/** `levers exceptions`: the findings that somebody has accepted, with the reason and the last day. */
import { acceptancesIn } from '../../core/diagnostics/acceptance.ts';
import { defaultSettings } from '../../core/diagnostics/settings.ts';
import { type Exception, exceptions as exceptionsIn } from '../../core/diagnostics/suppressions.ts';
import type { Acceptance } from '../../core/diagnostics/teamConfig.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import { saysNothing } from '../../core/model/personName.ts';
import { command } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { Complaints } from '../complaints.ts';
import { Judge } from '../judge.ts';
import { canUseConfigs } from '../judging.ts';
import { openFiles } from '../openFile.ts';
import { pathOperands, pathsOf } from '../paths.ts';
import { printed } from '../printed.ts';
import { positions } from '../report/position.ts';

const words = {
  until: { en: 'until {day}', 'zh-CN': '至 {day}' },
  over: { en: 'until {day}, which is over', 'zh-CN': '至 {day}，已过期' },
  always: { en: 'without a last day', 'zh-CN': '没有截止日期' },
  file: { en: '{codes} (whole file)', 'zh-CN': '{codes}（整个文件）' },
  all: { en: '{code} (all plans)', 'zh-CN': '{code}（全部计划）' },
  one: { en: '{code} (plan “{plan}”)', 'zh-CN': '{code}（计划“{plan}”）' },
  sum: { en: 'Exceptions: {n} · over: {over}', 'zh-CN': '例外：{n} · 已过期：{over}' },
} satisfies Record<string, Text>;

/** What was accepted, where, until which day (undefined: for always), and why. */
interface Accepted {
  readonly place: string;
  readonly what: string;
  readonly until: string | undefined;
  readonly reason: string;
}

/** What a comment accepts. */
function ofComment(exception: Exception, place: string, locale: Locale): Accepted {
  const { until, reach, reason } = exception;
  const codes = exception.codes.map(({ value }) => value).join(', ');
  return { place, what: reach === 'file' ? say(words.file, locale, { codes }) : codes, until: until?.value, reason };
}

/** What a configuration accepts. */
function ofTeam({ code, plan, reason, until }: Acceptance, place: string, locale: Locale): Accepted {
  const what = plan === undefined ? say(words.all, locale, { code }) : say(words.one, locale, { code, plan });
  return { place, what, until: until.value, reason: reason.value };
}

export const exceptions = command({
  summary: {
    en: 'Lists the problems that were accepted, with reason and last day',
    'zh-CN': '列出已接受的问题及其理由和截止日期',
  },
  operands: pathOperands,
  about: {
    en: `Comments such as \`# levers-ignore CODE until 2027-05-31: reason\`, and what the levers.config.yaml of these plans
accepts. What has no reason has no effect and is not listed; \`levers check\` finds it.`,
    'zh-CN': `即 \`# levers-ignore CODE until 2027-05-31: 理由\` 之类的注释，以及这些计划的 levers.config.yaml 所接受的问题。
没有理由的不起作用，也不列出；\`levers check\` 会发现它。`,
  },
  options: {
    expired: {
      text: {
        en: 'only those whose last day is over; exit with 1 if there is one',
        'zh-CN': '只列出已过期的；如果有，以 1 退出',
      },
    },
    today: judgingOptions.today,
  },
  examples: [
    { call: 'exceptions', text: { en: 'All plans in this folder and below', 'zh-CN': '当前文件夹及其下的全部计划' } },
    {
      call: 'exceptions --expired plans',
      text: { en: 'In a pipeline: is any of them over?', 'zh-CN': '用于流水线：有没有已过期的？' },
    },
  ],
  async run({ values, operands, locale }, machine) {
    const today = values.today ?? machine.today;
    const complaints = new Complaints(machine);
    const paths = await pathsOf(operands, machine, locale, complaints);
    const named = { asked: [], set: [] };
    const judge = new Judge({ locale, today, rules: defaultSettings, rulesFirst: false, named }, machine);
    canUseConfigs(paths, judge, locale, complaints);
    const accepted: Accepted[] = [];
    for (const { path, reading } of openFiles(paths, machine, locale, complaints)) {
      const at = positions(reading.text);
      for (const exception of exceptionsIn(reading)) {
        if (exception.mistake || exception.unsure || !exception.reason) continue;
        accepted.push(ofComment(exception, `${path}:${at(exception.span.start).line}`, locale));
      }
    }
    for (const config of judge.catalogs.usedConfigs) {
      const at = positions(config.file.text);
      for (const acceptance of acceptancesIn(config)) {
        const { reason } = acceptance;
        if (saysNothing(reason.value)) continue;
        accepted.push(ofTeam(acceptance, `${config.name}:${at(reason.span.start).line}`, locale));
      }
    }
    const isOver = ({ until }: Accepted) => until !== undefined && until < today;
    const over = accepted.filter(isOver).length;
    const lines = accepted
      .filter((one) => !values.expired || isOver(one))
      .map((one) => {
        const time = one.until === undefined ? words.always : isOver(one) ? words.over : words.until;
        return [one.place, one.what, say(time, locale, { day: one.until ?? '' }), one.reason].join('  ');
      });
    const n = accepted.length;
    machine.out(`${printed([...lines, say(words.sum, locale, { n, over })])}\n`);
    if (complaints.failed) return 2;
    return values.expired && over > 0 ? 1 : 0;
  },
});
