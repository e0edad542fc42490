/** A catalog file without any content, or one that holds something else than a catalog. */
import type { CatalogRule } from '../diagnostics/rule.ts';
import { minimalCatalog } from '../edits/templates.ts';

export const rule: CatalogRule = {
  code: 'not-a-catalog',
  severity: 'error',
  summary: {
    en: 'The catalog of the team is empty, or holds no sections of a catalog.',
    'zh-CN': '团队的目录为空，或没有目录的任何部分。',
  },
  doc: {
    why: {
      en: 'A catalog begins with `catalogVersion: 1` and the `id` of the team, and has the sections `strategies` and `hide`. Everything below its folder goes by it, so an empty one is more likely an accident.',
      'zh-CN':
        '目录以 `catalogVersion: 1` 和团队的 `id` 开头，包含 `strategies` 和 `hide` 两个部分。所在文件夹下的所有计划都以它为准，空文件多半是误操作。',
    },
    fix: {
      en: 'Start from a small catalog: use the quick fix, or choose a suggestion in the empty file. Or delete the file.',
      'zh-CN': '可从一份小目录开始：使用快速修复，或在空文件中选用输入建议。也可以删除该文件。',
    },
  },
  *check(file, { locale }) {
    const { root, text } = file;
    if (root && (root.node.kind === 'map' || root.node.kind === 'broken')) return;
    if (!root && file.errors.length > 0) return;
    const empty = !root || (root.node.kind === 'scalar' && root.node.value === null);
    const firstLine = { start: 0, end: text.search(/\r?\n|$/) };
    yield {
      span: root && !empty ? { start: root.start, end: root.start + Math.min(root.node.length, 1) } : firstLine,
      text: empty
        ? {
            en: 'This catalog is empty. Begin with a small one, or type `catalogVersion: 1`.',
            'zh-CN': '这份目录还是空的。可以从一份小目录开始，或输入 `catalogVersion: 1`。',
          }
        : {
            en: 'This is not a catalog yet: a catalog has the sections `strategies` and `hide`.',
            'zh-CN': '这还不是一份目录：目录由 `strategies` 和 `hide` 等部分组成。',
          },
      // What is still to come is no mistake, but nothing to rely on either.
      ...(empty && {
        severity: 'warning',
        fixes: () => {
          const start = root && root.node.length > 0 ? root.start : text.length;
          const end = root && root.node.length > 0 ? root.start + root.node.length : start;
          return [
            {
              title: { text: { en: 'Begin with a small catalog', 'zh-CN': '从一份小目录开始' } },
              edits: [{ span: { start, end }, text: minimalCatalog(text.slice(0, start), locale) }],
              preferred: true,
            },
          ];
        },
      }),
    };
  },
};
