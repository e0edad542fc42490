/** The plans of a portfolio as a table that can be sorted and filtered. */
import { select } from 'd3-selection';
import type { DrawnPlan, PortfolioPicture } from '../../../../server/src/protocol.ts';
import type { Go } from './part.ts';
import type { Row } from './table.ts';
import { tablePart } from './tablePart.ts';

/** What the reader has chosen. */
export interface PlansView {
  /** The key of an order of the picture. */
  readonly sort?: string;
  readonly filter?: string;
}

/** Remembers it while the page is away. */
export interface PlansMemory {
  view(): PlansView;
  keep(view: PlansView): void;
}

export interface PlansTable {
  readonly body: HTMLElement;
  /** Draws the plans that are shown, and returns them in their order. */
  draw(picture: PortfolioPicture): readonly DrawnPlan[];
}

/** Draws six small squares into an element. */
function squares(element: HTMLElement, levers: DrawnPlan['levers']): void {
  select(element)
    .selectAll<HTMLElement, DrawnPlan['levers'][number]>('span')
    .data(levers)
    .join('span')
    .attr('class', ({ depth, leftOut }) => (leftOut ? 'square left-out' : `square depth-${depth}`))
    .attr('title', ({ label }) => label)
    .text(({ letter, leftOut }) => (leftOut ? '–' : letter));
}

/** A text that is cut where there is no room, and whole in its tooltip. */
const cut = (text: string, className: string) => ({ text, hint: text, className });

function rowOf({ key, title, label, begun, health, sign, word, reason, levers, ...plan }: DrawnPlan): Row {
  return {
    key,
    className: begun ? health : 'not-begun',
    cells: [
      { text: title, keys: [key], hint: label },
      { text: `${sign} ${word}`.trim(), hint: reason || word, className: 'health' },
      cut(reason, 'why'),
      {
        text: plan.covered,
        label: [plan.covered, ...levers.map((lever) => lever.label)].join('; '),
        className: 'squares',
        draw: (element) => squares(element, levers),
      },
      cut(plan.goLive, 'on'),
      cut(plan.owner, 'lead'),
      { text: plan.people, className: 'people' },
      cut(plan.next, 'then'),
    ],
  };
}

/** Adds the part; `changed` is called when the reader sorts or filters. */
export function plansTable(root: HTMLElement, go: Go, memory: PlansMemory, changed: () => void): PlansTable {
  const whole = tablePart(root, 'plans', 'plans', go);
  const controls = select(whole.body).insert('div', ':first-child').attr('class', 'controls');
  const sorting = controls.append('label');
  const sortTitle = sorting.append('span');
  const sort = sorting.append('select').node() as HTMLSelectElement;
  const filtering = controls.append('label');
  const filterTitle = filtering.append('span');
  const filter = filtering.append('input').attr('type', 'search').node() as HTMLInputElement;
  const count = controls.append('span').attr('class', 'empty').attr('role', 'status');
  filter.value = memory.view().filter ?? '';
  const chosen = () => {
    memory.keep({ sort: sort.value, filter: filter.value });
    changed();
  };
  sort.addEventListener('change', chosen);
  filter.addEventListener('input', chosen);

  return {
    body: whole.body,
    draw({ words, plans, sorts }) {
      controls.classed('hidden', plans.length === 0);
      sortTitle.text(words.sortBy);
      filterTitle.text(words.filter);
      select(sort)
        .selectAll<HTMLOptionElement, PortfolioPicture['sorts'][number]>('option')
        .data(sorts)
        .join('option')
        .attr('value', ({ key }) => key)
        .text(({ title }) => title);
      const order = sorts.find(({ key }) => key === memory.view().sort) ?? sorts[0];
      if (order) sort.value = order.key;
      const wanted = filter.value.trim().toLowerCase();
      const shown = (order?.order ?? []).flatMap((place) => {
        const plan = plans[place];
        return plan && [plan.label, plan.owner, plan.goLive, plan.next].join('\n').toLowerCase().includes(wanted)
          ? [plan]
          : [];
      });
      const some = shown.length < plans.length;
      count.text(some ? words.shown.replace('{n}', String(shown.length)).replace('{all}', String(plans.length)) : '');
      whole.update(
        words.plans,
        plans.length ? '' : words.noPlans,
        [words.plan, words.health, words.why, words.levers, words.goLive, words.owner, words.people, words.next],
        shown.map(rowOf),
      );
      return shown;
    },
  };
}
