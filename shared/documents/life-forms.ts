/** The printed forms of a seal's life, and which of them an act has. */

export const lifeFormNames = ['seal-activation', 'seal-disposal', 'seal-loss', 'seal-handover', 'seal-outing'] as const
export type LifeFormName = (typeof lifeFormNames)[number]

const forms: Readonly<Record<string, LifeFormName>> = {
  activated: 'seal-activation',
  resumed: 'seal-activation',
  retired: 'seal-disposal',
  'sealed-away': 'seal-disposal',
  destroyed: 'seal-disposal',
  lost: 'seal-loss',
  found: 'seal-loss',
}

/** By the name of the act as its record keeps it. */
export const formOfAct = (act: string): LifeFormName | undefined => forms[act]

/** The subject type that each of them prints. */
export const lifeFormSubjects: Readonly<Record<LifeFormName, string>> = {
  'seal-activation': 'seal_life_act',
  'seal-disposal': 'seal_life_act',
  'seal-loss': 'seal_life_act',
  'seal-handover': 'seal_handover',
  'seal-outing': 'seal_outing',
}
