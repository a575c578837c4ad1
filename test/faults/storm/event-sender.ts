import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../support/random';
import type { StripeEvent, StripeStandIn } from '../../support/stripe/stand-in';
import type { TargetServer } from './target-server';

/** Delivers the gateway's events as Stripe does: in any order, sometimes late or twice, repeated until acknowledged. */
export class EventSender {
  private readonly deliveries: Promise<void>[] = [];
  private stopped = false;

  constructor(
    private readonly gateway: StripeStandIn,
    private readonly target: TargetServer,
    private readonly hook: { readonly path: string; readonly secret: string },
    private readonly random: Random,
  ) {}

  /** Runs until stopped and nothing is left to deliver. */
  async run(): Promise<void> {
    for (let next = 0; !this.stopped || next < this.gateway.events.length;) {
      const event = this.gateway.events[next];
      if (!event) {
        await pause(50);
        continue;
      }
      next++;
      this.send(event);
    }
    await Promise.all(this.deliveries);
  }

  stop(): void {
    this.stopped = true;
  }

  private send(event: StripeEvent): void {
    this.deliveries.push(this.deliver(event));
    if (this.random.chance(30)) this.deliveries.push(this.deliver(event));
  }

  private async deliver(event: StripeEvent): Promise<void> {
    await pause(this.random.whole(0, this.random.chance(20) ? 8000 : 300));
    for (;;) {
      const { body, signature } = this.gateway.signed(event, this.hook.secret);
      const headers = { 'stripe-signature': signature };
      const reply = await this.target.try('POST', this.hook.path, { headers, body });
      if (reply && reply.status < 300) return;
      await pause(200);
    }
  }
}
