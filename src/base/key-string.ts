/** The same text as the string that the engine keeps for it as a key of objects. Two such strings, and those written in code, are told apart by where they are, without a look at their letters: for what is compared at every word. */
export function keyString(text: string): string {
  return Object.keys({ [text]: 0 })[0] ?? text
}
