/** Equal all the way down. What is no plain object or list may hide something, and equals only itself. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((each, i) => sameValue(each, b[i]))
  if (!isPlain(a) || !isPlain(b)) return false
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every(name => sameValue(a[name as keyof object], b[name as keyof object]))
  )
}

const isPlain = (value: object) => Object.getPrototypeOf(value) === Object.prototype
