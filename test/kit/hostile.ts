/** Hostile texts, the places of a plan and of a catalog where they can stand, and readers that do as each face does. */
import assert from 'node:assert/strict';

/** Texts that a face obeys where it is let. */
export const hostileTexts: readonly string[] = [
  // A terminal.
  '\u001b[2J\u001b[31mred',
  '\u001b]0;window title\u0007',
  '\u009b31mred',
  'a\u0008\u007fb\tc',
  'report.\u202elmay',
  '\u2066a\u2069',
  // A runner of builds.
  'a\n::error file=x.js::found',
  'a\r\n::warning::found',
  'a\r::stop-commands::word',
  '::error::found',
  '\u00a0\u3000::error::found',
  'a\u0085::error::found',
  'a\u2028::error::found\u2029b',
  'a ##[error]found',
  '##[group]a',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[buildStop comment='a']",
  // Markdown.
  '![picture](https://example.org/a.png)',
  '[link](command:workbench.action.quit)',
  '[link]: https://example.org',
  '<img src=https://example.org/a.png>',
  '<https://example.org>',
  '<command:workbench.action.quit>',
  'https://example.org/a_b*c*',
  'www.example.org',
  'ana@example.org',
  '`code` and ``more``',
  '`![picture](https://example.org/a.png)`',
  '\\[link\\](command:workbench.action.quit)',
  '&lt;b&gt; &#91;',
  '**bold** _italic_ ~~gone~~ # heading',
  '# heading',
  '1. one',
  '- one',
  '> quote',
  '| a | b |',
  '```',
  // Labels of the editor.
  '$(error) $(sync~spin)',
  '\\$(error)',
  // Snippets.
  '$CLIPBOARD',
  '${CLIPBOARD}',
  '${1|a,b|}',
  '$1 $9',
  'a}b$0',
  'a|b,c\\',
  '\\$1',
  '${TM_FILENAME/(.*)/$1/}',
  // Pages.
  '<script>alert(1)</script>',
  '"><b onclick=alert(1)>',
];

/** A text as a value in double quotes, in which it reads as it is. */
export function inQuotes(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A plan in which a text stands wherever an author may write what they like, and where they may not. */
export function hostilePlan(text: string): string {
  const it = inQuotes(text);
  return `version: 1
plan:
  title: ${it}
  owner: ${it}
  sponsor: Tom
  start: 2027-01-04
  goLive: 2027-05-03
  end: ${it}
purpose:
  need: ${it}
stakeholders:
  - { id: ${it}, name: ${it}, impact: ${it}, size: ${it} }
  - { id: ${it}, name: Twice, impact: high, resistance: high }
  - { id: agents, name: ${it}, impact: high }
levers:
  leadership:
    strategies:
      - { use: ${it}, owner: ${it}, audience: [${it}], due: ${it}, dependsOn: [${it}], measures: [${it}], status: ${it} }
      - { id: own, title: ${it}, audience: [agents], measures: [weekly-use], start: 2027-04-01, due: 2027-04-09 }
      - { id: ${it}, title: ${it}, owner: Ana, dependsOn: [own] }
  ${it}:
    strategies: []
measures:
  - { id: weekly-use, title: ${it}, unit: ${it}, baseline: ${it} }
risks:
  - { id: ${it}, title: ${it}, kind: ${it}, owner: ${it} }
milestones:
  - { id: ${it}, title: ${it}, date: ${it} }
${it}: 1
# levers-ignore-next-line overdue until ${text}: ${text}
`;
}

/** A catalog of a team in which a text is the name of a strategy and all that is said of it. */
export function hostileCatalog(text: string): string {
  const it = inQuotes(text);
  const said = `title: ${it}, summary: ${it}, goodFor: ${it}, deliverables: [${it}], indicators: [${it}]`;
  return `catalogVersion: 1
id: team
strategies:
  - { id: ${it}, lever: leadership, ${said} }
  - { id: clinics, lever: leadership, ${said}, seeAlso: [${it}] }
`;
}

/** What VS Code makes of a label, a status or a message: the icons and links in it. */
export function understood(label: string): readonly string[] {
  const icon = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/gi;
  const link = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/gi;
  return [...label.matchAll(icon), ...label.matchAll(link)].map(([found]) => found);
}

/** A text as VS Code appends it to Markdown (`MarkdownString.appendText`). */
export function appended(text: string): string {
  const signs = text.replace(/[\\`*_{}[\]()#+\-!~>]/g, '\\$&');
  return signs.replace(/[ \t]/g, '&nbsp;').replaceAll('\n', '\n\n');
}

/** A snippet as an editor inserts it: each stop with its default text or its first choice. Fails where a variable is in it. */
export function inserted(snippet: string): string {
  const part =
    /\\([\\$}])|\$\{\d+\|((?:\\[\\,|]|[^|])*)\|\}|\$\{\d+:((?:\\[\\$}]|[^}])*)\}|\$\{\d+\}|\$\d+|\$\{?([A-Za-z_]\w*)/g;
  return snippet.replace(part, (_, escaped, choices, preset, variable) => {
    assert.equal(variable, undefined, `variable in ${snippet}`);
    if (preset !== undefined) return inserted(preset);
    const [first = ''] = choices?.match(/^(?:\\[\\,|]|[^,])*/) ?? [];
    return escaped ?? first.replace(/\\([\\,|])/g, '$1');
  });
}
