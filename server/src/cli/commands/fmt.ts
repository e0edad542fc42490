/** `levers fmt`: lays plans and catalogs out as the editor does. */
import { tryFormatting } from '../../core/formatter/format.ts';
import { repairable } from '../../core/formatter/protectedLines.ts';
import { say, type Text } from '../../core/i18n/message.ts';
import { apply } from '../../core/text/edit.ts';
import { command } from '../command.ts';
import { Complaints } from '../complaints.ts';
import { openFiles } from '../openFile.ts';
import { pathOperands, pathsOf } from '../paths.ts';
import { reasonOf, sayUnwritten } from '../plans.ts';
import { printed } from '../printed.ts';
import { positions } from '../report/position.ts';

const words = {
  done: { en: 'Formatted: {path}', 'zh-CN': '已排版：{path}' },
  open: { en: 'Not formatted yet: {path}', 'zh-CN': '尚未排版：{path}' },
  sum: {
    en: 'Files: {files} · to format: {changed} · not formatted: {left}',
    'zh-CN': '文件：{files} · 需排版：{changed} · 未排版：{left}',
  },
  sumDone: {
    en: 'Files: {files} · formatted: {changed} · not formatted: {left}',
    'zh-CN': '文件：{files} · 已排版：{changed} · 未排版：{left}',
  },
  mistake: {
    en: 'Not formatted, because something in line {line} is written wrongly (`levers check` says what): {path}',
    'zh-CN': '未排版，因为第 {line} 行有书写错误（`levers check` 会说明）：{path}',
  },
  unsafe: {
    en: 'Not formatted, because it could then mean something else: {path}',
    'zh-CN': '未排版，因为排版可能改变其含义：{path}',
  },
  notFormatted: { en: 'Not formatted', 'zh-CN': '未排版' },
} satisfies Record<string, Text>;

/** As in our examples; the rest is what the editor does where nothing is set. */
const style = { tabSize: 2 };

export const fmt = command({
  summary: { en: 'Lays plans and catalogs out as the editor does', 'zh-CN': '像编辑器一样为计划和目录排版' },
  operands: pathOperands,
  about: {
    en: `Indentation, blanks and empty lines; no word changes, and what is read stays the same. A file in which something is
written wrongly stays as it is. With - the formatted text goes to standard output.`,
    'zh-CN': `整理缩进、空格和空行；不改动任何文字，读到的内容不变。有书写错误的文件保持原样。写 - 时，排版后的文本写到标准输出。`,
  },
  options: {
    check: {
      text: {
        en: 'write nothing; exit with 1 if a file is not formatted yet',
        'zh-CN': '不写入；如果有文件尚未排版，以 1 退出',
      },
    },
  },
  notes: {
    en: 'Exit code: 0 all files are formatted, 1 (with --check) some are not yet, 2 some could not be formatted.',
    'zh-CN': '退出码：0 全部已排版，1（写了 --check 时）有文件尚未排版，2 有文件无法排版。',
  },
  examples: [
    { call: 'fmt', text: { en: 'All plans in this folder and below', 'zh-CN': '当前文件夹及其下的全部计划' } },
    {
      call: 'fmt --check plans',
      text: { en: 'In a pipeline: is everything formatted?', 'zh-CN': '用于流水线：是否都已排版？' },
    },
    {
      call: 'fmt - < a.levers.yaml > b.levers.yaml',
      text: { en: 'From standard input to another file', 'zh-CN': '从标准输入写到另一个文件' },
    },
  ],
  async run({ values, operands, locale }, machine) {
    const complaints = new Complaints(machine);
    const paths = await pathsOf(operands, machine, locale, complaints);
    const fromInput = paths.has('-') && !values.check;
    const lines: string[] = [];
    let [unchanged, changed] = [0, 0];
    for (const { path, source, utf16, reading } of openFiles(paths, machine, locale, complaints)) {
      const error = reading.errors.find((candidate) => !repairable(candidate));
      const edits = error ? undefined : tryFormatting(reading, style);
      const mark = source.slice(0, source.length - reading.text.length);
      const after = mark + apply(reading.text, edits ?? []);
      const isSame = after === source;
      if (error) {
        const { line } = positions(reading.text)(error.start);
        complaints.failure(say(words.mistake, locale, { line, path }));
      } else if (!edits) complaints.failure(say(words.unsafe, locale, { path }));
      else if (isSame) unchanged++;
      else if (values.check) {
        changed++;
        lines.push(say(words.open, locale, { path }));
      }
      // What comes through a pipe goes on through one, changed or not.
      if (values.check || (isSame && path !== '-')) continue;
      try {
        machine.write(path, after, source, utf16);
        if (isSame) continue;
        changed++;
        lines.push(say(words.done, locale, { path }));
      } catch (failure) {
        complaints.failure(sayUnwritten(path, reasonOf(failure), words.notFormatted, locale));
      }
    }
    const left = paths.size - unchanged - changed;
    lines.push(say(values.check ? words.sum : words.sumDone, locale, { files: paths.size, changed, left }));
    // Standard output holds what standard input has become.
    if (!fromInput) machine.out(`${printed(lines)}\n`);
    if (complaints.failed) return 2;
    return values.check && changed > 0 ? 1 : 0;
  },
});
