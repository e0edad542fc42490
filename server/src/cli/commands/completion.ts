/** `levers completion`: a script for a shell, made of the table of commands. */
import type { Text } from '../../core/i18n/message.ts';
import { alternatives, same } from '../../core/i18n/phrases.ts';
import { command, type ExitCode, type Option, UsageError } from '../command.ts';
import { commonOptions } from '../commonOptions.ts';
import { type CompletedCommand, shells } from '../completion/index.ts';
import { allCommands } from './index.ts';

const names = Object.keys(shells);

const oneOf: Text = {
  en: 'levers completion takes one of {names}',
  'zh-CN': 'levers completion 只能是 {names} 之一',
};

export const completion = command({
  summary: { en: 'Writes the completion script of a shell', 'zh-CN': '输出命令行补全脚本' },
  operands: same(names.join('|')),
  operandWords: () => names,
  options: {},
  examples: [
    {
      call: 'completion bash >> ~/.bashrc',
      text: { en: 'From the next bash on', 'zh-CN': '从下一次启动 bash 起生效' },
    },
    {
      call: 'completion zsh > ~/.zfunc/_levers',
      text: { en: 'For zsh, in a folder of its fpath', 'zh-CN': '用于 zsh，放在其 fpath 的文件夹中' },
    },
    {
      call: 'completion fish > ~/.config/fish/completions/levers.fish',
      text: { en: 'For fish', 'zh-CN': '用于 fish' },
    },
    {
      call: 'completion powershell >> $PROFILE',
      text: { en: 'From the next PowerShell on', 'zh-CN': '从下一次启动 PowerShell 起生效' },
    },
  ],
  async run({ operands, locale, speak }, machine): Promise<ExitCode> {
    const [name] = operands;
    const script = name !== undefined && Object.hasOwn(shells, name) ? shells[name] : undefined;
    if (!script || operands.length > 1) throw new UsageError(speak(oneOf, { names: alternatives(names) }));
    const all = await allCommands();
    const completed = all.map(
      ([name, { summary, options, operandWords }]): CompletedCommand => ({
        name,
        summary: summary[locale],
        words: operandWords?.(machine) ?? [],
        options: Object.entries<Option>({ ...options, ...commonOptions }).map(([option, { takes, text }]) => ({
          name: option,
          text: text[locale].replace(/\n/g, ' '),
          values: typeof takes === 'object' ? takes : [],
          takes: takes !== undefined,
        })),
      }),
    );
    machine.out(script(completed));
    return 0;
  },
});
