export { addAll, addItems, readyReport, type AddTools, type Import } from './add-all.ts'
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
