// Ideographs, by their code units.

const first = 0x4e00
const last = 0x9fa5

export const isIdeograph = (unit: number): boolean => unit >= first && unit <= last

/** Two ideographs as one number, small enough to be a key that costs nothing; -1 where either is none. */
export function pairOf(a: number, b: number): number {
  return isIdeograph(a) && isIdeograph(b) ? ((a - first) << 15) | (b - first) : -1
}
