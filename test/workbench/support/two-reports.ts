import { openBench, type Bench } from './browser.ts'

const BOMB = 'A car bomb killed 12 people in Darun on Monday, said Omar al-Lor.'
export const SHOTS = 'Gunmen shot dead two teachers in Kandahar on Tuesday.'
export const PUBLISHED = { publishedAt: '2024-03-06' }

/** A workbench on two reports, `bomb` and `shots`, of two incidents. */
export function openTwoReports(): Promise<Bench> {
  return openBench([
    { id: 'bomb', text: BOMB, ...PUBLISHED },
    { id: 'shots', text: SHOTS, ...PUBLISHED },
  ])
}
