/** ACLED's event type and disorder type of each sub-event type. */
export const EVENT_TYPES: Readonly<
  Record<string, { readonly event_type: string; readonly disorder_type: string }>
> = {
  ...typed('Battles', 'Political violence', [
    'Government regains territory',
    'Non-state actor overtakes territory',
    'Armed clash',
  ]),
  ...typed('Protests', 'Political violence; Demonstrations', [
    'Excessive force against protesters',
  ]),
  ...typed('Protests', 'Demonstrations', ['Protest with intervention', 'Peaceful protest']),
  ...typed('Riots', 'Demonstrations', ['Violent demonstration']),
  ...typed('Riots', 'Political violence', ['Mob violence']),
  ...typed('Explosions/Remote violence', 'Political violence', [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ]),
  ...typed('Violence against civilians', 'Political violence', [
    'Sexual violence',
    'Attack',
    'Abduction/forced disappearance',
  ]),
  ...typed('Strategic developments', 'Strategic developments', [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ]),
}

function typed(event_type: string, disorder_type: string, subs: readonly string[]) {
  return Object.fromEntries(subs.map((sub) => [sub, { event_type, disorder_type }]))
}
