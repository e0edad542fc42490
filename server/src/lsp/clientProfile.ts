/** What the client said about itself in its `initialize` request, as features need it. */
import type { InitializeParams } from 'vscode-languageserver';
import { localeOf } from '../core/i18n/message.ts';
import type { View } from '../features/view.ts';
import type { InitializationOptions } from '../protocol.ts';
import { isText } from './sound.ts';

/** The part of a `View` that is the same for all documents; can be cloned to another thread. */
export type ClientProfile = Omit<View, 'catalog' | 'settings' | 'today'>;

/** Options that are texts; with a value of another type they count as not given. */
const texts: ReadonlySet<string> = new Set<keyof InitializationOptions>(['locale', 'rulePage', 'today']);

/** Our own options in an `initialize` request. */
export function initializationOptions({ initializationOptions }: InitializeParams): InitializationOptions {
  const given = Object.entries(initializationOptions ?? {});
  return Object.fromEntries(given.filter(([name, value]) => !texts.has(name) || isText(value)));
}

/** `rulePage`: address of the bundled page about a rule, with `{code}` and `{locale}`; clients may have a better one. */
export function clientProfile(params: InitializeParams, rulePage: string): ClientProfile {
  const options = initializationOptions(params);
  const { textDocument, workspace } = params.capabilities;
  const item = textDocument?.completion?.completionItem;
  const edit = workspace?.workspaceEdit;
  const locale = localeOf(options.locale ?? params.locale);
  return {
    locale,
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    suggestCommand: options.suggestCommand === true,
    showPlan: options.showPlanCommand === true,
    startCommands: options.startCommands === true,
    codeActionCommands: options.codeActionCommands === true,
    documentChanges: edit?.documentChanges === true,
    snippetEdits: edit?.snippetEditSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    rulePage: options.rulePage ?? rulePage.replace('{locale}', locale === 'en' ? '' : 'zh-cn/'),
  };
}
