import { defineConfig } from 'vitest/config'

const WORKBENCH = 'test/workbench/**/*.test.ts'

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'all else',
          include: ['test/**/*.test.ts'],
          exclude: [WORKBENCH],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // One browser at a time, and after all else: what it measures of a screen is of that screen alone.
        extends: true,
        test: {
          name: 'workbench',
          include: [WORKBENCH],
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
