/** `levers lsp`: the language server, for editors. */
import type { Text } from '../../core/i18n/message.ts';
import { same } from '../../core/i18n/phrases.ts';
import { command, type ExitCode, UsageError } from '../command.ts';

const stdio: Text = { en: 'levers lsp takes --stdio', 'zh-CN': 'levers lsp 需要 --stdio' };

export const lsp = command({
  summary: { en: 'Starts the language server, for editors', 'zh-CN': '启动语言服务器，供编辑器使用' },
  operands: same(''),
  options: {
    stdio: { text: { en: 'speak over standard input and output', 'zh-CN': '通过标准输入和标准输出通信' } },
  },
  examples: [{ call: 'lsp --stdio', text: { en: 'What an editor calls', 'zh-CN': '编辑器使用的命令' } }],
  async run({ values, operands, speak }, machine): Promise<ExitCode> {
    if (!values.stdio || operands.length > 0) throw new UsageError(speak(stdio));
    await machine.serve();
    return 0;
  },
});
