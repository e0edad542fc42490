/**
 * Lines as they are printed. They have words of plans, file names, settings and arguments in them, and are read by
 * terminals and by the runners of builds, which take some of what they read for a command.
 */

/**
 * What is obeyed wherever it stands: control characters (by terminals), separators of lines, signs that turn the
 * direction of writing, and `##[` (GitHub), `##vso[` (Azure Pipelines) and `##teamcity[`.
 */
const obeyed = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]|#(?=#(?:vso|teamcity)?\[)/g;

/** What GitHub's runner obeys at the start of a line. */
const obeyedAtStart = /^(\s*):(?=:)/;

/**
 * Lines, joined, in which nothing is obeyed; each stays one line. What would be obeyed is written `\u001b`, as in JSON,
 * so lines of JSON still say the same. All else stays as it is.
 */
export function printed(lines: readonly string[]): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return lines.map((line) => line.replace(obeyed, escaped).replace(obeyedAtStart, '$1\\u003a')).join('\n');
}

/** A value as JSON, in lines of which none is obeyed. */
export function printedJson(value: unknown): string {
  return `${printed(JSON.stringify(value, null, 2).split('\n'))}\n`;
}

/** A complaint of the program, as a line to print. */
export function complaint(message: string): string {
  return `levers: ${printed([message])}\n`;
}
