/** The layers of records that a person may mark whole in a report. */
export const LAYERS = ['actors', 'events', 'statements', 'times', 'places'] as const
export type Layer = (typeof LAYERS)[number]
