/** The commands besides `check`, loaded together: each by itself would cut the core into many small modules, which start later. */
export { brief } from './brief.ts';
export { catalog } from './catalog.ts';
export { completion } from './completion.ts';
export { coverage } from './coverage.ts';
export { diff } from './diff.ts';
export { exceptions } from './exceptions.ts';
export { explain } from './explain.ts';
export { fmt } from './fmt.ts';
export { lsp } from './lsp.ts';
export { newPlan } from './new.ts';
export { schema } from './schema.ts';
