/** A section of the page of a plan. */
import type { Picture } from '../../../../../server/src/protocol.ts';

export interface Section {
  readonly body: HTMLElement;
  draw(picture: Picture): void;
}
