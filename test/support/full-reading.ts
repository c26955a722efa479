import { sha256 } from '../../src/base/hash.ts'
import type { Evidence, Read, Reading } from '../../src/records/index.ts'

const title = 'Dozens hurt as blast hits Darun market'
const text =
  'DARUN, March 6 (Velka News Agency) - A bomb killed at least seven people, including two police officers, at the market of Darun on Tuesday, Governor Ilan Morvath told Radio Orrin. ' +
  'Dozens were hurt and three stalls were destroyed. The Front for a Free Velka, part of the Northern League, claimed responsibility in a message carried by the Velka Post. “We warned them,” it said. ' +
  'A shopkeeper who asked not to be named for fear of reprisals denied that two gunmen had fired. About 300 people marched on Wednesday. The army, led by General Aro Tesk, said nine people died.'

/** The first such words of the text. */
export function at(quote: string): Evidence {
  const start = text.indexOf(quote)
  return { start, end: start + quote.length, quote }
}

const inTitle = (quote: string): Evidence => {
  const start = title.indexOf(quote)
  return { start, end: start + quote.length, quote, in: 'title' }
}
const read = (id: string, quote: string, rest: Partial<Read> = {}): Read => ({
  id,
  evidence: [at(quote)],
  readBy: 'events/written-by-hand',
  ...rest,
})
const bySay = { statement: 's-governor', confirmedBy: ['s-front'], deniedBy: ['s-army'] }

