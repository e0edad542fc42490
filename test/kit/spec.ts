/** Reads the specification of a rule: a Markdown file whose YAML blocks are executed. */

/** A YAML block. */
export interface Block {
  /** The heading above it. */
  readonly heading: string;
  /** `whole`: the block is a whole file; else it stands in the clean plan. */
  readonly whole: boolean;
  /** The title of the fix that makes this block of the one above. */
  readonly fix: string | undefined;
  /** What is set for the rules: the value of `levers.rules`. */
  readonly settings: unknown;
  /** With lines of carets under what is wrong. */
  readonly text: string;
  readonly line: number;
}

/** The blocks of a specification: ```` ```yaml ````, ```` ```yaml whole ````, ```` ```yaml fixed by: TITLE ````, ```` ```yaml settings: {JSON} ````. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let open: { info: string; lines: string[]; line: number } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open && line.startsWith('```')) {
      const fix = /fixed by: (.*)$/.exec(open.info)?.[1];
      const settings = /settings: (\{.*\})$/.exec(open.info)?.[1];
      const whole = /\bwhole\b/.test(open.info.replace(/fixed by:.*/, ''));
      blocks.push({
        heading,
        whole,
        fix,
        settings: settings === undefined ? undefined : JSON.parse(settings),
        text: open.lines.map((text) => `${text}\n`).join(''),
        line: open.line,
      });
      open = undefined;
    } else if (open) {
      open.lines.push(line);
    } else if (line.startsWith('```yaml')) {
      open = { info: line.slice(7), lines: [], line: index + 1 };
    } else if (line.startsWith('#')) {
      heading = line.replace(/^#+ /, '');
    }
  }
  return blocks;
}
