/** How much we read before we say that it is no plan. */

/** Plans longer than this many UTF-16 units are not read: they are pasted by accident, and reading them takes seconds. */
export const longestPlan = 4_000_000;
