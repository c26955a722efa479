import type { NamedRule } from '../../records/index.ts'

/** Whom a verb of harm has as its object. */
const patient: NamedRule = {
  name: 'patient',
  examples: {
    'The blast killed three guards.': 'three guards',
    'Three guards were killed in the blast.': 'Three guards',
    'The blast could kill hundreds.': '-',
  },
}

/** Whom a word of harm has as its subject: "died", "left three dead". */
const subject: NamedRule = {
  name: 'subject',
  examples: {
    'Three guards died in the blast.': 'Three guards',
    'The old tree died after the blast.': '-',
  },
}

/** A word of harm that is itself the people: "20 hostages". */
const self: NamedRule = {
  name: 'self',
  examples: {
    'Kidnappers took two hostages.': 'two hostages',
    'Kidnappers spoke to the hostages.': '-',
  },
}

/** A noun of harm with its number: "12 deaths", "no casualties". */
const of: NamedRule = {
  name: 'of',
  examples: {
    'There were no casualties in the bombing.': 'no casualties',
    'Casualties of the bombing were flown out.': '-',
  },
}

/** The number that a toll is said to have come to. */
const toll: NamedRule = {
  name: 'toll',
  examples: {
    'The death toll of the bombing in Darun rose to 17.': '17',
    'The bombing took its toll on trade.': '-',
  },
}

/** "Claimed 12 lives", "lost their lives". */
const lives: NamedRule = {
  name: 'lives',
  examples: {
    'The attack claimed the lives of five policemen.': 'five policemen',
    'The attack changed the lives of five policemen.': '-',
  },
}

/** "Lost nine men", "eliminated two rebels". */
const loss: NamedRule = {
  name: 'loss',
  examples: {
    'The army lost nine soldiers in a battle with rebels.': 'nine soldiers',
    'The army lost two towns in a battle with rebels.': '-',
  },
}

/** "Two policemen were among the dead": part of a number told elsewhere. */
const among: NamedRule = {
  name: 'among',
  examples: {
    'The bomb killed eight people. Two policemen were among the dead.': 'Two policemen',
    'The bomb killed eight people. Two policemen were among the guests.': '-',
  },
}

/** "12 people, including three children": part of the number before it. */
const including: NamedRule = {
  name: 'including',
  examples: {
    'The blast killed 12 people, including three children.': 'three children',
    'The blast killed 12 people, destroying three houses.': '-',
  },
}

/** Who is told to be hurt by a part of the body or a wound. */
const body: NamedRule = {
  name: 'body',
  examples: {
    'Gunmen opened fire on a bus. The driver was shot in the leg.': 'The driver',
    'A shell hit a house. A nurse lost an eye.': 'A nurse',
    'Gunmen opened fire on a bus. The driver put a hand on the wheel.': '-',
  },
}

/** A number that stands for a toll told in other words. */
const told: NamedRule = {
  name: 'told',
  examples: {
    'A bomb killed nine men in Darun. The elders put the figure at 14.': '14',
    'A bomb killed nine men in Darun. The number of wounded was 30.': '30',
    'A bomb killed nine men in Darun. The elders put the meeting at 14 Hill Street.': '-',
  },
}

/** Those whom an event of arrest, release, abduction or flight is told of, whatever its verb. */
const done: NamedRule = {
  name: 'done',
  examples: {
    'Rebels carried off fourteen farmers.': 'fourteen farmers',
    'Rebels carried off the farmers.': '-',
  },
}

/** All ways of reading how many were harmed. */
export const FIGURE_RULES: readonly NamedRule[] = [
  patient,
  subject,
  self,
  of,
  toll,
  lives,
  loss,
  among,
  including,
  body,
  told,
  done,
]
