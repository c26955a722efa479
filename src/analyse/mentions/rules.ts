import type { NamedRule } from '../../records/index.ts'

/** A name of somebody or something that acts. */
const name: NamedRule = {
  name: 'name',
  examples: {
    'Dana Lor fled.': 'Dana Lor',
    'The nurse fled.': '-',
  },
}

/** A noun phrase for somebody, and what the text says of a name beside it. */
const description: NamedRule = {
  name: 'description',
  examples: {
    'Gunmen fled.': 'Gunmen',
    'It rained.': '-',
  },
}

/** A pronoun whose noun can be told. */
const pronoun: NamedRule = {
  name: 'pronoun',
  examples: {
    'The rebels entered the town. They attacked the barracks.': 'They',
    'It rained.': '-',
  },
}

/** Whom somebody belongs to. */
const member: NamedRule = {
  name: 'member',
  examples: {
    'Members of the Front attacked a patrol.': 'Front',
    'Dana Lor fled.': '-',
  },
}

/** All ways of finding who is spoken of. */
export const MENTION_RULES: readonly NamedRule[] = [name, description, pronoun, member]
