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
  /** It is the configuration of a team. */
  readonly config: boolean;
  /** The configuration of the team that holds for it: the block `yaml team config` before it under the same heading. */
  readonly teamConfig: string | undefined;
  /** The catalogs of the team that hold for it: the blocks `yaml team` before it under the same heading. */
  readonly team: readonly string[];
  /** With lines of carets under what is wrong. */
  readonly text: string;
  readonly line: number;
}

/**
 * The blocks of a specification: ```` ```yaml ````, ```` ```yaml whole ````, ```` ```yaml fixed by: TITLE ````,
 * ```` ```yaml settings: {JSON} ````; ```` ```yaml catalog ```` for a whole catalog of a team (what it is fixed by is
 * one too), and
 * ```` ```yaml config ```` for a whole configuration. A block ```` ```yaml team ```` is the catalog that holds for the
 * blocks after it, ```` ```yaml team config ```` the configuration; they are not executed themselves.
 */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let heading = '';
  let team: string[] = [];
  let teamConfig: string | undefined;
  let open: { info: string; lines: string[]; line: number } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open && line.startsWith('```')) {
      const fix = /fixed by: (.*)$/.exec(open.info)?.[1];
      const settings = /settings: (\{.*\})$/.exec(open.info)?.[1];
      const [kind, of] = open.info
        .replace(/fixed by:.*/, '')
        .trim()
        .split(' ');
      const text = open.lines.map((content) => `${content}\n`).join('');
      const like = (format: 'catalog' | 'config') =>
        kind === format || (fix !== undefined && blocks.at(-1)?.[format] === true);
      const [catalog, config] = [like('catalog'), like('config')];
      if (kind === 'team' && of === 'config') teamConfig = text;
      else if (kind === 'team') team.push(text);
      else {
        blocks.push({
          heading,
          whole: kind === 'whole' || catalog || config,
          fix,
          settings: settings === undefined ? undefined : JSON.parse(settings),
          catalog,
          config,
          teamConfig,
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
      teamConfig = undefined;
    }
  }
  return blocks;
}
