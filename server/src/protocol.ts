/** Names and shapes of our own messages between client and server: all of the server that the client knows. */

export * from './protocol/brief.ts';
export * from './protocol/codeActions.ts';
export * from './protocol/compare.ts';
export * from './protocol/coverage.ts';
export * from './protocol/fields.ts';
export * from './protocol/initialization.ts';
export * from './protocol/newPlan.ts';
export * from './protocol/overviews.ts';
export * from './protocol/paste.ts';
export * from './protocol/picture.ts';
export * from './protocol/portfolio.ts';
export * from './protocol/position.ts';
export * from './protocol/settings.ts';
