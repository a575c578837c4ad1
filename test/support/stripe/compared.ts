import { resolve } from 'node:path';
import Stripe from 'stripe';
import { startServer, type Server } from '../server-process';

// Compares the responses of two servers to the same calls of Stripe's client.

/** Someone else's fake Stripe, in its own process. */
export function startOther(name: 'emulate' | 'stateful-mock'): Promise<Server> {
  return startServer({}, { main: resolve(`test/support/stripe/others/${name}.mjs`) });
}

export function clientOf({ url }: { readonly url: string }, key: string): Stripe {
  const { hostname, port } = new URL(url);
  const there = { host: hostname, port, protocol: 'http' } as const;
  return new Stripe(key, { ...there, maxNetworkRetries: 0, timeout: 5000, telemetry: false });
}

/** A response with its ids reduced to their prefixes, or the machine-readable part of an error. */
export async function resultOf(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return withoutIds(await call());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return refusalIn(error);
    throw error;
  }
}

/** Picks the fields, including missing ones. */
export const of =
  <Name extends string>(...names: readonly Name[]) =>
  (object: { readonly [name in Name]?: unknown }): Record<string, unknown> =>
    Object.fromEntries(names.map((name) => [name, object[name]]));

/** The error's fields. The param of an object missing from the path is left out. */
function refusalIn({ statusCode, rawType, code, decline_code, param }: Stripe.errors.StripeError): unknown {
  const refusal = { status: statusCode, type: rawType, code, decline_code };
  return statusCode === 400 ? { ...refusal, param } : refusal;
}

function withoutIds(response: unknown): unknown {
  const text = JSON.stringify(response, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/^(cus|pi|pm|ch|re)_[\w-]+$/, '$1') : value,
  );
  return JSON.parse(text) as unknown;
}

/** Differences between two objects' shapes: fields that only one has, and fields of another type. */
export function unlike(ours: object, theirs: object): { ours: string[]; theirs: string[]; types: string[] } {
  const [mine, other] = [typesIn(ours), typesIn(theirs)];
  return {
    ours: [...mine.keys()].filter((name) => !other.has(name)).sort(),
    theirs: [...other.keys()].filter((name) => !mine.has(name)).sort(),
    types: [...mine].filter(([name, type]) => (other.get(name) ?? type) !== type).map(([name]) => name),
  };
}

function typesIn(object: object): Map<string, string> {
  const plain = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
  return new Map(
    Object.entries(plain).map(([name, value]) => [name, value === null ? 'null' : typeof value]),
  );
}
