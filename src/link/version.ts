/** Raised whenever profiles, block keys, scores or components of the same readings are others than before: what two versions made of events is not compared. */
export const LINKING = 2
