/** Copies a table of a page as text that documents and spreadsheets take: cells between tabs, a row a line. */

/** Says to the editor's menu that it stands on a table. */
const onTable = JSON.stringify({ webviewSection: 'table' });

/** A cell on one line; one that a spreadsheet would take for a formula is marked as a text, as spreadsheets do. */
function cellText(cell: HTMLElement): string {
  const text = cell.innerText.replace(/\s+/g, ' ').trim();
  return /^(?:[=+@]|-(?=\D))/.test(text) ? `'${text}` : text;
}

/** The text of a table. */
export function tableText({ rows }: HTMLTableElement): string {
  return [...rows].map(({ cells }) => [...cells].map(cellText).join('\t')).join('\n');
}

/** Marks a table as one that can be copied. */
export function copyable(table: HTMLTableElement): void {
  table.dataset.vscodeContext = onTable;
}
