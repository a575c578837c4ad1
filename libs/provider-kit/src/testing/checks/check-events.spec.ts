import type { EventSubject, ParsedEvent, ReceivedEvent } from '../../contract/events';
import type { PaymentProvider } from '../../contract/payment-provider';
import { succeeded, neverReceived } from '../../outcomes';
import { readEvent, signed, runKit } from '../reference-provider';
import { ABSENT } from '../provider-driver';

// Canceled sessions, payments read back, webhook events: each fault, and the check that must detect it.

type Fault = (good: PaymentProvider) => Partial<PaymentProvider>;

const genuine = { status: 'verified' } as const;
const nothing = () => ({ status: 'ignored' }) as const;

/** The provider, with each event changed before it sees it. */
const receiving =
  (change: (event: ReceivedEvent) => ReceivedEvent): Fault =>
  ({ verifyEvent = () => genuine, parseEvent = nothing }) => ({
    verifyEvent: (event) => verifyEvent(change(event)),
    parseEvent: (event) => parseEvent(change(event)),
  });

/** The provider, with each parsed event changed. */
const parsing =
  (change: (parsed: ParsedEvent & { status: 'parsed' }) => object): Fault =>
  ({ parseEvent = nothing }) => ({
    parseEvent: async (event) => {
      const parsed = await parseEvent(event);
      return parsed.status === 'parsed' ? { ...parsed, ...change(parsed) } : parsed;
    },
  });

/** The same, for one kind of subject. */
const parsingSubject = (kind: EventSubject['about'], change: () => object): Fault =>
  parsing(({ about = [] }) => ({
    about: about.map((subject) => (subject.about === kind ? { ...subject, ...change() } : subject)),
  }));

/** An event signed afresh with the right secret, in place of its own signature. */
const resigned = (
  event: ReceivedEvent,
  body = Buffer.from(event.rawBody).toString('utf8'),
): ReceivedEvent => ({
  ...event,
  rawBody: Buffer.from(body),
  headers: signed(body, event.receivedAt, String(event.settings['signing_secret'])),
});

const timeOf = ({ headers }: ReceivedEvent): number =>
  Number(headers['good-signature']?.split(' ')[0]) * 1000;

