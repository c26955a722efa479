import type { PeopleCategory, PeopleCount, Toll, TollBounds, TollStep } from '../records/index.ts'
import { countText } from './event-entry.ts'
import { whoSay } from './claim-text.ts'
import { listed, paint, row, sources, wordsOf, type IncidentPage } from './incident-page.ts'

/** The toll of each harm, and under it what was counted when. */
export function tollLines(page: IncidentPage): string[] {
  return Object.entries(page.incident.figures).flatMap(([harm, toll]) => {
    const whom = toll.of === undefined ? '' : ` ${plural(toll.of, toll.best)}`
    const parts = partsText(toll, page)
    const text = `${boundsText(toll, page)}${whom}${toll.claimed ? CLAIMED : ''}`
    return [
      ...row(harm, [{ text }, { text: ' ' }, paint(parts, 'faint', page)], page),
      ...toll.history.flatMap((step) => stepRow(step, page)),
    ]
  })
}

const CLAIMED = ', as only those say who took part'

/** "17", "12 or more", "17 (12 to 20)", “dozens”. */
function boundsText(bounds: TollBounds, page: IncidentPage): string {
  const { low, best, high, open, vague, because } = bounds
  if (vague) return wordsOf(page.find(because))
  if (best === undefined)
    return countText({
      ...(low !== undefined && { atLeast: low }),
      ...(high !== undefined && { atMost: high }),
    })
  const more = open ? ' or more' : ''
  return low === high ? `${best}${more}` : `${best} (${low} to ${high}${more})`
}

function partsText({ parts = [] }: Toll, page: IncidentPage): string {
  const texts = parts.map((part) =>
    part.vague ? boundsText(part, page) : `${boundsText(part, page)} ${plural(part.of, part.best)}`,
  )
  return texts.length === 0 ? '' : `· of whom ${texts.join(', ')}`
}

const PLURALS: Readonly<Partial<Record<PeopleCategory, string>>> = {
  child: 'children',
  woman: 'women',
  police: 'police',
}

/** "1 child", "12 civilians". */
function plural(of: PeopleCategory, number: number | undefined): string {
  const one = of.replaceAll('-', ' ')
  return number === 1 ? one : (PLURALS[of] ?? `${one}s`)
}

/** How a step stands to those before it. */
const STEPS: Readonly<Record<TollStep['step'], string>> = {
  first: '',
  again: '',
  up: 'up',
  down: 'down',
  rival: 'otherwise',
  more: 'besides',
}

function stepRow(step: TollStep, page: IncidentPage): string[] {
  const { publishedAt, of, because } = step
  const claims = page.find(because)
  const whom = of === undefined ? '' : ` ${plural(of, step.atMost)}`
  const number = step.vague ? wordsOf(claims) : `${countText(withoutVague(step))}${whom}`
  const text = [publishedAt?.slice(0, DAY) ?? 'no date', number, STEPS[step.step]]
    .filter((part) => part !== '')
    .join(' · ')
  const said = step.vague
    ? [{ text: ' ' }, paint(`— ${listed(whoSay(claims))}`, 'who', page)]
    : sources(claims, page)
  return row('', [{ text }, ...said], page)
}

function withoutVague({ atLeast, atMost }: PeopleCount): PeopleCount {
  return {
    ...(atLeast !== undefined && { atLeast }),
    ...(atMost !== undefined && { atMost }),
  }
}

/** Signs of a day. */
const DAY = 10
