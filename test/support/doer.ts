import { openLinkKit } from '../../src/kit.ts'

/** Who fills the stores of tests. */
export const doer = { at: '2024-03-05T10:00:00.000Z', by: 'tester', kit: await openLinkKit() }
