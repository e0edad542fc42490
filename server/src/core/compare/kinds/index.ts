/** All kinds of changes, in the order in which they are asked and told. Each takes what it tells, so the general ones come last. */
import type { ChangeKind } from '../change.ts';
import { kind as textReworded } from './text-reworded.ts';
import { kind as thingAdded } from './thing-added.ts';
import { kind as thingRemoved } from './thing-removed.ts';
import { kind as valueChanged } from './value-changed.ts';

export const kinds: readonly ChangeKind[] = [thingAdded, thingRemoved, textReworded, valueChanged];
