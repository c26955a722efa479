import type { TollStep } from '../../../records/index.ts'
import type { Account } from './accounts.ts'
import { canBothBe, earlierFirst, numberOf, replaces, whenOf } from './order.ts'

/** What was counted when, the earliest first. */
export function historyOf(accounts: readonly Account[]): TollStep[] {
  const inOrder = accounts.toSorted(earlierFirst)
  const isCounted = inOrder.some(({ more }) => !more)
  return inOrder.map((account, i) => {
    const { count, claims, of } = account
    const publishedAt = whenOf(account)
    return {
      ...(publishedAt !== undefined && { publishedAt }),
      ...count,
      ...(of && { of }),
      because: claims.map(({ id }) => id),
      step: account.more && isCounted ? 'more' : stepOf(account, inOrder.slice(0, i)),
      ...(accounts.some((other) => replaces(other, account)) && { past: true }),
    }
  })
}

function stepOf(account: Account, before: readonly Account[]): TollStep['step'] {
  const told = before.filter((one) => one.of === account.of && !one.more)
  if (told.length === 0) return 'first'
  const last = told.findLast((one) => replaces(account, one))
  if (last && numberOf(account) !== numberOf(last))
    return numberOf(account) > numberOf(last) ? 'up' : 'down'
  return last || told.every((one) => canBothBe(account, one)) ? 'again' : 'rival'
}
