type ParentPart = 'Name' | 'Relationship' | 'Email' | 'ParentalResponsibility'
export type UpToFour = 1 | 2 | 3 | 4

/** What a column of a register can mean (domain.md 3.5). */
export type Concept =
  | 'upn'
  | 'fullName'
  | 'familyName'
  | 'givenName'
  | 'preferredName'
  | 'dateOfBirth'
  | 'sex'
  | 'yearGroup'
  | 'className'
  | 'status'
  | 'statusFrom'
  | 'statusUntil'
  | 'need'
  | 'needRank'
  | `need${UpToFour}`
  | 'reviewDue'
  | 'homeLanguage'
  | `parent${UpToFour}${ParentPart}`

/** The part of a heading that matters: case, spaces, underscores, points and accents do not. */
export const headingKey = (heading: string) =>
  heading
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
