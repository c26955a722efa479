/** A pure function that keeps its last answers: at most `limit` of them, all forgotten when that is reached. */
export function remember<T>(limit: number, answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    const made = answer(text)
    if (known.size >= limit) known.clear()
    known.set(text, made)
    return made
  }
}
