/** Random style: writes a plan with random indentation, spacing, quotes, block texts and comments, without changing its data. */
import { type At, isMap, itemsOf, pairsOf } from '../../server/src/core/syntax/tree.ts';

/** A linear congruential generator: numbers from 0 up to `below`, exclusive, that depend on the seed alone. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const plainWord = /^[A-Za-z][A-Za-z0-9 ()-]*[A-Za-z0-9)]$/;

/** The text of a tree, with a random style for each part. Comments are numbered, so that tests can compare their order. */
export function randomStyle(root: At, seed: number): string {
  const pick = chance(seed);
  let comment = 0;
  const blanks = (most: number) => ' '.repeat(pick(most + 1));
  const inline = (value: unknown): string => {
    if (typeof value !== 'string') return String(value);
    if (plainWord.test(value) && !/^(true|false|null|yes|no)$/i.test(value) && pick(3)) return value;
    return value.includes("'") || /[\n\t\\]/.test(value) || pick(2) ? JSON.stringify(value) : `'${value}'`;
  };
  const flow = (at: At): string => {
    const inside = (parts: string[]) => {
      const edge = blanks(2);
      return edge + parts.join(`${blanks(1)},${pick(5) ? ' ' : ''}`) + edge;
    };
    if (isMap(at))
      return `{${inside(pairsOf(at).map(({ name, value }) => `${name}:${' '.repeat(1 + pick(2))}${flow(value)}`))}}`;
    if (at.node.kind === 'list') return `[${inside(itemsOf(at).map(flow))}]`;
    return at.node.kind === 'scalar' ? inline(at.node.value) : '~';
  };
  const end = () => `${pick(6) ? '' : `  # c${++comment}`}${pick(8) ? '' : ' '}\n`;
  const between = (column: number): string => {
    let lines = '';
    while (pick(12) === 0)
      lines += pick(2) ? `${blanks(Math.min(3, column))}\n` : `${' '.repeat(column)}# c${++comment}\n`;
    return lines;
  };
  /** The text after a key or hyphen in column `column` (from 0), with all lines below. */
  const value = (at: At, column: number): string => {
    const { node } = at;
    if (node.kind === 'scalar') {
      const text = node.value;
      const deeper = ' '.repeat(column + 1 + pick(5));
      if (typeof text === 'string' && /^\S.*[^\s]$/.test(text) && pick(6) === 0) {
        const lines: string[] = [];
        for (const word of text.split(/(?<=\S) (?=\S)/)) {
          if (lines.length && pick(6)) lines.push(`${lines.pop()} ${word}`);
          else lines.push(word);
        }
        return `${' '.repeat(1 + pick(2))}>-\n${lines.map((line) => `${deeper}${line}\n`).join('')}`;
      }
      if (typeof text === 'string' && plainWord.test(text) && / /.test(text) && pick(8) === 0 && !text.includes(' - '))
        return ` ${text.replace(' ', `\n${deeper}`)}${end()}`;
      if (typeof text === 'string' && text.endsWith('\n') && /^\S/.test(text) && !/\n\n$/.test(text))
        return ` |\n${text
          .trimEnd()
          .split('\n')
          .map((line) => `${line && deeper}${line}\n`)
          .join('')}`;
      return `${' '.repeat(1 + pick(3))}${inline(text)}${end()}`;
    }
    if (pick(5) === 0) return ` ${flow(at)}${end()}`;
    const step = 1 + pick(5);
    if (isMap(at)) return end() + map(at, column + step);
    const items = pick(4) === 0 ? column : column + step;
    return end() + list(at, items);
  };
  const map = (at: At, column: number, behind = false): string => {
    const pairs = pairsOf(at);
    if (pairs.length === 0) return `${behind ? '' : ' '.repeat(column)}{}${end()}`;
    return pairs
      .map(({ name, value: inner }, index) => {
        const first = behind && index === 0;
        return `${first ? '' : between(column) + ' '.repeat(column)}${name}${pick(9) ? '' : ' '}:${value(inner, column)}`;
      })
      .join('');
  };
  const list = (at: At, column: number): string => {
    const items = itemsOf(at);
    if (items.length === 0) return `${' '.repeat(column + 1)}[]${end()}`;
    return items
      .map((item) => {
        const dash = `${between(column)}${' '.repeat(column)}-`;
        if (!isMap(item) || item.node.pairs.length === 0)
          return dash + (item.node.kind === 'scalar' ? value(item, column) : ` ${flow(item)}${end()}`);
        if (pick(6) === 0) return `${dash} ${flow(item)}${end()}`;
        const apart = 1 + pick(3);
        if (pick(8) === 0) return `${dash}\n${map(item, column + 1 + apart)}`;
        return `${dash}${' '.repeat(apart)}${map(item, column + 1 + apart, true)}`;
      })
      .join('');
  };
  const text = `${pick(4) ? '' : '\n# head \n\n\n'}${map(root, pick(3) ? 0 : pick(3))}`;
  return pick(4) ? text : text.trimEnd() + (pick(2) ? '\n\n\n' : '');
}