/** A reading of an invented report with every key of every record, all of them true. */
export const fullReading: Reading = {
  schema: 'ascribe.reading/1',
  run: { ascribe: '0.1.0', codebook: 'core@1', data: '0f', dictionary: '1e' },
  report: {
    id: 'market',
    text,
    hash: sha256(text),
    language: 'en',
    title,
    outlet: 'Velka Post',
    author: 'Sanna Orrel',
    publishedAt: '2024-03-06',
    updatedAt: '2024-03-06T18:00:00Z',
    uri: 'https://example.org/market',
    version: 2,
    credits: [{ text: 'Velka News Agency', evidence: [at('Velka News Agency')] }],
  },
  actors: [
    {
      id: 'a-front',
      name: 'Front for a Free Velka',
      named: true,
      kind: 'armed-group',
      known: 'ffv',
      country: ['VLK'],
      memberOf: { ...read('a-front-of', 'part of the Northern League'), value: 'a-league' },
      mentions: [at('The Front for a Free Velka')],
    },
    {
      id: 'a-league',
      name: 'Northern League',
      named: true,
      kind: 'organisation',
      mentions: [at('the Northern League')],
    },
    {
      id: 'a-governor',
      name: 'Ilan Morvath',
      named: true,
      kind: 'person',
      publicRole: { ...read('a-governor-role', 'Governor'), value: 'Governor' },
      description: [{ ...read('a-governor-is', 'Governor'), value: 'Governor' }],
      affiliations: [{ ...read('a-governor-at', 'Darun'), value: 'Darun' }],
      mentions: [at('Ilan Morvath')],
    },
    {
      id: 'a-police',
      name: 'two police officers',
      named: false,
      kind: 'state-force',
      mentions: [at('two police officers')],
    },
    { id: 'a-gunmen', name: 'gunmen', named: false, kind: 'unknown', mentions: [at('two gunmen')] },
    { id: 'a-post', name: 'Velka Post', named: true, kind: 'media', mentions: [at('Velka Post')] },
    { id: 'a-army', name: 'army', named: false, kind: 'state-force', mentions: [at('The army')] },
  ],
  events: [
    {
      id: 'e-bomb',
      readBy: 'events/written-by-hand',
      ...bySay,
      kind: 'bombing',
      status: 'happened',
      mentions: [at('A bomb'), inTitle('blast')],
      time: {
        ...read('e-bomb-time', 'Tuesday', bySay),
        value: { earliest: '2024-03-05', latest: '2024-03-05', ref: 't-tuesday' },
      },
      place: {
        ...read('e-bomb-place', 'Darun on'),
        value: {
          name: 'Darun',
          country: 'VLK',
          admin1: 'Velka',
          admin2: 'Lower Velka',
          latitude: 41.5,
          longitude: 20.25,
          gazetteer: 'x1',
          exactness: 'town',
          ref: 'p-darun',
        },
      },
      site: { ...read('e-bomb-site', 'the market of Darun'), value: 'the market of Darun' },
      participants: [
        {
          ...read('e-bomb-by', 'The Front for a Free Velka', { statement: 's-front' }),
          role: 'perpetrator',
          actor: 'a-front',
          confidence: 'claimed',
        },
        {
          ...read('e-bomb-police', 'two police officers'),
          role: 'victim',
          actor: 'a-police',
          count: { atLeast: 2, atMost: 2 },
        },
      ],
      means: [{ ...read('e-bomb-means', 'bomb'), value: 'bomb' }],
      figures: [
        {
          ...read('f-seven', 'at least seven people', bySay),
          harm: 'killed',
          atLeast: 7,
          total: true,
          series: 'revised',
          asOf: { latest: '2024-03-05' },
        },
        {
          ...read('f-two', 'two police officers'),
          harm: 'killed',
          atLeast: 2,
          atMost: 2,
          of: { text: 'police officers', category: 'police', actor: 'a-police' },
          partOf: 'f-seven',
        },
        { ...read('f-dozens', 'Dozens'), harm: 'injured', atLeast: 24, vague: true },
      ],
      damage: [
        {
          ...read('d-stalls', 'three stalls'),
          text: 'three stalls',
          level: 'destroyed',
          count: { atLeast: 3, atMost: 3 },
        },
      ],
      claims: [
        {
          ...read('c-front', 'claimed responsibility'),
          stance: 'claims',
          claimant: 'a-front',
          outlet: 'a-post',
        },
      ],
      codes: {
        acled: { sub_event_type: 'Remote explosive/landmine/IED' },
        gtd: [{ attacktype1: 3 }],
        ucdp: { excluded: 'no-organised-actor' },
        plover: { type: 'ASSAULT' },
        cameo: { source: 'REB', target: 'COP', code: '183' },
      },
    },
    {
      id: 'e-march',
      readBy: 'events/written-by-hand',
      kind: 'demonstration',
      status: 'happened',
      mentions: [at('marched')],
      participants: [],
      means: [],
      figures: [],
      size: {
        ...read('e-march-size', 'About 300 people'),
        value: { atLeast: 300, atMost: 300, vague: true },
        also: [{ ...read('e-march-size-2', 'nine people'), value: { atLeast: 9, atMost: 9 } }],
      },
      claims: [],
      relations: [{ kind: 'response-to', event: 'e-bomb' }],
      codes: {},
    },
  ],
  statements: [
    {
      id: 's-governor',
      readBy: 'statements/trailing-cue',
      source: {
        actor: 'a-governor',
        text: 'Governor Ilan Morvath',
        evidence: [at('Governor Ilan Morvath')],
        kind: 'named-person',
        type: 'official',
      },
      cue: { lemma: 'tell', evidence: [at('told')] },
      content: [at('A bomb killed at least seven people'), at('at the market of Darun on Tuesday')],
      form: 'indirect',
      stance: 'asserts',
      certainty: 'unstated',
      to: { text: 'Radio Orrin', actor: 'a-post', evidence: [at('Radio Orrin')] },
      time: 't-tuesday',
      about: ['e-bomb'],
      topic: 'toll',
      within: 's-front',
      answers: 's-front',
    },
    {
      id: 's-front',
      readBy: 'statements/quotation-after',
      source: {
        actors: ['a-front', 'a-league'],
        text: 'it',
        evidence: [at('it said')],
        kind: 'group',
      },
      via: { text: 'the Velka Post', evidence: [at('the Velka Post')] },
      content: [at('“We warned them,”')],
      form: 'direct',
      stance: 'claims',
      certainty: 'certain',
      about: [],
    },
    {
      id: 's-army',
      readBy: 'statements/clause-after',
      source: {
        text: 'A shopkeeper',
        evidence: [at('A shopkeeper')],
        kind: 'unnamed-person',
        anonymity: { reason: 'fear of reprisals', evidence: [at('asked not to be named')] },
      },
      content: [at('two gunmen had fired')],
      form: 'indirect',
      stance: 'denies',
      certainty: 'unstated',
      about: ['e-bomb', 'e-march'],
    },
  ],
  times: [
    {
      id: 't-tuesday',
      evidence: [at('Tuesday')],
      type: 'date',
      value: '2024-03-05',
      mod: 'approx',
      anchor: 'publication',
      earliest: '2024-03-05',
      latest: '2024-03-05',
    },
    { id: 't-wednesday', evidence: [at('Wednesday')], type: 'date', anchor: 'e-bomb' },
  ],
  places: [
    {
      id: 'p-darun',
      name: 'Darun',
      evidence: [at('DARUN'), at('Darun')],
      role: 'dateline',
      relation: 'near',
      country: 'VLK',
      admin1: 'Velka',
      admin2: 'Lower Velka',
      latitude: 41.5,
      longitude: 20.25,
      gazetteer: 'x1',
      exactness: 'town',
    },
  ],
  notes: [{ code: 'no-author', message: 'nobody signed it', evidence: [at('Velka Post')] }],
}
