export { makeApp } from './app.ts'
export { serve, type Served } from './serve.ts'
export type { Site, User, UserRole } from './site.ts'
