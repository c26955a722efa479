import { choose, DAYS, PARAGRAPHS, type Choice } from './choices.ts'
import type { Facts, Said, Toll } from './facts.ts'

export interface Variant {
  readonly text: string
  readonly outlet: string
  readonly facts: Facts
}

/** The report with other names, groups, places, days, numbers, weapons and outlets, other constructions and paragraphs left out, and what it then says; number 0 is the report itself. */
export function makeVariant(original: string, number: number): Variant {
  const choice = choose(number)
  const text = withNames(withClauses(original, choice), choice)
  return { text, outlet: choice.outlet.replace(/^the /, ''), facts: factsOf(choice, original) }
}

/** Replaces words that must be there, so that a changed report cannot make a variant silently empty. */
function put(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the report no longer holds: ${from}`)
  return text.replaceAll(from, to)
}

/** Paragraphs left out, clauses put otherwise. */
function withClauses(original: string, choice: Choice): string {
  const { gone, reordered, toll, claim, employees, civilians, guest, country } = choice
  const isGone = (paragraph: string): boolean =>
    gone.some((name) => paragraph.startsWith(PARAGRAPHS[name as keyof typeof PARAGRAPHS]))
  let text = original
    .split('\n\n')
    .filter((paragraph) => !isGone(paragraph))
    .join('\n\n')
  for (const [from, to] of reordered) text = text.replaceAll(from, to)
  const told = toll
    .replace(/\bA\b/, `${employees.word} employees of the ${guest.adjective} embassy`)
    .replace(/\bB\b/, `${civilians.word} ${country.adjective} civilians`)
  text = put(
    text,
    'The attack killed two employees of the Russian embassy and four Afghan civilians.',
    told.charAt(0).toUpperCase() + told.slice(1),
  )
  return put(
    text,
    'Daesh’s Afghanistan branch (Daesh-K) was quick to claim responsibility.',
    claim.replace('G', GROUP),
  )
}

/** Stands for the group until all other names are changed: its branch keeps its own country. */
const GROUP = '{group}'

function withNames(clauses: string, choice: Choice): string {
  const { weekday, weapon, attacker, agency, group, country, guest, ruler, outlet, people } = choice
  const article = /^[AEIO]/.test(country.adjective) ? 'an' : 'a'
  const changes: readonly (readonly [string, string])[] = [
    ['Monday', weekday],
    [
      'The suicide bomber was identified as Waqas al Muhajir who detonated his explosives belt at',
      `The ${weapon.who} was identified as ${attacker} who ${weapon.did}`,
    ],
    ['suicide attack', weapon.attack],
    ['Amaq', agency],
    ['Daesh-K', group.short],
    ['Daesh', group.parent],
    ['Afghanistan', country.name],
    ['an Afghan ', `${article} ${country.adjective} `],
    ['Afghan ', `${country.adjective} `],
    ['Kabul', country.capital],
    ['Russian', guest.adjective],
    ['Russia', guest.name],
    ['Taliban', ruler],
    ['TRT World', outlet],
    ['Abdul Sayed', people.security],
    ['Sayed', surname(people.security)],
    ['Ibrahim Moiz', people.moiz],
    ['Ioannis Koskinas', people.koskinas],
    ['Koskinas', surname(people.koskinas)],
    ['Obaidullah Baheer', people.baheer],
    [GROUP, `${group.parent}’s ${group.branch} (${group.short})`],
  ]
  return changes.reduce((text, [from, to]) => text.replaceAll(from, to), clauses)
}

function surname(name: string): string {
  return name.split(' ').at(-1) ?? name
}

function factsOf(choice: Choice, original: string): Facts {
  const { weapon, country, guest, group, attacker, employees, civilians, agency, gone } = choice
  if (!original.includes('Waqas al Muhajir')) throw new Error('another report than the example')
  return {
    publishedAt: choice.publishedAt,
    day: lastDay(choice),
    kind: weapon.kind,
    city: country.capital,
    country: country.iso3,
    embassy: `the ${guest.adjective} embassy`,
    group: {
      names: [group.short, `${group.parent}’s ${group.branch}`],
      ...(group.known && { known: group.known }),
    },
    attacker,
    means: weapon.means,
    killed: [toll(employees, 'employees'), toll(civilians, 'civilians')],
    claimOutlet: agency,
    withdrawal: String(Number(choice.publishedAt.slice(0, 4)) - 1),
    general: ['such attacks', ...(gone.includes('perception') ? [] : ['attacks like these'])],
    statements: statementsOf(choice).filter(({ of }) => of === undefined || !gone.includes(of)),
  }
}

/** The last such weekday on or before the day of publication. */
function lastDay({ weekday, publishedAt }: Choice): string {
  const published = new Date(`${publishedAt}T00:00:00Z`)
  const back = (published.getUTCDay() - DAYS.indexOf(weekday) + 7) % 7
  return new Date(published.getTime() - back * 86_400_000).toISOString().slice(0, 10)
}

function toll({ atLeast, atMost }: { atLeast: number; atMost?: number }, of: string): Toll {
  return { atLeast, ...(atMost !== undefined && { atMost }), of }
}

/** What the variant's people say; `of` names the paragraph that it stands in, where that may be left out. */
function statementsOf(choice: Choice): readonly (Said & { of?: string })[] {
  const { people, ruler, outlet, agency, reordered } = choice
  const isTold = (end: string): boolean => !reordered.some(([from]) => from.endsWith(end))
  return [
    {
      source: people.security,
      kind: 'named-person',
      holds: 'that the motive behind the attack was clear',
      form: 'indirect',
      topic: 'motive',
      type: 'analyst',
      description: 'security analyst',
    },
    {
      source: `${ruler} spokesperson`,
      holds: 'posed no threat to its rule',
      within: people.security,
    },
    {
      source: surname(people.security),
      kind: 'named-person',
      holds: 'The group aims to warn',
      form: 'direct',
      ...(isTold('Sayed tells TRT World.') && { to: outlet }),
    },
    { source: agency, holds: 'a gathering of' },
    {
      of: 'official',
      source: 'a former US official',
      kind: 'unnamed-person',
      holds: 'wants to destroy and delegitimise',
      anonymity: 'his past association',
    },
    {
      of: 'official',
      source: 'he',
      kind: 'unnamed-person',
      holds: 'not safe to deal with them',
      form: 'direct',
      ...(isTold('he tells TRT World.') && { to: outlet }),
      anonymity: 'his past association',
    },
    {
      of: 'perception',
      source: 'several regional experts',
      kind: 'group',
      holds: 'has been struggling to make a transition',
      form: 'indirect',
    },
    {
      of: 'independent',
      source: 'Independent security analysts',
      kind: 'group',
      holds: 'not only wants to spread chaos',
      form: 'indirect',
      topic: 'motive',
    },
    { of: 'experts', source: 'experts', kind: 'group', holds: 'seeks to turn', form: 'indirect' },
    {
      of: 'moiz',
      source: people.moiz,
      kind: 'named-person',
      holds: 'It appears to be a',
      form: 'direct',
      type: 'analyst',
    },
    {
      of: 'koskinas',
      source: people.koskinas,
      kind: 'named-person',
      holds: 'One reason for this attack',
      form: 'direct',
      topic: 'motive',
      affiliation: 'New America',
    },
    {
      of: 'baheer',
      source: people.baheer,
      kind: 'named-person',
      holds: 'marks the beginning of a new era',
      form: 'direct',
      topic: 'outlook',
      description: 'lecturer',
      affiliation: 'American University',
    },
  ]
}
