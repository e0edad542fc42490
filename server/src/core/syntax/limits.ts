/** Limits of reading: how long, how deep, and how much in one go. */

/** Plans longer than this many UTF-16 units are not read: they are pasted by accident, and reading them takes seconds. */
export const longestPlan = 4_000_000;

/** A block of up to this many lines is read in one go; the parts of a longer one are read one by one. */
export const blockLines = 40;

/** Blocks inside each other deeper than this are not read: no plan needs them, and reading them recurses. */
export const deepestBlocks = 100;

/** Of values and blocks longer than this many UTF-16 units it is not explained why they cannot be read. */
export const longestExplained = 10_000;

/** Of the errors of a block, more than this many are not told. */
export const mostErrors = 100;
