/** The commands besides `check`, loaded together: each by itself would cut the core into many small modules, which start later. */
export { brief } from './brief.ts';
export { fmt } from './fmt.ts';
