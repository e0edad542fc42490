/** When each group goes live: by its wave, else with the plan. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { firstGoLive, goLiveOf, lastGoLive } from '../../server/src/core/analysis/goLives.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { completed } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

const plan = (milestones: string) => parse(completed(milestones ? `milestones:\n${milestones}` : 'milestones: []'));
const wave = (date: string, rest = '') => `  - { id: w-${date}, title: Wave, date: ${date}, kind: go-live${rest} }\n`;
const day = (found: ReturnType<typeof goLiveOf>) => (typeof found === 'object' ? found.value : found);
const all = (milestones: string) => {
  const read = plan(milestones);
  return [firstGoLive(read), goLiveOf(read, 'agents'), goLiveOf(read, 'leads'), lastGoLive(read)].map(day).join(' ');
};

describe('the go-live of a group', () => {
  it('is that of the plan where no wave names it', () => {
    assert.equal(all(''), '2027-05-03 2027-05-03 2027-05-03 2027-05-03');
    assert.equal(all(wave('2027-09-06')), '2027-05-03 2027-05-03 2027-05-03 2027-09-06');
    assert.equal(
      all(wave('2027-09-06', ', audience: [leads]').replace('go-live,', 'training,')),
      '2027-05-03 2027-05-03 2027-05-03 2027-05-03',
    );
  });

  it('is the earliest wave that names it, or all', () => {
    const waves = wave('2027-09-06', ', audience: [leads]') + wave('2027-06-07', ', audience: [leads]');
    assert.equal(all(waves), '2027-05-03 2027-05-03 2027-06-07 2027-09-06');
    assert.equal(all(waves + wave('2027-07-05', ', audience: all')), '2027-05-03 2027-07-05 2027-06-07 2027-09-06');
    assert.equal(
      all(wave('2027-07-05', ', audience: [all]') + wave('2027-08-02', ', audience: [agents]')),
      '2027-05-03 2027-07-05 2027-07-05 2027-08-02',
    );
  });

  it('may be a wave before that of the plan', () => {
    assert.equal(all(wave('2027-04-05', ', audience: [agents]')), '2027-04-05 2027-04-05 2027-05-03 2027-05-03');
  });

  it('is not known where a wave cannot be relied on', () => {
    const unclear = 'unclear unclear unclear unclear';
    assert.equal(all(wave('2027-02-30')), unclear);
    assert.equal(all(wave('2072-09-06')), unclear);
    assert.equal(all(wave('2027-09-06').replace('go-live', 'golive')), unclear);
    assert.equal(all(wave('2027-09-06').replace('kind', 'knid')), unclear);
    assert.equal(all(`${wave('2027-09-06')}  - id: w\n    go-li\n`), unclear);
    for (const audience of ['[laeds]', 'leads', '[agents', ''])
      assert.equal(
        day(goLiveOf(plan(wave('2027-09-06', `, audience: ${audience}`)), 'agents')),
        audience === '' ? '2027-05-03' : 'unclear',
        audience,
      );
  });

  it('is none where the plan has no date, and not known where its date is disputed', () => {
    const head = (goLive: string) => `plan:\n  title: A\n  owner: B\n  start: 2027-01-04\n  end: 2027-12-17\n${goLive}`;
    const found = (goLive: string) => day(goLiveOf(parse(completed(head(goLive))), 'agents'));
    assert.equal(found(''), undefined);
    assert.equal(found('  goLive: 2027-05-03\n'), '2027-05-03');
    assert.equal(found('  goLive: 2028-05-03\n'), 'unclear');
    assert.equal(found('  goLive: soon\n'), 'unclear');
  });
});
