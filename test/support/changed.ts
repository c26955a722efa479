/** One change of a record: the way to a key (`events.0.figures.1.harm`) and its new value; `undefined` takes the key away. */
export interface Change {
  readonly path: string
  readonly to: unknown
}

/** A copy of a value with some changes; the ways up to the last key must be there. */
export function changed(value: unknown, ...changes: readonly Change[]): unknown {
  const copy = structuredClone(value)
  for (const { path, to } of changes) {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    const holder = keys.reduce<unknown>((inner, key) => holderOf(inner, path)[key], copy)
    if (to === undefined) Reflect.deleteProperty(holderOf(holder, path), last)
    else holderOf(holder, path)[last] = to
  }
  return copy
}

function holderOf(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw new Error(`no such place: ${path}`)
  return value as Record<string, unknown>
}
