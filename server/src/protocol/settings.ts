/** The section `levers` of settings, as clients send it. */

/** The section `levers` of an editor's settings. */
export interface Settings {
  /** Severities and options by the codes of rules, as the manifest describes them. */
  readonly rules?: unknown;
  /** Paths of the catalogs of the team. */
  readonly catalogs?: unknown;
  /** Whether the problems of files that are not open are told too. */
  readonly workspaceProblems?: unknown;
  /** What stands above the levers, by kind. */
  readonly codeLens?: unknown;
  /** What stands beside ids, by kind. */
  readonly inlayHints?: unknown;
}
