interface Country {
  readonly name: string
  readonly adjective: string
  readonly capital: string
  readonly iso3: string
}

const COUNTRIES: readonly Country[] = [
  { name: 'Afghanistan', adjective: 'Afghan', capital: 'Kabul', iso3: 'AFG' },
  { name: 'Somalia', adjective: 'Somali', capital: 'Mogadishu', iso3: 'SOM' },
  { name: 'Yemen', adjective: 'Yemeni', capital: 'Sanaa', iso3: 'YEM' },
  { name: 'Mali', adjective: 'Malian', capital: 'Bamako', iso3: 'MLI' },
  { name: 'Iraq', adjective: 'Iraqi', capital: 'Baghdad', iso3: 'IRQ' },
  { name: 'Libya', adjective: 'Libyan', capital: 'Tripoli', iso3: 'LBY' },
  { name: 'Nigeria', adjective: 'Nigerian', capital: 'Abuja', iso3: 'NGA' },
  { name: 'Sudan', adjective: 'Sudanese', capital: 'Khartoum', iso3: 'SDN' },
  { name: 'Syria', adjective: 'Syrian', capital: 'Damascus', iso3: 'SYR' },
  { name: 'Pakistan', adjective: 'Pakistani', capital: 'Islamabad', iso3: 'PAK' },
  { name: 'Niger', adjective: 'Nigerien', capital: 'Niamey', iso3: 'NER' },
  { name: 'Lebanon', adjective: 'Lebanese', capital: 'Beirut', iso3: 'LBN' },
  { name: 'Colombia', adjective: 'Colombian', capital: 'Bogotá', iso3: 'COL' },
  { name: 'Ethiopia', adjective: 'Ethiopian', capital: 'Addis Ababa', iso3: 'ETH' },
  { name: 'Myanmar', adjective: 'Burmese', capital: 'Naypyidaw', iso3: 'MMR' },
  { name: 'Ukraine', adjective: 'Ukrainian', capital: 'Kyiv', iso3: 'UKR' },
]

/** Whose embassy it is. */
const GUESTS = [
  { name: 'Russia', adjective: 'Russian' },
  { name: 'Turkey', adjective: 'Turkish' },
  { name: 'China', adjective: 'Chinese' },
  { name: 'Iran', adjective: 'Iranian' },
  { name: 'Egypt', adjective: 'Egyptian' },
  { name: 'India', adjective: 'Indian' },
  { name: 'France', adjective: 'French' },
  { name: 'Japan', adjective: 'Japanese' },
]

const GROUPS = [
  { parent: 'Daesh', branch: 'Afghanistan branch', short: 'Daesh-K', known: 'iskp' },
  { parent: 'ISIL', branch: 'Afghanistan affiliate', short: 'ISKP', known: 'iskp' },
  { parent: 'Al-Qaeda', branch: 'Yemen branch', short: 'AQAP', known: 'aqap' },
  { parent: 'Ansar al-Darun', branch: 'northern branch', short: 'Ansar-N', known: undefined },
  { parent: 'Jaysh Velka', branch: 'southern wing', short: 'JV-S', known: undefined },
  { parent: 'Boko Haram', branch: 'Borno faction', short: 'BH-B', known: undefined },
  { parent: 'The People’s Front', branch: 'armed wing', short: 'PFA', known: undefined },
]

const RULERS = ['Taliban', 'junta', 'Houthi movement', 'transitional council']

export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const PEOPLE = [
  {
    security: 'Abdul Sayed',
    moiz: 'Ibrahim Moiz',
    koskinas: 'Ioannis Koskinas',
    baheer: 'Obaidullah Baheer',
  },
  {
    security: 'Lena Ostberg',
    moiz: 'Tomas Verin',
    koskinas: 'Marcus Ellery',
    baheer: 'Nadia Rahimi',
  },
  {
    security: 'Yusuf Adan',
    moiz: 'Grace Okello',
    koskinas: 'Piotr Malinowski',
    baheer: 'Hamid Farouk',
  },
  {
    security: 'Maria Delgado',
    moiz: 'Idris Bello',
    koskinas: 'Helen Carver',
    baheer: 'Samira Nasser',
  },
]

const ATTACKERS = [
  'Waqas al Muhajir',
  'Abu Omar al-Velki',
  'Bilal Hassan',
  'Yahya Darani',
  'Juan Carlos Mena',
  'Ivan Petrenko',
  'Abdullahi Sheikh Nur',
]

/** How the attack is called, how it was done, and what that makes it. */
const WEAPONS = [
  {
    attack: 'suicide attack',
    who: 'suicide bomber',
    did: 'detonated his explosives belt at',
    kind: 'suicide-bombing',
    means: 'explosive-belt',
  },
  {
    attack: 'suicide bombing',
    who: 'bomber',
    did: 'blew up his explosive vest near',
    kind: 'suicide-bombing',
    means: 'explosive-belt',
  },
  {
    attack: 'car bomb attack',
    who: 'attacker',
    did: 'detonated his car bomb near',
    kind: 'vehicle-bombing',
    means: 'car-bomb',
  },
  {
    attack: 'gun attack',
    who: 'gunman',
    did: 'opened fire with an assault rifle on',
    kind: 'armed-assault',
    means: 'assault-rifle',
  },
  {
    attack: 'grenade attack',
    who: 'attacker',
    did: 'threw a hand grenade at',
    kind: 'grenade-attack',
    means: 'grenade',
  },
  {
    attack: 'truck bombing',
    who: 'driver',
    did: 'rammed a truck bomb into',
    kind: 'vehicle-bombing',
    means: 'truck-bomb',
  },
  {
    attack: 'knife attack',
    who: 'assailant',
    did: 'attacked with a knife',
    kind: 'armed-assault',
    means: 'knife',
  },
  {
    attack: 'shooting',
    who: 'shooter',
    did: 'fired a pistol at',
    kind: 'armed-assault',
    means: 'pistol',
  },
]

