import type { NamedRule } from '../../records/index.ts'

/** A verb of the list of triggers, with what its sense needs around it. */
const verbTrigger: NamedRule = {
  name: 'verb-trigger',
  examples: {
    'Gunmen ambushed a patrol.': 'ambushed',
    'Police arrested three men.': 'arrested',
    'The striker shot wide in the last minute of the match.': '-',
  },
}

/** A noun of the list of triggers, with the compound that it heads. */
const nounTrigger: NamedRule = {
  name: 'noun-trigger',
  examples: {
    'The car bombing shook the town.': 'car bombing',
    'The mayor had a heart attack.': '-',
  },
}

/** A time among the words of the trigger itself. */
const ownTime: NamedRule = {
  name: 'own-time',
  examples: {
    'A bomb exploded on 3 May 2021.': '3 May 2021',
    'A bomb exploded near the bridge.': '-',
  },
}

/** A time of the clause that the trigger stands in. */
const clauseTime: NamedRule = {
  name: 'clause-time',
  examples: {
    'The raid began in May 2021.': 'May 2021',
    'A bomb exploded on 3 May 2021.': '-',
  },
}

/** A time of the sentence, where the clause has none. */
const sentenceTime: NamedRule = {
  name: 'sentence-time',
  examples: {
    'The army left on 3 May 2021, when a bomb exploded.': '3 May 2021',
    'A bomb exploded.': '-',
  },
}

/** A place among the words of the trigger itself. */
const ownPlace: NamedRule = {
  name: 'own-place',
  examples: {
    'A bomb exploded in Darun.': 'Darun',
    'The minister of Darun condemned the bombing.': '-',
  },
}

/** A place of the clause that the trigger stands in. */
const clausePlace: NamedRule = {
  name: 'clause-place',
  examples: {
    'The raid began in Darun.': 'Darun',
    'A bomb exploded in Darun.': '-',
  },
}

/** A place of the sentence, where the clause has none. */
const sentencePlace: NamedRule = {
  name: 'sentence-place',
  examples: {
    'In Kabul, the army said that rebels had attacked a patrol.': 'Kabul',
    'A bomb exploded.': '-',
  },
}

/** The time of what an event is part of. */
const wholeTime: NamedRule = {
  name: 'whole-time',
  examples: {
    'Police raided a house in Darun on 4 March 2024. The officers arrested two men.':
      '4 March 2024',
    'Police raided a house in Darun. The officers arrested two men.': '-',
  },
}

/** The place of what an event is part of. */
const wholePlace: NamedRule = {
  name: 'whole-place',
  examples: {
    'Police raided a house in Darun on Monday. The officers arrested two men.': 'Darun',
    'Police raided a house. The officers arrested two men.': '-',
  },
}

/** The time of what the same people did a sentence or more before. */
const paragraphTime: NamedRule = {
  name: 'paragraph-time',
  examples: {
    'Gunmen attacked a village in Darun on 4 March 2024. The gunmen burned two houses.':
      '4 March 2024',
    'Gunmen attacked a village in Darun on 4 March 2024. Rebels burned two houses.': '-',
  },
}

/** The place of what the same people did a sentence or more before. */
const paragraphPlace: NamedRule = {
  name: 'paragraph-place',
  examples: {
    'Gunmen attacked a village in Darun on Monday. The gunmen burned two houses.': 'Darun',
    'Gunmen attacked a village in Darun on Monday. Rebels burned two houses.': '-',
  },
}

/** The place that the paragraph told last, where an act points back to what was done there. */
const sceneAsPlace: NamedRule = {
  name: 'scene-place',
  examples: {
    'A patrol looked for a trader in Darun. Two men were killed during the search.': 'Darun',
    'A patrol looked for a trader in Darun. Two men were killed.': '-',
  },
}

/** A building that a verb says something happened to or at. */
const verbSite: NamedRule = {
  name: 'verb-site',
  examples: {
    'Gunmen stormed a farm.': 'a farm',
    'Gunmen killed a judge.': '-',
  },
}

/** A building that a noun says something happened to or at. */
const nounSite: NamedRule = {
  name: 'noun-site',
  examples: {
    'The attack on the embassy failed.': 'the embassy',
    'The attack on the judge failed.': '-',
  },
}

