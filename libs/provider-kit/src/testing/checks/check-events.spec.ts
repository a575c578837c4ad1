import type { EventSubject, ParsedEvent, ReceivedEvent } from '../../contract/events';
import type { PaymentProvider } from '../../contract/payment-provider';
import { succeeded, neverReceived } from '../../outcomes';
import { readEvent, signed, verdict } from '../reference-provider';
import { ABSENT } from '../provider-driver';

// Sessions that are closed, payments that are read, events that come in: each fault, and the check that must see it.

type Fault = (good: PaymentProvider) => Partial<PaymentProvider>;

const genuine = { status: 'verified' } as const;
const nothing = () => ({ status: 'ignored' }) as const;

/** The provider, with each event as it makes it out to be before it looks at it. */
const hearing =
  (change: (event: ReceivedEvent) => ReceivedEvent): Fault =>
  ({ verifyEvent = () => genuine, parseEvent = nothing }) => ({
    verifyEvent: (event) => verifyEvent(change(event)),
    parseEvent: (event) => parseEvent(change(event)),
  });

/** The provider, with another word for what it has understood. */
const telling =
  (change: (parsed: ParsedEvent & { status: 'parsed' }) => object): Fault =>
  ({ parseEvent = nothing }) => ({
    parseEvent: async (event) => {
      const parsed = await parseEvent(event);
      return parsed.status === 'parsed' ? { ...parsed, ...change(parsed) } : parsed;
    },
  });

/** … of one kind of thing. */
const tellingOf = (kind: EventSubject['about'], change: () => object): Fault =>
  telling(({ about = [] }) => ({
    about: about.map((subject) => (subject.about === kind ? { ...subject, ...change() } : subject)),
  }));

