type Table<S extends string> = Readonly<Record<S, Readonly<Record<string, string>>>>;

type EventOf<T> = { [S in keyof T]: keyof T[S] }[keyof T] & string;

/** A state machine as data: each state with the events it accepts and their target states. */
export interface States<T extends Table<string>> {
  readonly name: string;
  readonly table: T;
  /** The states that accept an event: the WHERE of the conditional UPDATE that resolves races. */
  statesThat(event: EventOf<T>): (keyof T & string)[];
  /** The target state of an event; the same from every state that accepts it. */
  target(event: EventOf<T>): keyof T & string;
}

/** Checks the table at start: throws if an event leads to an unknown state, or to two states. */
export function defineStates<const T extends Table<string>>(name: string, table: T): States<T> {
  const targets = new Map<string, string>();
  for (const [state, events] of Object.entries(table)) {
    for (const [event, next] of Object.entries(events)) {
      if (!(next in table)) throw new Error(`${name}: ${state} --${event}--> ${next}, which is no state`);
      if ((targets.get(event) ?? next) !== next) throw new Error(`${name}: "${event}" leads to two states`);
      targets.set(event, next);
    }
  }
  return {
    name,
    table,
    statesThat: (event) => Object.keys(table).filter((state) => event in (table[state] ?? {})),
    target: (event) => {
      const next = targets.get(event);
      if (next === undefined) throw new Error(`${name} has no event "${event}"`);
      return next;
    },
  };
}
