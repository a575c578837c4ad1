/** What a request wants to see of one entity: named fields, whole relations, or all it has. */
export interface Selection {
  /** `*relation`: every field of it. */
  all: boolean;
  readonly names: Map<string, Selection>;
  readonly removed: Set<string>;
}

// More than any page asks for, less than it takes to keep a server busy.
const MOST_FIELDS = 100;
const LONGEST_FIELD = 200;

function nothing(): Selection {
  return { all: false, names: new Map(), removed: new Set() };
}

/**
 * Reads Medusa's `fields`: a plain list replaces the defaults, `+x` adds, `-x` removes, `*relation` expands, with all it
 * leads through, dots go deeper, mixed forms are allowed. What no resource knows is ignored when it is rendered, never looked up.
 * `allowed` narrows what may be named first in a path, where a route shows less than its resource has.
 */
export function readFields(
  text: string | undefined,
  defaults: readonly string[],
  allowed?: readonly string[],
): Selection {
  const asked = (text ?? '')
    .split(',')
    .map((field) => field.trim())
    .filter(Boolean)
    .slice(0, MOST_FIELDS);
  const replaces = asked.some((field) => !/^[+\-*]/.test(field));
  const granted = asked.filter((field) => !allowed || allowed.includes(firstNameIn(field)));
  const selection = nothing();
  for (const field of [...(replaces ? ['id'] : defaults), ...granted])
    add(selection, field.slice(0, LONGEST_FIELD));
  return selection;
}

function firstNameIn(field: string): string {
  return /^[+\-*]*([^.]*)/.exec(field)?.[1] ?? '';
}

function add(selection: Selection, field: string): void {
  const sign = /^[+\-*]/.exec(field)?.[0] ?? '';
  const path = field.slice(sign.length).replace(/^\*/, '').split('.');
  const last = path.pop() ?? '';
  const parent = path.reduce((above, name) => {
    const below = child(above, name);
    below.all ||= sign === '*';
    return below;
  }, selection);
  if (sign === '-') parent.removed.add(last);
  else child(parent, last).all ||= sign === '*';
}

function child(parent: Selection, name: string): Selection {
  const known = parent.names.get(name) ?? nothing();
  parent.names.set(name, known);
  return known;
}

/** Something that can be shown in part: its fields, and its relations with what they lead to. */
export interface Resource<T> {
  readonly fields: Readonly<Record<string, (entity: T) => unknown>>;
  readonly relations: Readonly<Record<string, Relation<T>>>;
  /** Fields that are shown as well where one of others is selected. */
  readonly comesWith?: Readonly<Record<string, readonly string[]>>;
}

/** Renders what it leads to, once or as a list, with the selection below it. */
export interface Relation<T> {
  /** Also shown, as {id}, where its owner is expanded whole. */
  readonly stub: boolean;
  /** The field with its id, shown with it (Medusa). */
  readonly key: string | null;
  render(entity: T, selection: Selection): unknown;
}

export function one<T, R>(
  resource: () => Resource<R>,
  of: (entity: T) => R | null,
  { stub = true, key = null }: { stub?: boolean; key?: string | null } = {},
): Relation<T> {
  return {
    stub,
    key,
    render: (entity, selection) => {
      const related = of(entity);
      return related === null ? null : render(resource(), related, selection);
    },
  };
}

export function many<T, R>(resource: () => Resource<R>, of: (entity: T) => readonly R[]): Relation<T> {
  return {
    stub: false,
    key: null,
    render: (entity, selection) => of(entity).map((related) => render(resource(), related, selection)),
  };
}

/** Left out, not null, where it leads to nothing. */
export function optional<T>(relation: Relation<T>): Relation<T> {
  return { ...relation, render: (entity, selection) => relation.render(entity, selection) ?? undefined };
}

/** The part of an entity that is selected; its id is always there (Medusa). */
export function render<T>(resource: Resource<T>, entity: T, selection: Selection): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(resource.fields)) {
    const isAsked = [name, ...(resource.comesWith?.[name] ?? [])].some((asked) =>
      isSelected(selection, asked),
    );
    if (name === 'id' || isAsked) shown[name] = read(entity);
  }
  for (const [name, relation] of Object.entries(resource.relations)) {
    const below = selectionBelow(selection, name, relation.stub);
    if (below)
      Object.assign(shown, keyOf(resource, relation, entity), { [name]: relation.render(entity, below) });
  }
  return shown;
}

function keyOf<T>({ fields }: Resource<T>, { key }: Relation<T>, entity: T): Record<string, unknown> {
  return key === null ? {} : { [key]: fields[key]?.(entity) };
}

/** What is wanted of a relation: as selected, its id where its owner is expanded whole, or null for nothing. */
function selectionBelow(selection: Selection, name: string, stub: boolean): Selection | null {
  if (selection.removed.has(name)) return null;
  return selection.names.get(name) ?? (selection.all && stub ? nothing() : null);
}

function isSelected(selection: Selection, name: string): boolean {
  if (selection.removed.has(name)) return false;
  return selection.all || selection.names.has(name);
}
