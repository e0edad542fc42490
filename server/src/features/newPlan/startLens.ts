/** Code lenses of an empty plan: start with questions, or from a template. */
import type { CodeLens } from 'vscode-languageserver-types';
import { say, type Text } from '../../core/i18n/message.ts';
import { isPlan, type Subject, type View } from '../view.ts';

const offers: readonly { readonly title: Text; readonly command: string }[] = [
  { title: { en: 'Start with a few questions', 'zh-CN': '从几个问题开始' }, command: 'levers.newPlan' },
  { title: { en: 'Start from a template', 'zh-CN': '从模板开始' }, command: 'levers.newPlanFromTemplate' },
];

/** The lenses of a plan without content, comments aside; only for editors that have the commands. */
export function startLens(subject: Subject, { locale, startCommands }: View): CodeLens[] {
  const { root, text } = subject.reading;
  const empty = !root || (root.node.kind === 'scalar' && root.node.value === null);
  // A word such as `null` is written there.
  if (!startCommands || !isPlan(subject) || !empty || /^[^#\s]/m.test(text.replace(/^---\s*$/m, ''))) return [];
  const start = { line: 0, character: 0 };
  return offers.map(({ title, command }) => ({
    range: { start, end: start },
    command: { title: say(title, locale), command, arguments: [subject.document.uri] },
  }));
}
