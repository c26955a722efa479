export { addOwnActors } from './own-actors.ts'
export { openActors, type ActorIndex, type ActorName, type KnownActor } from './actor-index.ts'
