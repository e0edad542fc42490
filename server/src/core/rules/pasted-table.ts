/** Rows that were pasted from a spreadsheet or a document. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { indented, indentStep, written } from '../edits/yamlEdit.ts';
import { slug } from '../model/ids.ts';
import type { Reading } from '../model/reading.ts';
import { lastKey, type Step } from '../schema/path.ts';
import type { Shape } from '../schema/schema.ts';
import { linesOf, type Table, tablesOf } from '../syntax/lines.ts';
import { pairsOf } from '../syntax/tree.ts';
import type { Edit } from '../text/edit.ts';
import { column, lineBreak, lineStart } from '../text/lines.ts';

/** The list under whose key a table stands: its path and the column of the key. */
function listAbove(plan: Reading, table: Table): { path: Step[]; column: number } | undefined {
  const pair = pairsOf(plan.root).findLast(({ key }) => key.start < table.start);
  const shape = pair && plan.format.shape.key(pair.name);
  if (!pair || !shape?.items) return undefined;
  return { path: [pair.name], column: column(plan.text, pair.key.start) };
}

/** The key that the head of a column names, in either language. */
function keyOf(head: string, shape: Shape): string | undefined {
  const plain = head.trim().toLowerCase();
  return shape.keys.find((key) => {
    const title = shape.key(key)?.title;
    return [key, title?.en, title?.['zh-CN']].some((name) => name?.toLowerCase() === plain);
  });
}

/** The rows as items of the list, where the first row names the keys. */
function items(plan: Reading, table: Table): string[] | undefined {
  const list = listAbove(plan, table);
  const shape = list && plan.format.shapeAt([...list.path, 0]);
  const [head, ...rows] = table.rows;
  if (!list || !shape || !head || rows.length === 0) return undefined;
  const keys = head.map((cell) => keyOf(cell, shape));
  if (keys.some((key) => key === undefined) || new Set(keys).size < keys.length) return undefined;
  const taken = new Set<string>();
  const lines = rows.flatMap((row) => {
    const pairs = keys.flatMap((key, index) =>
      row[index] ? [`${key}: ${cell(row[index], shape.key(key as string))}`] : [],
    );
    if (shape.required.includes('id') && !keys.includes('id')) {
      const base = slug(row.find((text) => slug(text) !== '') ?? '') || `${lastKey(list.path).replace(/s$/, '')}-1`;
      let id = base;
      for (let n = 2; taken.has(id); n++) id = `${base.replace(/-1$/, '')}-${n}`;
      taken.add(id);
      pairs.unshift(`id: ${id}`);
    }
    return pairs.map((pair, index) => (index === 0 ? `- ${pair}` : `  ${pair}`));
  });
  return indented(lines, list.column + indentStep(plan));
}

function cell(text: string, shape: Shape | undefined): string {
  if (shape?.types.includes('array')) return `[${text.split(/\s*[,，、;；]\s*/).join(', ')}]`;
  return shape?.enum || shape?.types.includes('number') || shape?.types.includes('integer') ? text : written(text);
}

export const rule: FormatRule = {
  code: 'pasted-table',
  severity: 'error',
  structural: true,
  summary: { en: 'Rows pasted from a table.', 'zh-CN': '从表格粘贴来的行。' },
  doc: {
    why: {
      en: 'Rows copied from a spreadsheet arrive as words with tabs between them. They are neither keys nor items, so nothing of them would count.',
      'zh-CN': '从电子表格复制来的行，单元格之间是制表符。它们既不是键也不是列表项，内容都不会计入。',
    },
    fix: {
      en: 'Let the first row name the keys (`Name`, `Impact` …): the quick fix makes items of the rows. Otherwise it sets them aside as notes, from which you can copy.',
      'zh-CN': '让第一行写键名（如“名称”“影响程度”），快速修复就能把各行变成列表项；否则会先把它们改成注释，供你摘抄。',
    },
  },
  *check(plan) {
    if (!plan.errors.some(({ kind }) => kind === 'pasted-table')) return;
    const tables = new Map(tablesOf(linesOf(plan.text)).map((table) => [table.start, table]));
    for (const error of plan.errors) {
      const table = error.kind === 'pasted-table' ? tables.get(error.start) : undefined;
      if (!table) continue;
      yield {
        span: error,
        text: {
          en: 'These {n} lines look like rows of a table. They are not read; write them as items of a list.',
          'zh-CN': '这 {n} 行像是表格里的行，不会被读取。请写成列表项。',
        },
        data: { n: table.rows.length },
        fixes: (): Fix[] => {
          const start = lineStart(plan.text, table.start);
          const nl = lineBreak(plan.text);
          const made = items(plan, table);
          const notes: Edit[] = [];
          for (let at = start; at < table.end; at = plan.text.indexOf('\n', at) + 1 || plan.text.length) {
            notes.push({ span: { start: at, end: at }, text: '# ' });
          }
          return [
            ...(made
              ? [
                  {
                    title: { text: { en: 'Make items of the rows', 'zh-CN': '把各行变成列表项' } },
                    edits: [{ span: { start, end: table.end }, text: made.join(nl) }],
                    preferred: true,
                  },
                ]
              : []),
            { title: { text: { en: 'Set the rows aside as notes', 'zh-CN': '先把各行改成注释' } }, edits: notes },
          ];
        },
      };
    }
  },
};
