import { randomUUID } from 'node:crypto';
import type { Request } from './load';
import type { Stage, Subject, World } from './world';

/** A row of the report. */
export interface Row {
  readonly name: string;
  readonly connections: number;
  /** The stage of its orders. */
  readonly stage: Stage;
  /** How many orders its requests use in turn; `once` if each needs its own. */
  readonly orders: number | 'once';
  request(world: World, order: Subject): Request;
  /** Issue 15's goal. */
  readonly goal: string;
  /** What its responses contain. */
  readonly expects?: string;
  /** The floor's request for the same work; null for none. */
  readonly floor: ((order: Subject) => Request) | null;
}

const floorCreate = (order: Subject, key: string = randomUUID()): Request => ({
  method: 'POST',
  path: `/create/${order.orderId}`,
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body: '{"payment_method_id":"pm_0000000000000000000000","amount":"110.00"}',
});

const floorGet = (path: string) => (): Request => ({ method: 'GET', path, headers: {} });

const ONE_KEY = '01890000-0000-7000-8000-00000000beef';

const unpaid = { stage: 'unpaid', orders: 1_000 } as const;

const create = (connections: number, goal: string): Row => ({
  ...unpaid,
  name: 'Spree session create',
  goal,
  connections,
  request: (world, order) => world.spreeCreate(order),
  floor: (order) => floorCreate(order),
});

/** An act that each order allows once; compared with the floor of creating, for it too locks and writes. */
const act = (name: string, stage: Stage, request: Row['request']): Row => ({
  name,
  goal: '≥ 2.5 × before',
  connections: 16,
  stage,
  orders: 'once',
  request,
  floor: (order) => floorCreate(order),
});

const read = (row: Pick<Row, 'name' | 'stage' | 'request' | 'floor'> & Partial<Row>): Row => ({
  goal: '≥ 0.8 of the floor',
  ...row,
  connections: 16,
  orders: 1,
});

/** The row that a new server is warmed up with. */
export const CREATE_ROW = create(16, '≥ 0.6 of the floor, p99 ≤ 15 ms');

/** Every row of issue 15, in its order. */
export const ROWS: readonly Row[] = [
  CREATE_ROW,
  create(64, '≥ 0.9 of the floor'),
  create(1, 'p50 no worse than before'),
  {
    ...create(16, '≥ 0.5 of the floor'),
    name: 'Medusa session create, 200 collections',
    orders: 200,
    request: (world, order) => world.medusaCreate(order),
  },
  {
    ...create(16, '≥ 3 × before'),
    name: 'Medusa session create, one collection',
    orders: 1,
    request: (world, order) => world.medusaCreate(order),
  },
  read({
    name: 'session read',
    stage: 'open',
    request: (world, order) => world.sessionRead(order),
    floor: floorGet('/session'),
  }),
  read({
    name: 'payment methods',
    stage: 'open',
    request: (world, order) => world.paymentMethods(order),
    floor: floorGet('/methods'),
  }),
  read({
    name: 'order read',
    stage: 'captured',
    request: (world, order) => world.orderRead(order),
    floor: floorGet('/order'),
  }),
  read({
    name: 'replay of a key',
    goal: '≥ 0.6 of the floor',
    stage: 'unpaid',
    request: (world, order) => world.spreeCreate(order, ONE_KEY),
    floor: (order) => ({ ...floorCreate(order, ONE_KEY), path: `/replay/${order.orderId}` }),
  }),
  act('complete session', 'open', (world, order) => world.sessionComplete(order)),
  act('capture', 'authorized', (world, order) => world.capture(order)),
  act('refund', 'captured', (world, order) => world.refund(order)),
  {
    ...act('Medusa cart complete', 'open', (world, order) => world.medusaComplete(order)),
    goal: '≥ 6 × before',
    expects: '"type":"order"',
  },
  read({
    name: 'GET /health/live',
    goal: '≥ 0.15 of the floor',
    stage: 'unpaid',
    request: () => ({ method: 'GET', path: '/health/live', headers: {} }),
    floor: floorGet('/live'),
  }),
];

/** Measured on a database with a million payments. */
export const MILLION_ROW: Row = {
  ...CREATE_ROW,
  name: 'admin payments, 20 a page, of a million',
  goal: 'p99 ≤ 60 ms',
  request: (world) => world.adminList('/admin/payments?limit=20'),
  floor: null,
};
