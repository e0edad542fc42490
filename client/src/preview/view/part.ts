/** A part of a page: a heading and a body. */
import { select } from 'd3-selection';
import { rove } from './roving.ts';

/** Moves the editor's cursor to the thing with this key. */
export type Go = (key: string) => void;

export interface Part {
  readonly body: HTMLElement;
  /** Sets the heading and the remark after it. */
  head(title: string, remark?: string): void;
}

/** Adds a part to the page; `name` is its id. */
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
