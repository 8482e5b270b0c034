const forms = (...years: number[]) =>
  years.flatMap((year) => ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((letter) => `${year}${letter}`))

/** Those who work at the secondary; some of them can be signed in as. */
export const SEAVIEW_PEOPLE = [
  { role: 'headteacher', givenName: 'Kofi', familyName: 'Marsden', title: 'Mr', withAccount: true },
  { role: 'governor', givenName: 'Helen', familyName: 'Strand', withAccount: true },
  {
    role: 'class-teacher',
    givenName: 'Amara',
    familyName: 'Dell',
    title: 'Ms',
    classes: ['8F'],
    withAccount: true,
  },
  {
    role: 'teaching-assistant',
    givenName: 'Piotr',
    familyName: 'Lis',
    title: 'Mr',
    classes: ['8F'],
    withAccount: true,
  },
  { role: 'class-teacher', givenName: 'Ines', familyName: 'Okoro', title: 'Mrs', classes: forms(7) },
  {
    role: 'class-teacher',
    givenName: 'Rhys',
    familyName: 'Cowan',
    title: 'Mr',
    classes: forms(8).filter((form) => form !== '8F'),
  },
  { role: 'class-teacher', givenName: 'Bea', familyName: 'Lindqvist', title: 'Ms', classes: forms(9) },
  { role: 'class-teacher', givenName: 'Samir', familyName: 'Haddad', title: 'Mr', classes: forms(10) },
  { role: 'class-teacher', givenName: 'Nell', familyName: 'Byrne', title: 'Mrs', classes: forms(11) },
] as const
