import type { Planted } from './row.ts';
export const content: Record<string, readonly Planted[]> = {};
