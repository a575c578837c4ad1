/** The requested part of one entity: named fields, whole relations, or everything. */
export interface Selection {
  /** `*relation`: all its fields. */
  all: boolean;
  readonly names: Map<string, Selection>;
  readonly removed: Set<string>;
}

function emptySelection(): Selection {
  return { all: false, names: new Map(), removed: new Set() };
}

/** One requested field: `+a.b`, `-a`, `*a` or `a.*`, or a plain name. */
interface RequestedField {
  /** `+`, `-` or none. An unescaped plus in a query arrives as a space. */
  readonly sign: string;
  /** `*relation` or `relation.*` */
  readonly isWhole: boolean;
  readonly path: readonly string[];
}

/**
 * Parses Medusa's `fields`: a plain list replaces the defaults, `+x` adds, `-x` removes, `*relation` (or `relation.*`) expands it
 * and the relations on its path, dots nest, and forms can be mixed. Unknown names are ignored when rendering, never looked up.
 * `allowed` limits the first name of a path, for a route that shows less than its resource has.
 */
export function readFields(
  text: string | undefined,
  defaults: readonly string[],
  allowed?: readonly string[],
): Selection {
  const requested = (text ?? '')
    .split(',')
    .filter((field) => field.trim() !== '')
    .map(readField);
  const replaces = requested.some(({ sign, isWhole }) => sign === '' && !isWhole);
  const permitted = requested.filter(({ path: [first = ''] }) => !allowed || allowed.includes(first));
  const selection = emptySelection();
  for (const field of [...(replaces ? ['id'] : defaults).map(readField), ...permitted]) add(selection, field);
  return selection;
}

const FIELD = /^(?<sign>[+-]?)(?<star>\*?)(?<path>.*?)(?<tail>\.\*)?$/s;

function readField(text: string): RequestedField {
  const signed = text.replace(/^\s*\+|^\s+(?!-)/, '+').trim();
  const { sign = '', star = '', path = '', tail = '' } = FIELD.exec(signed)?.groups ?? {};
  return { sign, isWhole: star + tail !== '', path: path.split('.') };
}

function add(selection: Selection, { sign, isWhole, path }: RequestedField): void {
  const last = path.at(-1) ?? '';
  if (last === '') selection.all ||= isWhole; // `*` alone: every field of the entity, but no relation.
  const parent = path.slice(0, -1).reduce((above, name) => {
    const below = child(above, name);
    below.all ||= isWhole && sign !== '-';
    return below;
  }, selection);
  if (sign === '-') parent.removed.add(last);
  else child(parent, last).all ||= isWhole;
}

function child(parent: Selection, name: string): Selection {
  const selected = parent.names.get(name) ?? emptySelection();
  parent.names.set(name, selected);
  return selected;
}

/** An entity that can be rendered in part: its fields and relations. */
export interface Resource<T> {
  readonly fields: Readonly<Record<string, (entity: T) => unknown>>;
  readonly relations: Readonly<Record<string, Relation<T>>>;
  /** Fields that are also shown when one of the listed fields is selected. */
  readonly companions?: Readonly<Record<string, readonly string[]>>;
  /** Fields that expanding the whole entity omits. */
  readonly onlyByName?: readonly string[];
}

/** Renders the related entity, or a list of them, with the nested selection. */
export interface Relation<T> {
  /** Also shown, as {id}, when its owner is expanded whole. */
  readonly stub: boolean;
  /** The field with the related id, which is shown too (Medusa). */
  readonly key: string | null;
  /** Fields shown when the relation is selected without nested fields; none: only its id. */
  readonly scalars: readonly string[];
  render(entity: T, selection: Selection): unknown;
}

export function one<T, R>(
  resource: () => Resource<R>,
  of: (entity: T) => R | null,
  { stub = true, key = null, scalars = [] }: Partial<Omit<Relation<T>, 'render'>> = {},
): Relation<T> {
  return {
    stub,
    key,
    scalars,
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
    scalars: [],
    render: (entity, selection) => of(entity).map((related) => render(resource(), related, selection)),
  };
}

/** Omitted, instead of null, without a value. */
export function optional<T>(relation: Relation<T>): Relation<T> {
  return { ...relation, render: (entity, selection) => relation.render(entity, selection) ?? undefined };
}

/** The selected part of an entity; its id is always included (Medusa). */
export function render<T>(resource: Resource<T>, entity: T, selection: Selection): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(resource.fields)) {
    const isRequested = [name, ...(resource.companions?.[name] ?? [])].some((requested) =>
      isSelected(resource, selection, requested),
    );
    if (name === 'id' || isRequested) shown[name] = read(entity);
  }
  for (const [name, relation] of Object.entries(resource.relations)) {
    const below = selectionBelow(selection, name, relation);
    if (below)
      Object.assign(shown, keyOf(resource, relation, entity), { [name]: relation.render(entity, below) });
  }
  return shown;
}

function keyOf<T>({ fields }: Resource<T>, { key }: Relation<T>, entity: T): Record<string, unknown> {
  return key === null ? {} : { [key]: fields[key]?.(entity) };
}

/** The selection of a relation: as requested, only its id when its owner is expanded whole, or null for nothing. */
function selectionBelow(
  selection: Selection,
  name: string,
  { stub, scalars }: Pick<Relation<never>, 'stub' | 'scalars'>,
): Selection | null {
  if (selection.removed.has(name)) return null;
  const named = selection.names.get(name);
  if (!named) return selection.all && stub ? emptySelection() : null;
  return named.all || named.names.size > 0 ? named : { ...named, names: namesOf(scalars) };
}

function namesOf(fields: readonly string[]): Selection['names'] {
  return new Map(fields.map((name) => [name, emptySelection()]));
}

function isSelected<T>({ onlyByName = [] }: Resource<T>, selection: Selection, name: string): boolean {
  if (selection.removed.has(name)) return false;
  return selection.names.has(name) || (selection.all && !onlyByName.includes(name));
}
