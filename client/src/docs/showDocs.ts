/** Pages of the documentation, shown by Markdown's preview in the reader's language. */
import { commands, type Disposable, env, Uri, workspace } from 'vscode';

export const explainCommand = 'levers.explain';
export const explainLeversCommand = 'levers.explainLevers';

/** The scheme of the pages about rules, which stand in one file of the extension. */
const scheme = 'levers-rule';

/** The pages by code, then by language, as the build writes them. */
type Pages = Readonly<Record<string, Readonly<Record<'en' | 'zh-CN', string>>>>;

const isChinese = () => env.language.startsWith('zh');

/** Gives the text of the pages about rules. */
export function rulePages(extension: Uri): Disposable {
  const provideTextDocumentContent = async ({ path }: Uri) => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'pages.json'));
    const pages: Pages = JSON.parse(new TextDecoder().decode(bytes));
    return pages[path.replace(/\.md$/, '')]?.[isChinese() ? 'zh-CN' : 'en'];
  };
  return workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent });
}

/** Shows the page about a rule, the link on the code of a problem: beside the plan, which stays in sight. */
export async function explain(code: string): Promise<void> {
  // Anyone can write such a link, so nothing but the name of a page is accepted.
  if (!/^[a-z-]+$/.test(code)) return;
  await commands.executeCommand('markdown.showPreviewToSide', Uri.from({ scheme, path: `${code}.md` }));
}

/** "What Is a Lever?": shows the page about the six levers and their strategies. */
export async function explainLevers(extension: Uri): Promise<void> {
  const folder = isChinese() ? ['docs', 'zh-cn'] : ['docs'];
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extension, ...folder, 'catalog.md'));
}
