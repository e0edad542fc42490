/** `levers diff`: what changed from one version of a plan to the next, in the words of those who decide. */
import { type Level, levels } from '../../core/compare/change.ts';
import { sayMessage, type Text } from '../../core/i18n/message.ts';
import { command, UsageError } from '../command.ts';
import { judgingOptions } from '../commonOptions.ts';
import { compared } from '../compare/pairs.ts';
import { type DiffFormat, diffFormats, diffReport } from '../compare/report.ts';
import { gitWords, versionsOf, versionsOfGit } from '../compare/versions.ts';
import { CannotRun, Complaints } from '../complaints.ts';
import { canUseConfigs, judgeOf } from '../judging.ts';
import { printed } from '../printed.ts';

const tooMany: Text = {
  en: 'levers diff takes two versions: OLD NEW',
  'zh-CN': 'levers diff 需要两个版本：旧版本 新版本',
};

export const diff = command({
  summary: {
    en: 'Says what changed in plans, for those who decide about it',
    'zh-CN': '用决策者的语言说明计划有哪些改动',
  },
  operands: { en: '[OLD] [NEW]', 'zh-CN': '[旧版本] [新版本]' },
  about: {
    en: `OLD and NEW are files or folders, or what git keeps: \`main:plans/a.levers.yaml\`, \`HEAD~3:plans\`.
\`main a.levers.yaml\` is that file in main and now. With one word alone: what changed since that commit (\`main\`),
since the branches parted (\`main...\`), between two commits (\`v1..v2\`, \`v1 v2\`), or in that file since the last
commit. Without any: all plans since the last commit. Both versions are judged by the configuration and the catalogs
that stand in the folder now.`,
    'zh-CN': `旧版本和新版本可以是文件或文件夹，也可以是 git 中的内容：\`main:plans/a.levers.yaml\`、\`HEAD~3:plans\`。
\`main a.levers.yaml\` 表示该文件在 main 中与现在的对比。只写一个词时：自该提交以来的改动（\`main\`）、自分支分开以来的改动（\`main...\`）、两个提交之间的改动
（\`v1..v2\`），或该文件自上次提交以来的改动。不写时：全部计划自上次提交以来的改动。
两个版本都按文件夹中现有的配置和目录来判断。`,
  },
  options: {
    format: { takes: diffFormats, text: { en: 'how to report (text)', 'zh-CN': '输出格式（text）' } },
    level: {
      takes: levels,
      text: {
        en: 'the least that is told (quiet): only what is to be decided, for instance',
        'zh-CN': '最低到哪一级（quiet）：例如只说需要决定的',
      },
    },
    'exit-code': { text: { en: 'end with 1 where something has changed', 'zh-CN': '有改动时以 1 结束' } },
    git: {
      text: {
        en: 'take what git gives to a program that shows differences (diff.levers.command)',
        'zh-CN': '按 git 调用外部差异程序的方式取参数（diff.levers.command）',
      },
    },
    ...judgingOptions,
  },
  notes: {
    en: 'Exit code: 0 done, 1 something has changed and --exit-code asks for it, 2 could not be done.',
    'zh-CN': '退出码：0 完成，1 有改动且指定了 --exit-code，2 无法完成。',
  },
  examples: [
    { call: 'diff old.levers.yaml new.levers.yaml', text: { en: 'Two files', 'zh-CN': '两个文件' } },
    { call: 'diff main...', text: { en: 'What this branch changes', 'zh-CN': '本分支的改动' } },
    {
      call: 'diff main:plans plans --format markdown',
      text: { en: 'Two folders, for a comment', 'zh-CN': '两个文件夹，用于评论' },
    },
    {
      call: 'diff HEAD~1:plans/a.levers.yaml plans/a.levers.yaml --format html > a.html',
      text: { en: 'One plan, as a page', 'zh-CN': '一份计划，写成网页' },
    },
  ],
  async run(call, machine) {
    const { values, operands, locale, speak } = call;
    if (values.git ? operands.length !== gitWords : operands.length > 2) throw new UsageError(speak(tooMany));
    const complaints = new Complaints(machine);
    const judge = judgeOf(call, machine, complaints);
    if (!judge) return 2;
    try {
      const versions = values.git ? versionsOfGit(operands, machine) : await versionsOf(operands, machine);
      const judged = versions.flatMap(({ files }) => files.map(({ judgedAs }) => judgedAs));
      if (!canUseConfigs(judged, judge, locale, complaints)) return 2;
      const all = compared(versions, judge, values.today ?? machine.today);
      const least = levels.indexOf((values.level as Level | undefined) ?? 'quiet');
      const told = <T extends { readonly level: Level }>(changes: readonly T[]) =>
        changes.filter(({ level }) => levels.indexOf(level) <= least);
      const plans = all.plans.map((plan) => ({
        ...plan,
        changes: told(plan.changes),
        untold: plan.changes.length - told(plan.changes).length,
        problems: told(plan.problems),
      }));
      const format = (values.format ?? 'text') as DiffFormat;
      machine.out(await diffReport(format, { ...all, plans }, locale, machine));
      const isSame = all.plans.every(({ before, after, changes }) => before && after && changes.length === 0);
      return complaints.failed ? 2 : values['exit-code'] && !isSame ? 1 : 0;
    } catch (error) {
      if (!(error instanceof CannotRun)) throw error;
      if (values.git) {
        // Git stops at a program that fails, and shows no other file.
        machine.out(`${printed([sayMessage(error.said, locale)])}\n`);
        return 0;
      }
      complaints.failure(sayMessage(error.said, locale));
      return 2;
    }
  },
});
