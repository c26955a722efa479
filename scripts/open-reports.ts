import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { OpenReport } from './open-report.ts'

/**
 * `tsx scripts/open-reports.ts re3d|isafpr|wiki FILE.jsonl [ID …]`: openly licensed texts of a labelled set (all, or those with these ids of the origin) as NDJSON
 * for `npm run corpus -- --draft`, to be marked for the corpus: the text as it is, with title, address, day of publication where the origin tells them, and attribution.
 */
const SETS = { re3d: re3dReport, isafpr: isafReport, wiki: wikiReport } as const

/** The texts of a set whose lines are `source`. */
export function openReports(set: keyof typeof SETS, source: string): OpenReport[] {
  const records = source.split('\n').filter(Boolean)
  return records.map((line) => SETS[set](JSON.parse(line) as never))
}

interface Re3d {
  readonly docid: string
  readonly collection: string
  readonly title: string
  readonly text: string
  readonly url: string
}

const OUTLETS: Readonly<Record<string, { name: string; outlet: string }>> = {
  CENTCOM: { name: 'centcom', outlet: 'U.S. Central Command' },
  'US State Department': { name: 'state', outlet: 'U.S. Department of State' },
}

function re3dReport({ docid, collection, title, text, url }: Re3d): OpenReport {
  const { name, ...of } = OUTLETS[collection] ?? { name: collection, outlet: collection }
  const outlet = url.includes('//www.defense.gov/') ? 'U.S. Department of Defense' : of.outlet
  return {
    id: `${name}-${slug(title)}`,
    text: text.trim(),
    title: title.trim(),
    outlet,
    uri: url,
    manner: 'press-release',
    attribution: `${outlet}, public domain, by way of re3d (dstl/re3d, ${docid})`,
  }
}

/** Words of a title for a file's name, the first of them where they are many. */
function slug(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return words.slice(0, 6).join('-')
}

interface Isaf {
  readonly id: number
  readonly text: string
}

function isafReport({ id, text }: Isaf): OpenReport {
  const day = releaseDay(text)
  return {
    id: `isaf-${id}`,
    text: text.trim(),
    outlet: 'ISAF Joint Command',
    ...(day && { publishedAt: day }),
    manner: 'press-release',
    attribution: `ISAF Joint Command, CC BY-SA 4.0, by way of a set of releases (strickvl/isafpressreleases, ${id})`,
  }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** "(Jan. 25, 2013)" of a dateline, or "June 8:" before a title. */
const DAY = /\(([A-Z][a-z]+)\.? (\d\d?)(?:[,.] ?(\d{4}))?\)|^\s*([A-Z][a-z]+)\.? (\d\d?):/
/** "2011-07-S-039": year and month of the release. */
const NUMBER = /\b(20\d\d)-(\d\d)-/

/** The day of a release by its dateline or title; the year may stand in its number alone. None where the two do not agree. */
function releaseDay(text: string): string | undefined {
  const found = DAY.exec(text)
  const [, year, numbered] = NUMBER.exec(text) ?? []
  const name = (found?.[1] ?? found?.[4] ?? '').slice(0, 3).toLowerCase()
  const month = `${MONTHS.indexOf(name) + 1}`.padStart(2, '0')
  const ofNumber = month === numbered ? year : undefined
  const full = found?.[3] ?? ofNumber
  if (full === undefined || month === '00') return undefined
  return `${full}-${month}-${(found?.[2] ?? found?.[5] ?? '').padStart(2, '0')}`
}

interface Wiki {
  readonly id: number
  readonly date_raw: string
  readonly text: string
}

/** The day that the list gives is that of the incident and not of publication. */
function wikiReport({ id, date_raw, text }: Wiki): OpenReport {
  const month = /[A-Z][a-z]{2,}/.exec(date_raw)?.[0]
  const year = /\d{4}/.exec(date_raw)?.[0]
  const list = [month, year].filter((part) => part !== undefined).join(' ')
  return {
    id: `wiki-${id}`,
    text: text.trim(),
    outlet: 'Wikipedia',
    manner: 'incident-list',
    attribution: `Wikipedia, “List of terrorist incidents” of ${list}, CC BY-SA 3.0, by way of a table of incidents (SupChanda/Predicting-perpetrators-of-global-terrorism, ${id})`,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [set = '', file = '', ...ids] = process.argv.slice(2)
  if (!(set in SETS)) throw new Error(`${set}: ${Object.keys(SETS).join(', ')}`)
  const isAsked = ({ attribution }: OpenReport): boolean =>
    ids.length === 0 || ids.some((id) => attribution.endsWith(`, ${id})`))
  const reports = openReports(set as keyof typeof SETS, readFileSync(file, 'utf8'))
  for (const report of reports.filter(isAsked)) console.log(JSON.stringify(report))
}
