/** For staff, everything; for the family, what was shared. */
export const EDITIONS = ['staff', 'family'] as const
export const FORMATS = ['pdf', 'docx'] as const

export type Edition = (typeof EDITIONS)[number]
export type CopyFormat = (typeof FORMATS)[number]
export type CopyAsked = { readonly edition: Edition; readonly format: CopyFormat }

/** "staff.pdf", "family.docx": the last part of a copy's address; null where it names none. */
export function copyAsked(file: string): CopyAsked | null {
  const [name, ending] = file.split('.')
  const edition = EDITIONS.find((each) => each === name)
  const format = FORMATS.find((each) => each === ending)
  return edition && format && file === `${edition}.${format}` ? { edition, format } : null
}

/** What the file is called where it is kept: never a child's name. */
export const copyFileName = ({ edition, number }: { edition: Edition; number: number }, format: CopyFormat) =>
  `sen-support-plan-${edition}-version-${number}.${format}`

/** What a browser is told the file is. */
export const contentTypes: Record<CopyFormat, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}
