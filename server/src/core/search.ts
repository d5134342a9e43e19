/** The first of 0..`count` for which `reached` says yes, or `count`; once it says yes it must go on saying so. */
export function lowerBound(count: number, reached: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (reached(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Which of the pieces that begin at `starts`, in order, holds an offset: the first one, too, for what lies before it. */
export function pieceAt(starts: ArrayLike<number>, offset: number): number {
  return Math.max(0, lowerBound(starts.length, i => starts[i]! > offset) - 1)
}
