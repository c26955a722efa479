/** What each reason adds to the log odds that two events are one. Fitted on the labelled groups of `bench/labels` (open part, by cross-validation over pools), then rounded; what says little there was left out. */
export const WEIGHTS = {
  /** Most pairs are of two incidents. */
  start: -5.9,

  publishedSame: 2.9,
  publishedNext: 2.2,
  /** Two or three days apart. */
  publishedNear: 0.4,
  publishedFar: -3,

  /** A day that both name. */
  day: 0.7,
  /** Both name days, and none is the same: by one day (what is told on the next is often of the day before), by more. */
  dayNext: -0.9,
  dayFar: -2,

  /** For a town that both name; a province counts less. */
  place: 1.6,
  /** Neither names where the other was. */
  placeOther: -1.7,
  /** The towns are told apart though the province is one. */
  placeBeside: -1,
  countryOther: -2,

  /** As many dead, nearly as many, by far not as many. */
  killedSame: 2.5,
  killedNear: 0.6,
  killedFar: -1.3,
  /** For each number beyond that, up to three. */
  number: 0.3,

  /** A kind that is not told every day. */
  rareKind: 3.2,
  kindFamily: 1.1,

  /** One report is about something else, or both are. */
  oneBeside: -4,
  bothBeside: -4,

  /** Times the likeness of names and words. */
  names: 2.2,
  words: 2,
} as const

/** The same where a report has no day: news of all days and matters, which its words and names have to tell apart. Fitted on ECB+ train. */
export const UNDATED = { start: -4.5, names: 7.5, words: 7.3 } as const
