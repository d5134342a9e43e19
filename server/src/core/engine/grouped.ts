/** Adds an item to those under a number. */
export function putUnder<T>(groups: Map<number, T[]>, group: number, item: T): void {
  const known = groups.get(group)
  if (known) known.push(item)
  else groups.set(group, [item])
}
