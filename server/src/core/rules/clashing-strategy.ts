/** Two strategies of the team with one id. */

import type { CatalogRule } from '../diagnostics/rule.ts';
import { setValue, written } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';
import type { TeamFile } from '../model/catalogFile.ts';
import type { Spanned } from '../model/entry.ts';
import { freeId } from '../model/ids.ts';

/** Another place with the same id, in this file or another. */
interface Other {
  readonly id: Spanned<string>;
  readonly in?: TeamFile;
}

const here: Text = {
  en: '{id} is already used in this catalog, and only the first counts. Give this one another id.',
  'zh-CN': '{id} 在本目录中已经用过，只有第一个生效。请为这一项换一个标识。',
};
const before: Text = {
  en: '{id} is also in {file}, which goes before this catalog, so this one does not count. Give it another id.',
  'zh-CN': '{id} 也在 {file} 中，而那个目录优先于本目录，因此这一项不生效。请换一个标识。',
};
const behind: Text = {
  en: '{id} is also in {file}. Here this one counts; elsewhere the same id may mean the other. Give it another id.',
  'zh-CN': '{id} 也在 {file} 中。这里以本目录为准，在别处同一标识可能指另一项。请换一个标识。',
};

export const rule: CatalogRule = {
  code: 'clashing-strategy',
  severity: 'warning',
  summary: {
    en: 'Two strategies of the team have one id, in one catalog or in two.',
    'zh-CN': '团队的两项策略用了同一个标识，在同一目录或两个目录中。',
  },
  doc: {
    why: {
      en: 'A plan says `use` and an id: it must mean one strategy. Of two only one can count: in one file the first, of several files the one that is nearest to the plan.',
      'zh-CN':
        '计划用 `use` 加标识选用策略，因此一个标识只能指一项策略。重复时只有一个生效：同一文件中取第一个，多个文件中取离计划最近的。',
    },
    fix: {
      en: 'Give one of them another id. Plans that use it have to follow.',
      'zh-CN': '请为其中一个换一个标识，使用它的计划也要相应修改。',
    },
    allow: {
      en: 'When one unit means to have its own version of a shared strategy; an id of its own says so more clearly.',
      'zh-CN': '某个部门确实要用自己的版本代替共享策略时；换一个标识会更清楚。',
    },
  },
  *check(file, { catalog }) {
    const self = catalog.files.findIndex((candidate) => candidate.file === file);
    const elsewhere = new Map<string, Other & { readonly text: Text }>();
    for (const [index, team] of catalog.files.entries()) {
      if (index === self) continue;
      for (const entry of team.file.strategies) {
        const id = entry.word('id');
        if (id && !elsewhere.has(id.value)) {
          elsewhere.set(id.value, { id, in: team, text: index < self ? before : behind });
        }
      }
    }
    const seen = new Map<string, Spanned<string>>();
    const own = new Set(file.strategies.flatMap((entry) => entry.word('id')?.value ?? []));
    for (const entry of file.strategies) {
      const id = entry.word('id');
      if (!id) continue;
      const first = seen.get(id.value);
      if (!first) seen.set(id.value, id);
      const other = first ? { id: first, text: here } : elsewhere.get(id.value);
      if (!other) continue;
      const team = 'in' in other ? other.in : undefined;
      yield {
        span: id.span,
        text: other.text,
        data: { id: quoted(id.value), file: quoted(team?.name ?? '') },
        related: [
          {
            span: other.id.span,
            ...(team && { in: team }),
            message: { text: { en: 'The other one.', 'zh-CN': '另一个在这里。' } },
          },
        ],
        fixes: () => {
          const pair = entry.pair('id');
          if (!pair) return [];
          const taken = (name: string) => own.has(name) || elsewhere.has(name) || catalog.strategy(name) !== undefined;
          const free = freeId(id.value, { has: taken });
          return [
            {
              title: { text: { en: 'Change to {id}', 'zh-CN': '改为 {id}' }, data: { id: quoted(free) } },
              edits: [setValue(file, pair, written(free))],
            },
          ];
        },
      };
    }
  },
};
