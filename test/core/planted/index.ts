/** The good plans, and all mistakes that are planted into them, by topic. */
import { readFileSync } from 'node:fs';
import { cleanPlan } from '../../kit/plan.ts';
import { chinese } from './chinese.ts';
import { content } from './content.ts';
import { format } from './format.ts';
import type { Planted } from './row.ts';
import { writing } from './writing.ts';

const example = (name: string) => readFileSync(`examples/${name}.levers.yaml`, 'utf8');

export const goodPlans: Readonly<Record<Planted['plan'], string>> = {
  city: example('city-permit-assistant'),
  hospital: example('hospital-ai-scribe'),
  retail: example('retail-service-assistant'),
  small: cleanPlan,
};

export const planted: Readonly<Record<string, readonly Planted[]>> = { ...writing, ...chinese, ...format, ...content };
