import type { PeopleCount } from '../../records/index.ts'
import { LISTS, type ListName, type MemberOf } from './closed-lists.ts'
import { parseCount } from './count.ts'
import { fail } from './fault.ts'
import type { Clause, Line } from './line.ts'

/** The plain words of a clause, taken out one by one; what is left over at the end is a fault. */
export interface PlainWords {
  /** The member of a closed list that stands there. */
  member<L extends ListName>(list: L): MemberOf<L> | undefined
  /** The same; a fault where there is none. */
  need<L extends ListName>(list: L): MemberOf<L>
  flag(word: string): boolean
  /** A number of people or things: `7..`, `24.. vague`. */
  count(): PeopleCount | undefined
  matching(pattern: RegExp): string | undefined
  allMatching(pattern: RegExp): readonly string[]
  /** Ends the work: every word has been taken. */
  end(): void
}

/** Opens the plain words of a clause. */
export function openPlain({ plain }: Clause): PlainWords {
  const left = [...plain]
  const asked: string[] = []
  const take = (at: number): string | undefined => (at < 0 ? undefined : left.splice(at, 1)[0])
  const flag = (word: string): boolean => take(left.indexOf(word)) !== undefined
  const member = <L extends ListName>(list: L): MemberOf<L> | undefined => {
    asked.push(list)
    const members: readonly string[] = LISTS[list]
    return take(left.findIndex((word) => members.includes(word))) as MemberOf<L> | undefined // a member of the list
  }
  return {
    member,
    need: (list) => member(list) ?? fail(`no ${list} (${LISTS[list].join(', ')})`),
    flag,
    count() {
      const at = left.findIndex((word) => parseCount(word) !== undefined)
      const count = at < 0 ? {} : parseCount(take(at) ?? '')
      const vague = flag('vague') && { vague: true as const }
      return at < 0 && !vague ? undefined : { ...count, ...vague }
    },
    allMatching(pattern) {
      const found = left.filter((word) => pattern.test(word))
      left.splice(0, left.length, ...left.filter((word) => !pattern.test(word)))
      return found
    },
    matching: (pattern) => take(left.findIndex((word) => pattern.test(word))),
    end() {
      const [word] = left
      if (word !== undefined)
        fail(
          `“${word}” is not understood here${asked.length > 0 ? ` (no ${asked.join(', no ')})` : ''}`,
        )
    },
  }
}

/** Only such clauses may stand in a line. */
export function allowClauses({ clauses, label }: Line, ...allowed: readonly string[]): void {
  for (const name of clauses.keys())
    if (!allowed.includes(name)) fail(`“${name}” means nothing in a line ${label}`)
}
