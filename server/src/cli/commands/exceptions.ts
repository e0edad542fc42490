/** `levers exceptions`: the findings that somebody has accepted, with the reason and the last day. */
import { type Exception, exceptions as exceptionsIn } from '../../core/diagnostics/suppressions.ts';
import { type Locale, say, type Text } from '../../core/i18n/message.ts';
import { command } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { Complaints } from '../complaints.ts';
import { openFiles } from '../openFile.ts';
import { pathOperands, pathsOf } from '../paths.ts';
import { printed } from '../printed.ts';
import { positions } from '../report/position.ts';

const words = {
  until: { en: 'until {day}', 'zh-CN': '至 {day}' },
  over: { en: 'until {day}, which is over', 'zh-CN': '至 {day}，已过期' },
  always: { en: 'without a last day', 'zh-CN': '没有截止日期' },
  file: { en: '{codes} (whole file)', 'zh-CN': '{codes}（整个文件）' },
  sum: { en: 'Exceptions: {n} · over: {over}', 'zh-CN': '例外：{n} · 已过期：{over}' },
} satisfies Record<string, Text>;

/** Whether the last day of an exception is before this one. */
function isOver({ until }: Exception, today: string): boolean {
  return until !== undefined && until.value < today;
}

/** An exception on one line: its place, what it accepts, until when, and why. */
function line(place: string, exception: Exception, today: string, locale: Locale): string {
  const { until, reach, reason } = exception;
  const list = exception.codes.map(({ value }) => value).join(', ');
  const codes = reach === 'file' ? say(words.file, locale, { codes: list }) : list;
  const time = !until ? words.always : isOver(exception, today) ? words.over : words.until;
  return [place, codes, say(time, locale, { day: until?.value ?? '' }), reason].join('  ');
}

export const exceptions = command({
  summary: {
    en: 'Lists the problems that were accepted, with reason and last day',
    'zh-CN': '列出已接受的问题及其理由和截止日期',
  },
  operands: pathOperands,
  about: {
    en: `Comments such as \`# levers-ignore CODE until 2027-05-31: reason\`. One that gives no reason has no effect and is not
listed; \`levers check\` finds it.`,
    'zh-CN': `即 \`# levers-ignore CODE until 2027-05-31: 理由\` 之类的注释。没有理由的注释不起作用，也不列出；\`levers check\` 会发现它。`,
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
    const lines: string[] = [];
    let [n, over] = [0, 0];
    for (const { path, reading } of openFiles(paths, machine, locale, complaints)) {
      const at = positions(reading.text);
      for (const exception of exceptionsIn(reading)) {
        if (exception.mistake || exception.unsure || !exception.reason) continue;
        n++;
        if (isOver(exception, today)) over++;
        else if (values.expired) continue;
        lines.push(line(`${path}:${at(exception.span.start).line}`, exception, today, locale));
      }
    }
    machine.out(`${printed([...lines, say(words.sum, locale, { n, over })])}\n`);
    if (complaints.failed) return 2;
    return values.expired && over > 0 ? 1 : 0;
  },
});
