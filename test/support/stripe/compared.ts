import { resolve } from 'node:path';
import Stripe from 'stripe';
import { startServer, type Server } from '../server-process';

// What two servers answer to the same calls of Stripe's own client, in a form that can be compared.

/** A server that others wrote, in a process of its own. */
export function startOther(name: 'emulate' | 'stateful-mock'): Promise<Server> {
  return startServer({}, { main: resolve(`test/support/stripe/others/${name}.mjs`) });
}

export function clientOf({ url }: { readonly url: string }, key: string): Stripe {
  const { hostname, port } = new URL(url);
  const there = { host: hostname, port, protocol: 'http' } as const;
  return new Stripe(key, { ...there, maxNetworkRetries: 0, timeout: 5000, telemetry: false });
}

/** An answer with its ids told apart by their kind only, or what a refusal says for a program to read. */
export async function heard(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return withoutIds(await call());
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return refusalIn(error);
    throw error;
  }
}

/** Which of the fields; one that is not there shows. */
export const of =
  <Name extends string>(...names: readonly Name[]) =>
  (object: { readonly [name in Name]?: unknown }): Record<string, unknown> =>
    Object.fromEntries(names.map((name) => [name, object[name]]));

/** What a refusal says. Of what a path names there is no parameter. */
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

/** Where two objects are not of one form: what one of them alone has, and what is of another type. */
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
