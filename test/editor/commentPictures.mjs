// Pictures of the comment on a pull request: what `levers diff` writes about two versions of an example, as GitHub shows it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { openBrowser } from './webHost.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The pictures: an example, and what a pull request changes in it. */
const pictures = [
  {
    name: 'comment',
    locale: 'en',
    example: 'hospital-ai-scribe.levers.yaml',
    edits: [
      ['goLive: 2027-06-14', 'goLive: 2027-07-12'],
      ['date: 2027-06-14', 'date: 2027-07-12'],
      ['target: 100, by: 2027-05-28', 'target: 80, by: 2027-05-28'],
      ['owner: Desmond Oyelaran\n        audience', 'owner: TBD\n        audience'],
      ['[patients, physicians, nurses]', '[patients, physicans, nurses]'],
    ],
  },
  {
    name: 'comment-zh-cn',
    locale: 'zh-CN',
    example: 'retail-service-assistant.levers.yaml',
    edits: [
      ['goLive: 2027-07-05', 'goLive: 2027-08-02'],
      ['date: 2027-07-05', 'date: 2027-08-02'],
      ['target: 100, by: 2027-06-18', 'target: 80, by: 2027-06-18'],
      ['owner: 郑凯\n        audience: [vendor-agents]', 'owner: 待定\n        audience: [vendor-agents]'],
      ['[members, senior-shoppers, agents]', '[members, senior-shopers, agents]'],
    ],
  },
];

const style = `body{margin:0;padding:16px;background:#fff;color:#1f2328;font:14px/1.5 sans-serif}
article{width:860px;border:1px solid #d1d9e0;border-radius:6px}
header{padding:8px 16px;background:#f6f8fa;border-bottom:1px solid #d1d9e0;border-radius:6px 6px 0 0;color:#59636e}
header b{color:#1f2328}header span{border:1px solid #d1d9e0;border-radius:1em;padding:0 7px;font-size:12px}
main{padding:16px}main>:first-child{margin-top:0}main>:last-child{margin-bottom:0}
h3{font-size:17.5px;margin:0 0 16px}ul{padding-left:28px;margin:0 0 16px}li{margin:4px 0}p,details{margin:0 0 16px}
code{padding:0.2em 0.4em;border-radius:6px;background:#eff1f3;font-size:85%}`;

/** The text of an example with some passages replaced, each of which must be there. */
export function edited(example, edits) {
  return edits.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${example} has no ${from}`);
      return text.replace(from, to);
    },
    readFileSync(join(root, 'examples', example), 'utf8'),
  );
}

/** The Markdown that `levers diff` writes about an example and its edited copy, both in `folder`. */
function commentOn({ example, edits, locale }, folder) {
  for (const [version, content] of Object.entries({ old: edited(example, []), new: edited(example, edits) })) {
    mkdirSync(join(folder, version, 'plans'), { recursive: true });
    writeFileSync(join(folder, version, 'plans', example), content);
  }
  const call = ['diff', 'old', 'new', '--format', 'markdown', `--locale=${locale}`];
  return execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...call], { cwd: folder, encoding: 'utf8' });
}

/** Makes the pictures in the folder `shots`, of the built command line. */
export async function commentPictures(shots) {
  const home = mkdtempSync(join(tmpdir(), 'levers-comment-'));
  const context = await openBrowser({ userDataDir: join(home, 'data') });
  try {
    for (const picture of pictures) {
      const comment = new MarkdownIt({ html: true }).render(commentOn(picture, mkdtempSync(join(home, 'versions-'))));
      const page = await context.newPage();
      await page.setContent(
        `<!DOCTYPE html><html lang="${picture.locale}"><style>${style}</style><body><article>` +
          `<header><b>github-actions</b> <span>bot</span></header><main>${comment}</main></article>`,
      );
      await page.locator('article').screenshot({ path: join(shots, `${picture.name}.png`) });
    }
  } finally {
    await context.browser().close();
    rmSync(home, { recursive: true, force: true });
  }
}
