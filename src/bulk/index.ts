// `add-all.ts` is a door of its own: it needs the store, which reading alone must not wait for.
export { newReader } from './chunk.ts'
export { chunkItems, inOrder } from './chunks.ts'
export type { Outcome, Task } from './outcome.ts'
export { openPool, type Pool, type PoolOptions } from './pool.ts'
export {
  readAll,
  taskOf,
  type Progress,
  type ReadOptions,
  type ReadTools,
  type Streams,
} from './read-all.ts'
export { readTask } from './task.ts'
