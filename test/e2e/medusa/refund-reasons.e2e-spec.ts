import { anOrder, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { asBackOffice, placed } from '../../support/medusa-admin';
import { aStore, database, type StoreMade } from '../../support/tandem';

// Refund reasons: the list that staff maintain, and how refunds refer to it.

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});
afterEach(() =>
  database().query(
    `UPDATE refund_reasons r SET deleted_at = now() FROM api_keys k
      WHERE k.store_id = r.store_id AND k.token = $1 AND r.code <> 'damaged' AND r.deleted_at IS NULL`,
    [store.publishable_key],
  ),
);

const admin = (method: string, rest = '', body?: Json, key?: string): Promise<Reply> =>
  asBackOffice(store, method, `/refund-reasons${rest}`, { body, key });

async function aReason(code: string, more: Json = {}): Promise<Json> {
  const reply = await admin('POST', '', { label: `Label of ${code}`, code, ...more });
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.refund_reason;
}

const codesIn = (reply: Reply): string[] => reply.body.refund_reasons.map(({ code }: Json) => code as string);

it('is created, read, updated and deleted with the fields of a real server', async () => {
  const made = await aReason('late', { description: 'd' });
  expect(made).toEqual({
    id: expect.stringMatching(/^refr_/),
    label: 'Label of late',
    code: 'late',
    description: 'd',
    created_at: expect.any(String),
    updated_at: expect.any(String),
    deleted_at: null,
  });
  const path = `/${made.id as string}`;
  expect((await admin('GET', path)).body).toEqual({ refund_reason: made });
  const changed = (await admin('POST', path, { label: 'Late' })).body.refund_reason;
  expect(changed).toMatchObject({ label: 'Late', code: 'late', description: 'd' });
  expect(
    (await admin('POST', path, { description: null, code: 'too_late' })).body.refund_reason,
  ).toMatchObject({
    label: 'Late',
    code: 'too_late',
    description: null,
  });
  const removed = await admin('DELETE', path);
  expect(removed.body).toEqual({ id: made.id, object: 'refund_reason', deleted: true });
  for (const method of ['GET', 'POST', 'DELETE']) {
    const gone = await admin(method, path, method === 'POST' ? {} : undefined);
    expect([gone.status, gone.body.message]).toEqual([
      404,
      `RefundReason id not found: ${made.id as string}`,
    ]);
  }
});

it('filters by id, text and time, sorts, and lists fifteen at a time', async () => {
  const made = [
    await aReason('aaa'),
    await aReason('bbb', { description: 'broken VASE' }),
    await aReason('ccc'),
  ];
  const [a, b] = made.map(({ id }: Json) => id as string);
  const all = await admin('GET');
  expect([codesIn(all), all.body.count, all.body.offset, all.body.limit]).toEqual([
    ['damaged', 'aaa', 'bbb', 'ccc'],
    4,
    0,
    15,
  ]);
  expect(codesIn(await admin('GET', `?id[]=${a ?? ''}&id[]=${b ?? ''}&order=-code`))).toEqual(['bbb', 'aaa']);
  expect(codesIn(await admin('GET', '?q=vase'))).toEqual(['bbb']);
  expect(codesIn(await admin('GET', '?q=%25'))).toEqual([]);
  expect(codesIn(await admin('GET', `?created_at[$gt]=${made[0].created_at as string}`))).toEqual([
    'bbb',
    'ccc',
  ]);
  expect(codesIn(await admin('GET', '?order=-created_at&limit=1&offset=1'))).toEqual(['bbb']);
  expect((await admin('GET', '?fields=code&q=aaa')).body.refund_reasons).toEqual([{ id: a, code: 'aaa' }]);
  expect((await admin('GET', '?order=store_id')).status).toBe(400);
});

