/** Whether a hash may be among some: false is certain. */
export type HashFilter = (hash: number) => boolean

/** Two million bits, which the processor keeps at hand; of as many as the gazetteer has one in twelve is set. */
const BITS = 1 << 21

/** Opens a filter of hashes, as most that are asked for are of no name. */
export function openHashFilter(lists: readonly Iterable<number>[]): HashFilter {
  const bits = new Uint8Array(BITS / 8)
  for (const hashes of lists)
    for (const hash of hashes) {
      const bit = hash & (BITS - 1)
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  return (hash) => ((bits[(hash & (BITS - 1)) >> 3] ?? 0) & (1 << (hash & 7))) !== 0
}
