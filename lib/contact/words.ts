/** What a teacher reads beside a restricted contact: that, and nothing of why (domain.md 6, Parents). */
export const RESTRICTED_BANNER = 'Check with the SENCO before you speak or write to this person'

/** What makes somebody a parent in law, in words: "Parental responsibility, cares for Amira". */
export function parentWords(
  contact: { hasParentalResponsibility: boolean; caresForPupil: boolean },
  givenName: string,
): string {
  const has = contact.hasParentalResponsibility ? 'Parental responsibility' : 'No parental responsibility'
  const cares = contact.caresForPupil ? `cares for ${givenName}` : `does not care for ${givenName}`
  return `${has}, ${cares}`
}
