/** Why a value is rejected: in the order of the keys 1 to 7. */
export const REASONS = [
  'not-in-text',
  'wrong-value',
  'wrong-words',
  'other-event',
  'twice',
  'too-vague',
  'other',
] as const
