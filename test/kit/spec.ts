/** Parser for the specification of a rule: a Markdown file whose YAML blocks are executed. */

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
  /** It is the catalog of a team, and no plan. */
  readonly catalog: boolean;
  /** The catalogs of the team that hold for it: the blocks `yaml team` before it under the same heading. */
  readonly team: readonly string[];
  /** With lines of carets under what is wrong. */
  readonly text: string;
  readonly line: number;
}

/**
 * The blocks of a specification: ```` ```yaml ````, ```` ```yaml whole ````, ```` ```yaml fixed by: TITLE ````,
 * ```` ```yaml settings: {JSON} ````; ```` ```yaml catalog ```` for a whole catalog of a team (what it is fixed by is
 * one too). A block
 * ```` ```yaml team ```` is the catalog that holds for the blocks after it; it is not executed itself.
 */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let team: string[] = [];
  let open: { info: string; lines: string[]; line: number } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open && line.startsWith('```')) {
      const fix = /fixed by: (.*)$/.exec(open.info)?.[1];
      const settings = /settings: (\{.*\})$/.exec(open.info)?.[1];
      const [kind] = open.info
        .replace(/fixed by:.*/, '')
        .trim()
        .split(' ');
      const text = open.lines.map((content) => `${content}\n`).join('');
      const catalog = kind === 'catalog' || (fix !== undefined && blocks.at(-1)?.catalog === true);
      if (kind === 'team') team.push(text);
      else {
        blocks.push({
          heading,
          whole: kind === 'whole' || catalog,
          fix,
          settings: settings === undefined ? undefined : JSON.parse(settings),
          catalog,
          team: [...team],
          text,
          line: open.line,
        });
      }
      open = undefined;
    } else if (open) {
      open.lines.push(line);
    } else if (line.startsWith('```yaml')) {
      open = { info: line.slice(7), lines: [], line: index + 1 };
    } else if (line.startsWith('#')) {
      heading = line.replace(/^#+ /, '');
      team = [];
    }
  }
  return blocks;
}
