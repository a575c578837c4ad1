/**
 * Words that the code does not use, each with its replacement. The terms it does use are in docs/glossary.md.
 * Ordinary English (before, done, ask, a known state) is fine: listed are only words that this code once used in a private sense.
 */

/** Words of names: of functions, types, variables, parameters, members and files. An entry of several words matches them in sequence. */
export const NAMES = {
  kept: 'stored',
  held: 'locked',
  told: 'reported, published',
  tells: 'reports',
  reach: 'scope, AccessScope',
  'given up': 'abandoned',
  'give up': 'abandon, fail',
  'make way': 'supersede',
  'stand back': 'fallBack',
  'shown id': 'publicId',
  spelled: 'mapped',
  spell: 'format',
  answer: 'response, outcome',
  answers: 'responses, outcomes',
  answered: 'responded',
  asked: 'requested',
  presenter: 'serializer',
  presents: 'serializes',
  revive: 'deserialize',
  nobody: 'anonymous',
  nobodys: 'unowned',

  besides: 'methodsSharingAccount',
  beside: 'sharing',
  movement: 'transaction',
  movements: 'transactions',

  rounds: 'batches',
  harden: 'securityHeaders',
  poison: 'prototypeKeys',
  door: 'publicApi',
  till: 'providerDriver',
  specimen: 'referenceProvider',
  books: 'gatewayBalances',
  postman: 'eventSender',
  crooked: 'violation',
  victim: 'target',
  wishes: 'options',
  whoever: 'the caller',
  most: 'max',
  longest: 'max',
};

/** Turns of phrase in comments, texts, test names and documents. A star matches any ending of a word. */
export const IDIOMS = {
  whoever: 'the caller, any user, the customer who',
  'of no known form': 'malformed',
  'given up': 'abandoned',
  'gives up': 'stops, fails',
  'make way': 'is superseded by',
  'makes way': 'is superseded by',
  'stand back': 'fall back',
  'stands back': 'falls back',
  'own people': 'staff',
  'good for nothing': 'void, invalid',
  'said back': 'repeated, echoed',
  'says nothing of': 'does not name',
  unasked: 'on its own, by webhook',
  'on its way': 'in flight, pending',
  'on their way': 'in flight, pending',
  'under way': 'in progress, pending',
  'give* back': 'refund, return, release',
  'given back': 'refunded, returned',
  'let* go': 'release',
  'for a person to look at': 'needs manual review',
  anew: 'again',
  'stranger*': 'another user, an unauthenticated caller',
  'comes about': 'happens',
  nobody: 'no one, anonymous',
  'may be told': 'is sent, may see',
  'is told': 'is notified, gets',
  'are told': 'are notified, get',
};

/** Allowed uses, each with its reason. At most twelve. */
export const ALLOWED = [
  { path: 'tools/words/lists.mjs', word: '*', because: 'the lists themselves' },
  { path: 'libs/core/store-credits/', word: 'held', because: 'a column, and a state of credit set aside' },
  {
    path: 'libs/dialects/spree/src/store/customer/gift-cards/',
    word: 'held',
    because: 'the same amount of a gift card',
  },
  {
    path: 'libs/core/payment-providers/src/bogus/',
    word: 'answer',
    because: 'answer_lost is the name of a test card that scripts use',
  },
  { path: 'libs/platform/money/', word: 'most', because: 'atMost reads as English' },
];
