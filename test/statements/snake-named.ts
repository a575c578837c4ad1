const CREATES =
  'it creates a session and stores its response in one statement, whose names are stored with it';
const AS_STORED =
  'it reads a session, its payment and its card as JSON, in the form in which a creation stores them';
const SESSION = 'it reads a session in the form in which a creation stores it: one reader for both';

/**
 * Statements that return names of the database, and why: the hot path's (docs/adr/0035-one-row-convention.md). Every other one returns
 * the names that the code uses.
 */
export const SNAKE_NAMED: Readonly<Record<string, string>> = {
  'create payment session': CREATES,
  'replace payment session': CREATES,

  'find payment session': AS_STORED,
  'find payment session by external id': AS_STORED,
  'find payment session details': AS_STORED,
  'update payment session state and find its details': AS_STORED,

  'lock payment session': SESSION,
  'lock collection and payment session': SESSION,
  'find payment sessions of collections': SESSION,
  'cancel open payment sessions': SESSION,
  'expire payment sessions': SESSION,
  'lock abandoned payment sessions': SESSION,
  'find payment session of gateway account': SESSION,
  'insert payment session': SESSION,
};