it.each([
  [{ label: 'x' }, "Invalid request: Field 'code' is required"],
  [{ code: 'x' }, "Invalid request: Field 'label' is required"],
  [{ label: 5, code: 'x' }, "Invalid request: Expected type: 'string' for field 'label', got: '5'"],
  [{ label: 'of 4242 4242 4242 4242', code: 'x' }, "Invalid request: Invalid value for field 'label'"],
  [{ label: 'x', code: 'x', metadata: {} }, "Invalid request: Unrecognized fields: 'metadata'"],
])('%j creates none', async (body, message) => {
  const reply = await admin('POST', '', body);
  expect([reply.status, reply.body]).toEqual([400, { type: 'invalid_data', message }]);
  expect((await admin('GET')).body.count).toBe(1);
});

it('a label or code cannot be emptied', async () => {
  const { id } = await aReason('late');
  for (const body of [{ label: null }, { label: '' }, { code: null }, { metadata: { a: 1 } }]) {
    expect((await admin('POST', `/${id as string}`, body)).status).toBe(400);
  }
  expect((await admin('GET', `/${id as string}`)).body.refund_reason.label).toBe('Label of late');
});

it('a code is unique, also for concurrent requests, and free again once its reason is deleted', async () => {
  const replies = await Promise.all(
    [1, 2, 3, 4].map((n) => admin('POST', '', { label: `Late ${n}`, code: 'late' })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  const taken = { type: 'invalid_data', message: 'Refund reason with code: late, already exists.' };
  expect(replies.find(({ status }) => status === 400)?.body).toEqual(taken);
  const other = await aReason('other');
  expect((await admin('POST', `/${other.id as string}`, { code: 'late' })).body).toEqual(taken);
  const late = replies.find(({ status }) => status === 200)?.body.refund_reason.id as string;
  expect((await admin('POST', `/${late}`, { code: 'late' })).status).toBe(200);
  await admin('DELETE', `/${late}`);
  expect((await aReason('late')).id).not.toBe(late);
});

it('a repeated request creates and deletes only once', async () => {
  const body = { label: 'Late', code: 'late' };
  const [one, two] = [await admin('POST', '', body, 'add'), await admin('POST', '', body, 'add')];
  expect([two.status, two.body]).toEqual([200, one.body]);
  const path = `/${one.body.refund_reason.id as string}`;
  const first = await admin('DELETE', path, undefined, 'remove');
  expect((await admin('DELETE', path, undefined, 'remove')).body).toEqual(first.body);
});

it('a deleted reason stays on its refunds, and cannot be used for new ones', async () => {
  const order = await anOrder(store);
  const payment = await placed(store, order);
  const reason = await aReason('late');
  const move = (verb: string, body: Json): Promise<Reply> =>
    asBackOffice(store, 'POST', `/payments/${payment}/${verb}`, { body });
  await move('capture', {});
  const body = { amount: 10, refund_reason_id: reason.id };
  expect((await move('refund', body)).status).toBe(200);
  await admin('DELETE', `/${reason.id as string}`);
  const refused = await move('refund', body);
  expect([refused.status, refused.body.message]).toEqual([
    404,
    `RefundReason id not found: ${reason.id as string}`,
  ]);
  const shown = await asBackOffice(
    store,
    'GET',
    `/payments/${payment}?fields=*refunds,*refunds.refund_reason`,
  );
  expect(shown.body.payment.refunds).toMatchObject([
    {
      amount: 10,
      refund_reason_id: reason.id,
      refund_reason: { code: 'late', metadata: null, deleted_at: expect.any(String) },
    },
  ]);
  await expectInvariants(order);
});

it('another store’s reasons are not found', async () => {
  const { id } = await aReason('late');
  const here = store;
  store = await aStore();
  expect((await admin('GET', `?id=${id as string}`)).body.count).toBe(0);
  for (const method of ['GET', 'POST', 'DELETE']) {
    expect((await admin(method, `/${id as string}`, method === 'POST' ? {} : undefined)).status).toBe(404);
  }
  expect((await aReason('late')).id).not.toBe(id);
  store = here;
  expect((await admin('GET', `/${id as string}`)).status).toBe(200);
});
