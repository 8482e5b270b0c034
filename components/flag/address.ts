/** The address of an act inside a school; what begins with a question mark is about Today itself. */
export const inSchool = (schoolSlug: string, path: string) =>
  path.startsWith('?') ? `/schools/${schoolSlug}${path}` : `/schools/${schoolSlug}/${path}`