/** Who does it and to whom, around a verb. */
const verbRoles: NamedRule = {
  name: 'verb-roles',
  examples: {
    'Gunmen attacked a patrol.': 'Gunmen | a patrol',
    'A patrol was attacked by gunmen.': 'A patrol | gunmen',
    'The bus crashed into a wall.': '-',
  },
}

/** Who does it and to whom, around a noun. */
const nounRoles: NamedRule = {
  name: 'noun-roles',
  examples: {
    'The rebels’ attack on the barracks failed.': 'The rebels | the barracks',
    'The attack failed.': '-',
  },
}

/** Both sides, around a verb that has no perpetrator. */
const verbParties: NamedRule = {
  name: 'verb-parties',
  examples: {
    'Soldiers clashed with rebels.': 'Soldiers | rebels',
    'The ministers clashed over the budget.': '-',
  },
}

/** Both sides, around a noun that has no perpetrator. */
const nounParties: NamedRule = {
  name: 'noun-parties',
  examples: {
    'The army’s clash with the militia went on.': 'The army | the militia',
    'Clashes went on.': '-',
  },
}

/** "The target was X": a sentence of its own tells the role. */
const saidToBe: NamedRule = {
  name: 'said-to-be',
  examples: {
    'A bomb exploded in Darun. The target was the embassy.': 'the embassy',
    'A bomb exploded in Darun. The target was missed.': '-',
  },
}

/** "The attacker was identified as X". */
const identifiedAs: NamedRule = {
  name: 'identified-as',
  examples: {
    'A bomb exploded in Darun. The attacker was identified as Oren Talit.': 'Oren Talit',
    'A bomb exploded in Darun. The dead were identified.': '-',
  },
}

/** The group that those who did it are said to belong to. */
const groupBehind: NamedRule = {
  name: 'group-behind',
  examples: {
    'Hamas gunmen killed two men in Darun.': 'Hamas',
    'Masked gunmen killed two men in Darun.': '-',
  },
}

/** Whoever a number counts among the dead, hurt or taken. */
const counted: NamedRule = {
  name: 'counted',
  examples: {
    'A bomb exploded in Darun. Monitors counted 13 dead.': '13',
    'A bomb exploded in Darun. Monitors counted 13 craters.': '-',
  },
}

/** Who claims to have done it. */
const claim: NamedRule = {
  name: 'claim',
  examples: {
    'A bomb exploded in Darun. The rebels claimed responsibility for the attack.': 'The rebels',
    'A bomb exploded in Darun. The rebels denied responsibility.': '-',
  },
}

/** A claim of responsibility. */
const claimClaims: NamedRule = {
  name: 'claim-claims',
  examples: {
    'A bomb exploded in Darun. The rebels claimed responsibility for the attack.':
      'claimed responsibility',
    'The blast claimed five lives.': '-',
  },
}

/** A denial of responsibility. */
const claimDenies: NamedRule = {
  name: 'claim-denies',
  examples: {
    'A bomb exploded in Darun. The rebels denied responsibility.': 'denied responsibility',
    'A bomb exploded in Darun. The rebels denied a rift.': '-',
  },
}

/** Word that nobody has claimed responsibility. */
const claimNone: NamedRule = {
  name: 'claim-none',
  examples: {
    'A bomb exploded in Darun. No group has claimed responsibility.': 'claimed responsibility',
    'A bomb exploded in Darun. No group has a flag.': '-',
  },
}

/** What was used. */
const means: NamedRule = {
  name: 'means',
  examples: {
    'A car bomb exploded in Darun.': 'car bomb',
    'The air force denied that it had attacked the village.': '-',
  },
}

/** All ways of reading an event's values; damage and size have rules of their own kind. */
export const EVENT_RULES: readonly NamedRule[] = [
  verbTrigger,
  nounTrigger,
  ownTime,
  clauseTime,
  sentenceTime,
  ownPlace,
  clausePlace,
  sentencePlace,
  wholeTime,
  wholePlace,
  paragraphTime,
  paragraphPlace,
  sceneAsPlace,
  verbSite,
  nounSite,
  verbRoles,
  nounRoles,
  verbParties,
  nounParties,
  saidToBe,
  identifiedAs,
  groupBehind,
  counted,
  claim,
  claimClaims,
  claimDenies,
  claimNone,
  means,
]
