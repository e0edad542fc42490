/** The plans and files of teams that the arguments of a command name. */
import { type Locale, say, type Text } from '../core/i18n/message.ts';
import type { PassedOver } from '../host/filesBelow.ts';
import type { Complaints } from './complaints.ts';
import type { Machine } from './machine.ts';
import { reasonOf, sayUnread } from './plans.ts';

const none: Text = { en: 'No plan found: {pattern}', 'zh-CN': '没有找到计划：{pattern}' };

/** The operands of a command that takes plans. */
export const pathOperands: Text = {
  en: '[files, folders or globs; - for standard input]',
  'zh-CN': '[文件、文件夹或通配符；- 表示标准输入]',
};

/**
 * The plans and files of teams that the patterns name (`.` if there is none), each once, in display form; `-` is standard input.
 * Complains of what names nothing, and of what is not looked into.
 */
export async function pathsOf(
  patterns: readonly string[],
  machine: Pick<Machine, 'find' | 'identity'>,
  locale: Locale,
  complaints: Complaints,
): Promise<Set<string>> {
  const said = new Set<string>();
  const passedOver = ({ path, reason, harmless }: PassedOver) => {
    const message = sayUnread(path, reason, locale);
    if (said.has(message)) return;
    said.add(message);
    if (harmless) complaints.note(message);
    else complaints.failure(message);
  };
  const paths = new Map<string, string>();
  for (const pattern of patterns.length > 0 ? patterns : ['.']) {
    if (pattern === '-') paths.set('-', '-');
    else {
      try {
        let told = false;
        const found = await machine.find(pattern, (what) => {
          told ||= !what.harmless;
          passedOver(what);
        });
        if (found.length === 0 && !told) complaints.failure(say(none, locale, { pattern }));
        for (const path of found) {
          const id = machine.identity(path);
          if (!paths.has(id)) paths.set(id, path);
        }
      } catch (error) {
        passedOver({ path: pattern, reason: reasonOf(error) });
      }
    }
  }
  return new Set(paths.values());
}
