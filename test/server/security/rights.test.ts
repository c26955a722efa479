import { expect, test } from 'vitest'
import { can, RIGHTS, type Action } from '../../../src/server/guard/can.ts'
import { USER_ROLES, type User, type UserRole } from '../../../src/server/site.ts'

/** Who may do what: with a row of one's own, and with another's. Written out by hand, so that a change of the table in the code shows here. */
const MATRIX = `
  read              viewer+   viewer+
  export            viewer+   viewer+
  save-filter       viewer+   admin+
  end-session       viewer+   admin+
  make-token        viewer+   admin+
  end-token         viewer+   admin+
  change-password   viewer+   admin+
  add-report        coder+    coder+
  see-job           coder+    reviewer+
  steer-job         coder+    reviewer+
  review            coder+    coder+
  undo-review       coder+    reviewer+
  see-coding        coder+    reviewer+
  link              coder+    coder+
  undo-link         coder+    reviewer+
  change-dictionary coder+    reviewer+
  propose           coder+    coder+
  settle-proposal   reviewer+ reviewer+
  assign            reviewer+ reviewer+
  adjudicate        reviewer+ reviewer+
  erase-report      admin+    admin+
  keep-accounts     admin+    admin+
`

const rows = MATRIX.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/) as [Action, string, string])

const user = (role: UserRole): User => ({ name: 'mira', role, profile: 'internal' })
const least = (cell: string): number => USER_ROLES.indexOf(cell.replace('+', '') as UserRole)

// CVE-2026-56424: an action that was allowed on one object was done to another.
test.each(rows)('%s: own rows by %s, those of others by %s', (action, own, foreign) => {
  for (const [i, role] of USER_ROLES.entries()) {
    const may = (row?: { owner?: string }): boolean => {
      try {
        can(user(role), action, row)
        return true
      } catch (error) {
        expect(error).toMatchObject({ code: 'forbidden' })
        return false
      }
    }
    expect(may({ owner: 'mira' }), `${role}, own`).toBe(i >= least(own))
    expect(may({ owner: 'oren' }), `${role}, another's`).toBe(i >= least(foreign))
    expect(may({}), `${role}, nobody's`).toBe(i >= least(foreign))
    expect(may(), `${role}, no row`).toBe(i >= least(foreign))
  }
})

test('the matrix names every action', () => {
  expect(rows.map(([action]) => action)).toEqual(Object.keys(RIGHTS))
})

test('an action or a role that is none of ours is refused', () => {
  expect(() => can(user('admin'), 'toString' as Action)).toThrow(/may not/)
  expect(() => can(user('owner' as UserRole), 'read')).toThrow(/may not/)
})
