import { EVENT } from './webhook-event.states';

it('settles an event once: these transitions start only from received', () => {
  for (const event of ['handle', 'ignore', 'refuse', 'park'] as const)
    expect(EVENT.statesThat(event)).toEqual(['received']);
});

it.each([
  ['handle', 'handled'],
  ['ignore', 'ignored'],
  ['refuse', 'refused'],
  ['park', 'failed'],
] as const)('%s leads to %s', (event, state) => {
  expect(EVENT.target(event)).toBe(state);
});
