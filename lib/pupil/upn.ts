// The 23 letters a UPN may hold: I, O and S look too much like digits.
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const LENGTH = 13
const NOT_SHOWN_IN_A_UPN = /\s/g

/** A UPN as it is kept: upper case and without spaces (domain.md 3.3). */
export const normaliseUpn = (text: string) => text.replace(NOT_SHOWN_IN_A_UPN, '').toUpperCase()

/** The check letter that belongs to characters 2 to 13: each value times its place, modulo 23. */
function checkLetter(upn: string): string {
  const sum = Array.from(upn).reduce((total, character, index) => {
    if (index === 0) return total
    const value = LETTERS.includes(character) ? LETTERS.indexOf(character) : Number(character)
    return total + value * (index + 1)
  }, 0)
  return LETTERS.charAt(sum % LETTERS.length)
}

/**
 * What is wrong with a unique pupil number, permanent or temporary, in words; `null` when nothing is. The local
 * authority in it is not checked: those numbers change (domain.md 3.3).
 */
export function upnProblem(upn: string): string | null {
  const text = normaliseUpn(upn)
  if (text.length !== LENGTH) return `UPN must have 13 characters; this one has ${text.length}`
  const first = text.charAt(0)
  if (!LETTERS.includes(first)) return 'UPN must begin with a capital letter other than I, O or S'
  if (!/^\d{11}$/.test(text.slice(1, 12))) return 'UPN must have 11 digits after its first letter'
  const last = text.charAt(12)
  if (!/\d/.test(last) && !LETTERS.includes(last))
    return 'UPN must end in a digit, or in a letter other than I, O or S'
  const expected = checkLetter(text)
  if (first === expected) return null
  return `UPN begins with ${first}, but its check letter should be ${expected}: check every character`
}
