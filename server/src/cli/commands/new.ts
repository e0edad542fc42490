/** `levers new`: a new plan from the questions of *New Change Plan*, asked in the terminal or answered by a file. */
import { answersIn, type GivenAnswers } from '../../core/authoring/answers.ts';
import { draft } from '../../core/authoring/draft.ts';
import { fileName } from '../../core/authoring/fileName.ts';
import type { Context } from '../../core/diagnostics/rule.ts';
import type { Text } from '../../core/i18n/message.ts';
import { planEndings } from '../../core/model/plan.ts';
import { spellFor } from '../../host/pinyin.ts';
import { type Call, command, type ExitCode, type Options, UsageError } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { Complaints } from '../complaints.ts';
import { canUseConfigs, judgeOf } from '../judging.ts';
import type { Machine } from '../machine.ts';
import { AnswersError, answersFrom } from '../newPlan/fromFile.ts';
import { askAll } from '../newPlan/fromTerminal.ts';
import { reasonOf, sayUnread, unmarked, unwritable } from '../plans.ts';
import { printed } from '../printed.ts';
import { positions } from '../report/position.ts';

const words = {
  oneFile: { en: 'levers new takes the name of one file', 'zh-CN': 'levers new 需要一个文件名' },
  ending: {
    en: 'The name of a plan ends in {ending}: {path}',
    'zh-CN': '计划的文件名以 {ending} 结尾：{path}',
  },
  there: {
    en: 'Nothing is written, because this file is there already: {path}',
    'zh-CN': '没有写入，因为文件已存在：{path}',
  },
  left: { en: 'Nothing is written, because not all questions were answered', 'zh-CN': '没有写入，因为问题没有答完' },
  written: {
    en: 'Written: {path}. Begin in line {line}; `levers check` lists what is still to fill in.',
    'zh-CN': '已写入：{path}。请从第 {line} 行开始；`levers check` 列出仍需填写的内容。',
  },
} satisfies Record<string, Text>;

const options = {
  answers: {
    takes: 'FILE',
    text: {
      en: `ask nothing: take the answers of a file (YAML or JSON; - for standard input) with title, need,
ai, goLive, people, groups, changes and strategies; only the title must be there`,
      'zh-CN': `不提问，使用文件中的答案（YAML 或 JSON；- 表示标准输入）：title、need、ai、goLive、people、groups、
changes、strategies；只有 title 必须有`,
    },
  },
  ...judgingOptions,
} as const satisfies Options;

/** The answers of the file that is named, or of the terminal; undefined, with a message, if there are none. */
async function answersOf(
  { values, locale, speak }: Call<typeof options>,
  view: Context,
  machine: Machine,
  complaints: Complaints,
): Promise<GivenAnswers | undefined> {
  const { answers: path } = values;
  if (path === undefined) {
    const say = (lines: readonly string[]) => machine.out(`${lines.join('\n')}\n`);
    const answers = await machine.talk((ask) => askAll(ask, say, view, speak));
    if (!answers) complaints.failure(speak(words.left));
    return answers;
  }
  try {
    const opened = machine.decode(path);
    if ('text' in opened) return answersFrom(unmarked(opened.text), view, speak);
    complaints.failure(sayUnread(path, opened.encoding ?? opened.reason, locale));
  } catch (error) {
    complaints.failure(error instanceof AnswersError ? error.message : sayUnread(path, reasonOf(error), locale));
  }
  return undefined;
}

export const newPlan = command({
  summary: { en: 'Writes a new plan from eight questions', 'zh-CN': '通过八个问题新建计划' },
  operands: { en: '[FILE.levers.yaml]', 'zh-CN': '[文件.levers.yaml]' },
  about: {
    en: 'Without a name the file is named after the title, in this folder. A file that is there is never overwritten.',
    'zh-CN': '不写文件名时，按标题命名，放在当前文件夹。不会覆盖已有的文件。',
  },
  options,
  examples: [
    { call: 'new', text: { en: 'Asks in the terminal', 'zh-CN': '在终端中提问' } },
    {
      call: 'new plans/desk.levers.yaml --answers answers.yaml',
      text: { en: 'From answers in a file', 'zh-CN': '使用文件中的答案' },
    },
  ],
  async run(call, machine): Promise<ExitCode> {
    const { operands, locale, speak } = call;
    const [named] = operands;
    if (operands.length > 1) throw new UsageError(speak(words.oneFile));
    if (named !== undefined && !planEndings.some((ending) => named.endsWith(ending)))
      throw new UsageError(speak(words.ending, { ending: planEndings[0] as string, path: named }));
    const complaints = new Complaints(machine);
    const judge = judgeOf(call, machine, complaints);
    const place = named ?? (planEndings[0] as string);
    if (!judge || !canUseConfigs([place], judge, locale, complaints) || complaints.failed) return 2;
    if (named !== undefined && machine.exists(named)) {
      complaints.failure(speak(words.there, { path: named }));
      return 2;
    }
    const view = judge.context(place);
    const given = await answersOf(call, view, machine, complaints);
    if (!given) return 2;
    const answers = answersIn(given, view.today);
    const { text, first } = draft(answers, view, await spellFor(answers));
    const path = named ?? `${fileName(answers)}${planEndings[0]}`;
    try {
      machine.create(path, text);
    } catch (error) {
      const reason = reasonOf(error);
      complaints.failure(reason === 'EEXIST' ? speak(words.there, { path }) : speak(unwritable, { path, reason }));
      return 2;
    }
    machine.out(`${printed([speak(words.written, { path, line: positions(text)(first.start).line })])}\n`);
    return 0;
  },
});
