/** The section `levers` of settings, as clients send it. */

/** The section `levers` of an editor's settings. */
export interface Settings {
  /** Severities and options by the codes of rules, as the manifest describes them. */
  readonly rules?: unknown;
  /** Paths of the catalogs of the team. */
  readonly catalogs?: unknown;
  /** Whether problems of files that are not open are reported too. */
  readonly workspaceProblems?: unknown;
  /** Lenses by kind. */
  readonly codeLens?: unknown;
  /** Hints by kind. */
  readonly inlayHints?: unknown;
}
