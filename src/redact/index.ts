/** What a reader may see of the records: everything, within the house. Profiles that withhold come here, and nowhere else. */
export type Profile = 'internal'

/** Records as a profile may see them. Every answer of the server and every export passes here. */
export function redact<Records>(records: Records, profile: Profile): Records {
  switch (profile) {
    case 'internal':
      return records
  }
}
