/** Rows that were pasted from a spreadsheet or a document. */

import type { Fix, FormatRule } from '../diagnostics/rule.ts';
import { rowsAsItems, rowsAsKeys } from '../edits/pastedRows.ts';
import { indented, indentStep } from '../edits/yamlEdit.ts';
import type { Text } from '../i18n/message.ts';
import { writtenIds } from '../model/ids.ts';
import type { Reading } from '../model/reading.ts';
import { takesText } from '../schema/places.ts';
import type { Holder } from '../syntax/holders.ts';
import { keyAt } from '../syntax/keyPattern.ts';
import { tablesIn } from '../syntax/pasted.ts';
import type { Table } from '../syntax/tables.ts';
import type { Edit } from '../text/edit.ts';
import { column, lineBreak, lineEnd, lineStart } from '../text/lines.ts';

const asItems: Text = { en: 'Make items of the rows', 'zh-CN': '把各行变成列表项' };
const asKeys: Text = { en: 'Make a key and a value of each row', 'zh-CN': '把每一行变成字段和值' };
const asText: Text = { en: 'Keep the rows as a text', 'zh-CN': '把各行保留为一段文字' };

const forList: Text = {
  en: 'These {n} lines look like rows of a table. They are not read; write them as items of a list.',
  'zh-CN': '这 {n} 行像是表格里的行，不会被读取。请写成列表项。',
};
const forKeys: Text = {
  en: 'These {n} lines look like rows of a table. They are not read; write a key, a colon and a value in each.',
  'zh-CN': '这 {n} 行像是表格里的行，不会被读取。每行请写字段、英文冒号和值。',
};

/** Whether the rows stand in a section that takes keys. */
function ofKeys({ holders: [holder] }: Table): boolean {
  return holder !== undefined && !holder.shape.items && holder.shape.keys.length > 0;
}

/** The column in which what stands below a holder begins: that of what stands there already, if there is something. */
function columnIn({ text }: Reading, table: Table, holder: Holder, step: number): number {
  const lines = text
    .slice(0, lineStart(text, table.start))
    .split('\n')
    .slice(holder.line + 1);
  const own = lines.map((line) => line.search(/[^ \r]/)).find((other) => other >= 0);
  if (own !== undefined && own > 0 && own >= holder.column) return own;
  return holder.column + step;
}

/** The edit that makes a text of the rows below a key that takes one. */
function rowsAsText({ text }: Reading, table: Table, holder: Holder): Edit[] | undefined {
  const start = lineStart(text, table.start);
  if (!takesText(holder.shape) || column(text, table.start) <= holder.column) return undefined;
  const key = lineStart(text, start - 1);
  const after = keyAt(text, key + holder.column)?.after;
  if (after === undefined || text.slice(after, lineEnd(text, after)).trim() !== '') return undefined;
  return [{ span: { start: after, end: after }, text: ' |' }];
}

/** The rows as what stands below the key that they were pasted under; `lines` are those of the plan. */
function converted(plan: Reading, table: Table, lines: readonly string[]): Fix[] {
  const start = lineStart(plan.text, table.start);
  const step = indentStep(plan);
  const taken = writtenIds(plan.text);
  for (const holder of table.holders) {
    const { shape } = holder;
    const text = rowsAsText(plan, table, holder);
    if (text) return [{ title: { text: asText }, edits: text, preferred: true }];
    const noun = /(?<![\w-])[\w-]+(?=["']?\s*[:：])/.exec(lines[holder.line] ?? '')?.[0] ?? 'item';
    const items = shape.items && rowsAsItems(table.rows, shape, noun, taken);
    const made = items ? items.lines : shape.items ? undefined : rowsAsKeys(table.rows, shape);
    if (!made) continue;
    const put = indented(made, columnIn(plan, table, holder, step)).join(lineBreak(plan.text));
    const edits = [{ span: { start, end: table.end }, text: put }];
    return [{ title: { text: items ? asItems : asKeys }, edits, preferred: !items?.guessed }];
  }
  return [];
}

export const rule: FormatRule = {
  code: 'pasted-table',
  severity: 'error',
  structural: true,
  summary: { en: 'Rows pasted from a table.', 'zh-CN': '从表格粘贴来的行。' },
  doc: {
    why: {
      en: 'Rows copied from a spreadsheet arrive as words with tabs between them. They are neither keys nor items, so nothing of them would count.',
      'zh-CN': '从电子表格复制来的行，单元格之间是制表符。它们既不是字段也不是列表项，内容都不会计入。',
    },
    fix: {
      en: 'Let the first row name the keys (`Name`, `Impact` …): the quick fix makes items of the rows. Otherwise it sets them aside as notes, from which you can copy.',
      'zh-CN':
        '让第一行写字段名（如“名称”“影响程度”），快速修复就能把各行变成列表项；否则会先把它们改成注释，供你摘抄。',
    },
  },
  *check(plan) {
    if (!plan.errors.some(({ kind }) => kind === 'pasted-table')) return;
    const tables = new Map(tablesIn(plan.text, plan.format.shape).map((table) => [table.start, table]));
    const lines = plan.text.split('\n');
    for (const error of plan.errors) {
      const table = error.kind === 'pasted-table' ? tables.get(error.start) : undefined;
      if (!table) continue;
      yield {
        span: error,
        text: ofKeys(table) ? forKeys : forList,
        data: { n: table.rows.length },
        fixes: (): Fix[] => {
          const start = lineStart(plan.text, table.start);
          const notes: Edit[] = [];
          for (let at = start; at < table.end; at = plan.text.indexOf('\n', at) + 1 || plan.text.length) {
            notes.push({ span: { start: at, end: at }, text: '# ' });
          }
          return [
            ...converted(plan, table, lines),
            { title: { text: { en: 'Set the rows aside as notes', 'zh-CN': '先把各行改成注释' } }, edits: notes },
          ];
        },
      };
    }
  },
};
