export { openEventWords, type EventWords } from './event-words.ts'
export type { EventContext } from './scene.ts'
export { readEvents } from './read-events.ts'