const NUMBERS = [
  { word: 'two', atLeast: 2, atMost: 2 },
  { word: 'three', atLeast: 3, atMost: 3 },
  { word: 'at least seven', atLeast: 7 },
  { word: '11', atLeast: 11, atMost: 11 },
  { word: 'more than 20', atLeast: 20 },
  { word: 'five', atLeast: 5, atMost: 5 },
  { word: 'twenty-three', atLeast: 23, atMost: 23 },
  { word: 'a dozen', atLeast: 12, atMost: 12 },
  { word: 'at least 18', atLeast: 18 },
]

/** Ways to tell the toll; `A` and `B` are the two parties, `attack` the trigger. */
const TOLLS = [
  'The attack killed A and B.',
  'A and B were killed in the attack.',
  'The attack left A and B dead.',
  'A and B died in the attack.',
  'The attack killed A. It also killed B.',
  'The attack claimed the lives of A and B.',
  'A and B lost their lives in the attack.',
  'Officials said A and B were killed in the attack.',
]

const CLAIMS = [
  'G was quick to claim responsibility.',
  'G claimed responsibility for the attack.',
  'G said it was behind the attack.',
  'Responsibility for the attack was claimed by G.',
  'G claimed the attack.',
  'G took responsibility for the attack.',
  'In a statement, G claimed responsibility for the attack.',
]

const OUTLETS = ['TRT World', 'Al Jazeera', 'the Darun Post', 'Reuters']

const AGENCIES = ['Amaq', 'Al-Naba', 'Velka Media']

/** Clauses in another order: what stands in the report, and how it may be put. */
export const ORDERS: readonly (readonly [string, string])[] = [
  [
    "Afghanistan's security scenario faces a major challenge as Monday's suicide attack against a foreign entity in its capital city Kabul exposes the Taliban's vulnerabilities.",
    "As Monday's suicide attack against a foreign entity in its capital city Kabul exposes the Taliban's vulnerabilities, Afghanistan's security scenario faces a major challenge.",
  ],
  [
    'but also to foreign countries,” Sayed tells TRT World.',
    'but also to foreign countries,” says Sayed.',
  ],
  ['he tells TRT World.', 'he says.'],
  [
    "Independent security analysts also suggest that Daesh not only wants to spread chaos in Afghanistan but also aims to aggravate the Taliban's financial and political isolation.",
    "Daesh not only wants to spread chaos in Afghanistan but also aims to aggravate the Taliban's financial and political isolation, Independent security analysts suggest.",
  ],
  [
    'a free hand to terror groups like Daesh, experts say.',
    'a free hand to terror groups like Daesh, according to experts.',
  ],
]

/** Paragraphs that may be left out, by their first words, with the statements that go with them. */
export const PARAGRAPHS = {
  chorus: 'Sayed is not the only analyst',
  perception: 'The common perception',
  works: 'Daesh’s increasing pressure',
  independent: 'Independent security analysts',
  experts: 'The terror group seeks',
  moiz: '“It appears to be',
  koskinas: '“One reason',
  baheer: '“The attack certainly',
  official: 'With the attack, Daesh shows',
}

/** Draws from lists, the same for the same seed. */
function drawer(seed: number): Draw {
  let state = seed >>> 0
  return <T>(list: readonly T[]): T => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39)
    return list[((mixed ^ (mixed >>> 15)) >>> 0) % list.length] as T
  }
}

type Draw = <T>(list: readonly T[]) => T

/** All that is decided for one variant; number 0 decides for what the report itself says. */
export function choose(number: number) {
  const draw: Draw = number === 0 ? ([first]) => first as never : drawer(number * 7919)
  const isVariant = number > 0
  return {
    country: draw(COUNTRIES),
    guest: draw(GUESTS),
    group: draw(GROUPS),
    ruler: draw(RULERS),
    people: draw(PEOPLE),
    attacker: draw(ATTACKERS),
    weapon: draw(WEAPONS),
    employees: draw(NUMBERS),
    civilians: isVariant ? draw(NUMBERS.slice(1)) : { word: 'four', atLeast: 4, atMost: 4 },
    outlet: draw(OUTLETS),
    agency: draw(AGENCIES),
    toll: draw(TOLLS),
    claim: draw(CLAIMS),
    weekday: isVariant ? draw(DAYS) : 'Monday',
    publishedAt: draw(['2022-09-08', '2019-03-14', '2024-11-02', '2017-06-30']),
    gone: Object.keys(PARAGRAPHS).filter(() => isVariant && draw([true, false, false, false])),
    reordered: ORDERS.filter(() => isVariant && draw([true, false, false])),
  }
}

export type Choice = ReturnType<typeof choose>