/** An event as if it had just been signed by the right secret, in the place of the signature it has. */
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
    'takes a badly signed event',
    /a signature of another secret is refused/,
    () => ({ verifyEvent: () => genuine, parseEvent: ({ rawBody }) => readEvent(rawBody) }),
  ],
  [
    'checks the signature at the door only',
    /a signature of another secret is refused/,
    () => ({ parseEvent: ({ rawBody }) => readEvent(rawBody) }),
  ],
  [
    'checks a signature only where there is one',
    /no signature, half a one and nonsense/,
    hearing((event) => (event.headers['good-signature'] ? event : resigned(event))),
  ],
  [
    'throws at half a signature',
    /no signature, half a one and nonsense/,
    hearing((event) => {
      const length = event.headers['good-signature']?.length ?? 75;
      if (length > 10 && length < 75) throw new RangeError('must have the same byte length');
      return event;
    }),
  ],
  [
    'checks the signature of what it has read, not of the bytes',
    /an altered body is refused/,
    hearing((event) => ({
      ...event,
      rawBody: Buffer.from(Buffer.from(event.rawBody).toString('utf8').trim()),
    })),
  ],
  [
    'takes a signature of any age',
    /a signature that is too old is refused/,
    hearing((event) => ({ ...event, receivedAt: new Date(timeOf(event) || 0) })),
  ],
  [
    'takes a signature of tomorrow',
    /a signature that is too old is refused, and one of a time to come/,
    hearing((event) => {
      const time = timeOf(event);
      return time > event.receivedAt.getTime() ? { ...event, receivedAt: new Date(time) } : event;
    }),
  ],
  [
    'tells a signature’s age from now',
    /days later it is as good/,
    hearing((event) => ({ ...event, receivedAt: new Date() })),
  ],
  [
    'takes what is signed with nothing, where no secret is set',
    /where no secret is set everything is refused/,
    hearing((event) => {
      const { signing_secret: secret } = event.settings;
      return secret ? event : resigned({ ...event, settings: { signing_secret: 'x' } });
    }),
  ],
  [
    'gives its secret away in a reason',
    /a signature of another secret is refused/,
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
    'throws at a malformed body',
    /a malformed body is refused or ignored/,
    ({ parseEvent = nothing }) => ({
      parseEvent: (event) => {
        JSON.parse(Buffer.from(event.rawBody).toString('utf8'));
        return parseEvent(event);
      },
    }),
  ],
  [
    'asks its gateway whether an event is genuine',
    /told without asking anybody/,
    ({ lookUp, verifyEvent = () => genuine }) => ({
      verifyEvent: async (event) => {
        const asked = { operationKey: 'x', settings: {}, verb: 'authorize', externalId: null } as const;
        await lookUp(asked).catch(() => undefined);
        return verifyEvent(event);
      },
    }),
  ],
  [
    'calls an event another name at the door',
    /never came back/,
    ({ verifyEvent = () => genuine }) => ({
      verifyEvent: async (event) => ({ ...(await verifyEvent(event)), id: 'another' }) as never,
    }),
  ],
  [
    'says another thing the second time',
    /never came back/,
    (good) => {
      let count = 0;
      return telling(() => ({ id: `evt_${++count}` }))(good);
    },
  ],
  [
    'calls what is held taken',
    /never came back \(capture "manual"\)/,
    tellingOf('session', () => ({ outcome: succeeded({ state: 'captured', reference: 'c1' }) })),
  ],
  [
    'has another amount of what was paid',
    /never came back/,
    tellingOf('session', () => ({ amount: { minor: 1n, currency: 'USD' } })),
  ],
  [
    'calls a decline under way',
    /declined on the gateway’s page/,
    tellingOf('session', () => ({ outcome: succeeded({ state: 'processing' }) })),
  ],
  [
    'calls a capture by another name than its answer',
    /a capture: all that was taken/,
    tellingOf('capture', () => ({ reference: 'another' })),
  ],
  [
    'does not know its own refund again',
    /a refund: under the reference/,
    tellingOf('refund', () => ({ operationKey: null })),
  ],
  [
    'takes a refund that failed late for one that was made',
    /a refund that fails late/,
    tellingOf('refund', () => ({ state: 'succeeded' })),
  ],
  [
    'tells of a cancellation of something else',
    /a cancellation: what was held/,
    tellingOf('cancellation', () => ({ externalId: 'another' })),
  ],
  [
    'writes amounts as numbers',
    /a capture: all that was taken/,
    tellingOf('capture', () => ({ captured: { minor: 11_000, currency: 'USD' } })),
  ],
  ['has nothing to say of a payment', /never came back/, telling(() => ({ about: [] }))],
  [
    'wants to hear of everything',
    /an event of no interest is ignored/,
    ({ parseEvent = nothing }) => ({
      parseEvent: async (event) => {
        const parsed = await parseEvent(event);
        return parsed.status === 'ignored' ? { status: 'parsed', id: 'evt', type: 'boring' } : parsed;
      },
    }),
  ],
  [
    'leaves a closed session payable',
    /a closed session can be paid no more/,
    () => ({ cancelSession: async ({ session: { externalId } }) => succeeded({ externalId }) }),
  ],
  [
    'closes a session once, and is surprised the second time',
    /an open session is closed/,
    ({ cancelSession }) => {
      const closed = new Set<string>();
      return {
        cancelSession: async (request) => {
          const { externalId } = request.session;
          if (closed.has(externalId)) throw new Error('closed already');
          closed.add(externalId);
          return cancelSession?.(request) ?? ABSENT;
        },
      };
    },
  ],
  [
    'closes a session that was paid',
    /a session that was paid is not closed/,
    () => ({ cancelSession: async ({ session: { externalId } }) => succeeded({ externalId }) }),
  ],
  [
    'forgets that it closed a session',
    /a closing is found by its key/,
    ({ lookUp }) => ({
      lookUp: async (request) => (request.verb === 'cancel_session' ? neverReceived : lookUp(request)),
    }),
  ],
  [
    'reads what is held as taken',
    /a payment is read as what was held/,
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
    'lacks an optional method that the kit was told of',
    /its optional methods are those/,
    () => ({ cancelSession: undefined }),
  ],
];

it.each(FAULTY)('sees one that %s', async (_, check, fault) => {
  const { failed } = await verdict(fault);
  expect(failed).toContainEqual(expect.stringMatching(check));
});

it('a provider without the optional methods is left out of their checks, by name', async () => {
  const without = {
    cancelSession: undefined,
    parseEvent: undefined,
    verifyEvent: undefined,
    readPayment: undefined,
  };
  const { failed, skipped } = await verdict(() => without, { has: [], events: undefined });
  expect(failed).toEqual([]);
  for (const method of ['cancelSession', 'parseEvent', 'readPayment']) {
    const missing = `(left out: has does not name ${method})`;
    expect(skipped).toContainEqual(expect.stringContaining(missing));
  }
});
