const KEY = 'ascribe.review.last'

/** Keeps where somebody reviews, for when they come back; a browser may forbid it. */
export function keepLast(place: string | undefined): void {
  try {
    if (place === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, place)
  } catch {
    // Then they begin at the top.
  }
}

/** Where somebody was when they left; only ever a place of this view. */
export function lastPlace(): string | undefined {
  try {
    const kept = localStorage.getItem(KEY)
    return kept?.startsWith('/review/') ? kept : undefined
  } catch {
    return undefined
  }
}
