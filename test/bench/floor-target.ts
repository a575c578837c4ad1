import type { Checkout, Target } from './checkout';
import type { FloorTarget } from './floor';
import { measure, type Request } from './load';
import type { Effort } from './options';
import { start, type Listening } from './processes';
import type { Subject } from './world';

const FLOOR = 'dist/test/bench/floor.js';

/** Orders that the floor's requests use in turn, as many as the server's. */
const ORDERS = 1_000;

// Node adds these itself.
const BY_NODE = ['date', 'connection', 'keep-alive'];

/** The server of the plain floors (floor.ts). */
export class Floor {
  private isWarm = false;

  constructor(
    readonly server: Listening,
    private readonly orders: readonly Subject[],
  ) {}

  async prepare(request: (order: Subject) => Request, connections: number, effort: Effort): Promise<Target> {
    const requests = this.isWarm ? effort.warmUpOfRow : effort.warmUp;
    this.isWarm = true;
    let n = 0;
    const next = (): Request => {
      const order = this.orders[n++ % ORDERS];
      if (!order) throw new Error('the floor has no orders');
      return request(order);
    };
    await measure({ url: this.server.url, connections, requests }, next);
    return { server: this.server, next };
  }
}

/** Starts it on the checkout's database. */
export async function startFloor({ world, server, env }: Checkout): Promise<Floor> {
  const orders = await world.orders('unpaid', ORDERS);
  const [open] = await world.orders('open', 1);
  const [placed] = await world.orders('captured', 1);
  const live = await fetch(`${server.url}/health/live`);
  const headers = [...live.headers].filter(([name]) => !BY_NODE.includes(name));
  const target: FloorTarget = {
    storeId: world.storeId,
    methodId: world.methodUuid,
    sessionOrderId: open?.orderId ?? '',
    sessionId: open?.sessionId ?? '',
    placedOrderId: placed?.orderId ?? '',
    live: { headers: headers.flat(), body: await live.text() },
  };
  return new Floor(await start(FLOOR, env, [JSON.stringify(target)]), orders);
}
