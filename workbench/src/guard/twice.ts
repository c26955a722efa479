/** Tells whether something happened twice within some milliseconds; a third time within them begins anew. */
export function newTwice(within: number): (at: number) => boolean {
  let last = Number.NEGATIVE_INFINITY
  return (at) => {
    const isTwice = at - last <= within
    last = isTwice ? Number.NEGATIVE_INFINITY : at
    return isTwice
  }
}
