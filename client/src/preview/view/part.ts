/** One part of the page: a heading and what stands below it. */
import { select } from 'd3-selection';
import { rove } from './roving.ts';

/** Makes the cursor of the editor go to what has this key. */
export type Go = (key: string) => void;

export interface Part {
  readonly body: HTMLElement;
  /** Sets the heading, and a remark beside it. */
  head(title: string, remark?: string): void;
}

/** Adds a part to the page; `name` is its address there. */
export function part(page: HTMLElement, name: string): Part {
  const section = select(page).append('section').attr('id', name).attr('aria-labelledby', `${name}-title`);
  const head = section.append('h2').attr('id', `${name}-title`);
  const title = head.append('span');
  const remark = head.append('small');
  const body = section.append('div').attr('class', 'body').node() as HTMLElement;
  rove(body);
  return {
    body,
    head(words, more = '') {
      title.text(words);
      remark.text(more);
    },
  };
}
