import type { Concept } from './concepts.rules'

/** The headings a concept is known by. */
export type Headings = readonly [Concept, readonly string[]]

/** Headings by concept, the surest first: “Legal Surname” is the family name where “Surname” stands beside it. */
export const PUPIL_HEADINGS: readonly Headings[] = [
  ['upn', ['UPN', 'Unique Pupil Number', 'Pupil UPN', 'UPN Number', 'Unique Pupil No', 'Student UPN']],
  [
    'familyName',
    [
      'Legal Surname',
      'Legal Last Name',
      'Legal Family Name',
      'Surname',
      'Last Name',
      'Family Name',
      'Pupil Surname',
      'Student Surname',
      'Preferred Surname',
      'Preferred Last Name',
    ],
  ],
  [
    'givenName',
    [
      'Legal Forename',
      'Legal First Name',
      'Legal Given Name',
      'Forename',
      'First Name',
      'Given Name',
      'Forenames',
      'Given Names',
      'Pupil Forename',
      'Student Forename',
    ],
  ],
  [
    'preferredName',
    [
      'Preferred Forename',
      'Preferred First Name',
      'Preferred Name',
      'Known As',
      'Chosen Name',
      'Preferred Given Name',
    ],
  ],
  [
    'fullName',
    [
      'Full Name',
      'Student Name',
      'Pupil Name',
      'Legal Full Name',
      'Preferred Full Name',
      'Name',
      'Student',
      'Pupil',
      'Learner Name',
    ],
  ],
  [
    'dateOfBirth',
    ['Date of Birth', 'DOB', 'Birth Date', 'D.O.B.', 'Birthdate', 'Date of birth (dd/mm/yyyy)'],
  ],
  ['sex', ['Sex', 'Legal Sex', 'Gender', 'Legal Gender']],
  [
    'yearGroup',
    [
      'Year Group',
      'NC Year',
      'Year',
      'Yr',
      'Curriculum Year',
      'NC Year Actual',
      'NCyearActual',
      'Year taught in',
      'National Curriculum Year',
      'Curriculum NC Year',
      'Yr Group',
      'Current NC Year',
    ],
  ],
  [
    'className',
    [
      'Class',
      'Class Name',
      'Reg',
      'Reg Group',
      'Registration Group',
      'Registration Form',
      'Tutor Group',
      'Form',
      'Reg Form',
      'Form Group',
      'Registration',
    ],
  ],
  ['homeLanguage', ['Home Language', 'First Language', 'Language', 'Mother Tongue', 'Home Language Name']],
]