const FAULTY: readonly [string, RegExp, Fault][] = [
  [
    'accepts a badly signed event',
    /a signature with another secret is refused/,
    () => ({ verifyEvent: () => genuine, parseEvent: ({ rawBody }) => readEvent(rawBody) }),
  ],
  [
    'checks the signature on receipt only',
    /a signature with another secret is refused/,
    () => ({ parseEvent: ({ rawBody }) => readEvent(rawBody) }),
  ],
  [
    'checks a signature only if there is one',
    /a missing, truncated or malformed signature/,
    receiving((event) => (event.headers['good-signature'] ? event : resigned(event))),
  ],
  [
    'throws for a truncated signature',
    /a missing, truncated or malformed signature/,
    receiving((event) => {
      const length = event.headers['good-signature']?.length ?? 75;
      if (length > 10 && length < 75) throw new RangeError('must have the same byte length');
      return event;
    }),
  ],
  [
    'checks the signature of the parsed text, not of the bytes',
    /an altered body is refused/,
    receiving((event) => ({
      ...event,
      rawBody: Buffer.from(Buffer.from(event.rawBody).toString('utf8').trim()),
    })),
  ],
  [
    'accepts a signature of any age',
    /a signature that is too old/,
    receiving((event) => ({ ...event, receivedAt: new Date(timeOf(event) || 0) })),
  ],
  [
    'accepts a signature from the future',
    /a signature that is too old or from the future is refused/,
    receiving((event) => {
      const time = timeOf(event);
      return time > event.receivedAt.getTime() ? { ...event, receivedAt: new Date(time) } : event;
    }),
  ],
  [
    'measures a signature’s age from now',
    /it is still valid days later/,
    receiving((event) => ({ ...event, receivedAt: new Date() })),
  ],
  [
    'accepts an empty secret’s signature when no secret is set',
    /without a secret every event is refused/,
    receiving((event) => {
      const { signing_secret: secret } = event.settings;
      return secret ? event : resigned({ ...event, settings: { signing_secret: 'x' } });
    }),
  ],
  [
    'reveals its secret in a reason',
    /a signature with another secret is refused/,
    ({ parseEvent = nothing }) => ({
      parseEvent: async (event) => {
        const parsed = await parseEvent(event);
        const { signing_secret: secret } = event.settings;
        return parsed.status === 'refused'
          ? { ...parsed, reason: `not signed with ${String(secret)}` }
          : parsed;
      },
    }),
  ],
  [
    'throws for a malformed body',
    /a malformed body is refused or ignored/,
    ({ parseEvent = nothing }) => ({
      parseEvent: (event) => {
        JSON.parse(Buffer.from(event.rawBody).toString('utf8'));
        return parseEvent(event);
      },
    }),
  ],
  [
    'calls its gateway to verify an event',
    /verified without a call/,
    ({ lookUp, verifyEvent = () => genuine }) => ({
      verifyEvent: async (event) => {
        const request = { operationKey: 'x', settings: {}, verb: 'authorize', externalId: null } as const;
        await lookUp(request).catch(() => undefined);
        return verifyEvent(event);
      },
    }),
  ],
  [
    'reports another event id on receipt',
    /never returned/,
    ({ verifyEvent = () => genuine }) => ({
      verifyEvent: async (event) => ({ ...(await verifyEvent(event)), id: 'another' }) as never,
    }),
  ],
  [
    'parses an event differently the second time',
    /never returned/,
    (good) => {
      let count = 0;
      return parsing(() => ({ id: `evt_${++count}` }))(good);
    },
  ],
  [
    'reports an authorized payment as captured',
    /never returned \(capture "manual"\)/,
    parsingSubject('session', () => ({ outcome: succeeded({ state: 'captured', reference: 'c1' }) })),
  ],
  [
    'reports another amount than was paid',
    /never returned/,
    parsingSubject('session', () => ({ amount: { minor: 1n, currency: 'USD' } })),
  ],
  [
    'reports a decline as processing',
    /declined on the gateway’s page/,
    parsingSubject('session', () => ({ outcome: succeeded({ state: 'processing' }) })),
  ],
  [
    'reports a capture under another reference than its response',
    /a capture event/,
    parsingSubject('capture', () => ({ reference: 'another' })),
  ],
  [
    'does not recognize its own refund',
    /a refund event/,
    parsingSubject('refund', () => ({ operationKey: null })),
  ],
  [
    'reports a late failed refund as succeeded',
    /a late refund failure/,
    parsingSubject('refund', () => ({ state: 'succeeded' })),
  ],
  [
    'reports the cancellation of another payment',
    /a cancellation event/,
    parsingSubject('cancellation', () => ({ externalId: 'another' })),
  ],
  [
    'writes amounts as numbers',
    /a capture event/,
    parsingSubject('capture', () => ({ captured: { minor: 11_000, currency: 'USD' } })),
  ],
  ['reports nothing about a payment', /never returned/, parsing(() => ({ about: [] }))],
  [
    'parses irrelevant events',
    /an irrelevant event is ignored/,
    ({ parseEvent = nothing }) => ({
      parseEvent: async (event) => {
        const parsed = await parseEvent(event);
        return parsed.status === 'ignored' ? { status: 'parsed', id: 'evt', type: 'boring' } : parsed;
      },
    }),
  ],
  [
    'leaves a canceled session payable',
    /a canceled session can no longer be paid/,
    () => ({ cancelSession: async ({ session: { externalId } }) => succeeded({ externalId }) }),
  ],
  [
    'cancels a session once, and throws the second time',
    /concurrent cancellations of an open session/,
    ({ cancelSession }) => {
      const closed = new Set<string>();
      return {
        cancelSession: async (request) => {
          const { externalId } = request.session;
          if (closed.has(externalId)) throw new Error('already canceled');
          closed.add(externalId);
          return cancelSession?.(request) ?? ABSENT;
        },
      };
    },
  ],
  [
    'cancels a paid session',
    /a paid session is not canceled/,
    () => ({ cancelSession: async ({ session: { externalId } }) => succeeded({ externalId }) }),
  ],
  [
    'forgets that it canceled a session',
    /a session’s cancellation is found by its key/,
    ({ lookUp }) => ({
      lookUp: async (request) => (request.verb === 'cancel_session' ? neverReceived : lookUp(request)),
    }),
  ],
  [
    'reads an authorized amount as captured',
    /a payment is read with the amounts/,
    ({ readPayment }) => ({
      readPayment: async (request) => {
        const read = (await readPayment?.(request)) ?? ABSENT;
        return read.status === 'succeeded'
          ? succeeded({ ...read.value, captured: read.value.authorized })
          : read;
      },
    }),
  ],
  [
    'lacks an optional method listed in has',
    /its optional methods match has/,
    () => ({ cancelSession: undefined }),
  ],
];

it.each(FAULTY)('fails a provider that %s', async (_, check, fault) => {
  const { failed } = await runKit(fault);
  expect(failed).toContainEqual(expect.stringMatching(check));
});

it('skips the checks of missing optional methods, by name', async () => {
  const without = {
    cancelSession: undefined,
    parseEvent: undefined,
    verifyEvent: undefined,
    readPayment: undefined,
  };
  const { failed, skipped } = await runKit(() => without, { has: [], events: undefined });
  expect(failed).toEqual([]);
  for (const method of ['cancelSession', 'parseEvent', 'readPayment']) {
    const missing = `(skipped: has does not list ${method})`;
    expect(skipped).toContainEqual(expect.stringContaining(missing));
  }
});
