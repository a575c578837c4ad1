import { anOrder, asGuest, call, methodOf, sessionsPath } from '../../support/http';
import { uuidOf } from '../../support/ids';
import { anEndpoint, aReceiver, deliveriesOf, noEndpoints, waitFor } from '../../support/receiver';
import { anotherServer, aStore, database, type StoreMade } from '../../support/tandem';

async function aPayment(store: StoreMade): Promise<void> {
  const order = await anOrder(store);
  const headers = asGuest(store, order);
  const body = { payment_method_id: methodOf(store) };
  const session = await call('POST', sessionsPath(order), { headers, body });
  const path = sessionsPath(order, `/${session.body.id as string}/complete`);
  await call('PATCH', path, { headers, body: {} });
}

it('events older than 30 days are deleted with their deliveries, newer ones are not', async () => {
  const store = await aStore();
  const receiver = await aReceiver();
  const endpoint = await anEndpoint(store, receiver);
  await aPayment(store);
  await receiver.until(2);
  const [old, ...recent] = await deliveriesOf(store, endpoint);
  const age = `UPDATE events SET created_at = now() - interval '31 days' WHERE id = $1`;
  await database().query(age, [uuidOf(old.event_id)]);
  const sweeper = await anotherServer(); // A server sweeps when it starts.
  await waitFor(async () => (await deliveriesOf(store, endpoint)).length === recent.length);
  await sweeper.stop();
  expect(recent.length).toBeGreaterThan(0);
  expect((await deliveriesOf(store, endpoint)).map(({ id }) => id)).toEqual(recent.map(({ id }) => id));
  await noEndpoints(store);
  await receiver.stop();
});
