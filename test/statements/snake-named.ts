const STORED =
  'a created session stores its response as JSON of rows: one reader for what is stored and what is read';

/** Rows that a statement may return under the database's names, and why (docs/adr/0035-one-row-convention.md). */
export const SNAKE_NAMED: Readonly<Record<string, string>> = {
  'payment_sessions.*': STORED,
  'payment_sessions as JSON': STORED,
  'payment_collections as JSON': STORED,
  'payments as JSON': STORED,
  'saved_cards as JSON': STORED,
};
