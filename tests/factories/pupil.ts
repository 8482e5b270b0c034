import { insert, newId } from './insert'

export type TestPupil = Awaited<ReturnType<typeof aPupil>>

type PupilOver = {
  givenName?: string
  familyName?: string
  dateOfBirth?: string
  yearGroup?: number
  upn?: string | null
  classId?: string | null
  /** 'none' for a pupil who is not on the register. */
  status?: 'sen-support' | 'ehc-plan' | 'none'
  statusFrom?: string
  statusUntil?: string | null
  need?: string
  /** The day the pupil was first recorded here; the day of the test run where a test does not say. */
  recordedOn?: string
}

/** A pupil on SEN support since before the year began, with one need. */
export async function aPupil(school: { id: string }, over: PupilOver = {}) {
  const {
    status = 'sen-support',
    statusFrom = '2025-09-03',
    statusUntil = null,
    need = 'SLCN',
    recordedOn,
    ...rest
  } = over
  const pupil = {
    id: newId(),
    schoolId: school.id,
    givenName: 'Amira',
    familyName: 'Khan',
    dateOfBirth: '2018-05-03',
    yearGroup: 4,
    upn: null,
    classId: null,
    ...rest,
  }
  await insert('pupils', {
    school_id: school.id,
    id: pupil.id,
    given_name: pupil.givenName,
    family_name: pupil.familyName,
    date_of_birth: pupil.dateOfBirth,
    year_group: pupil.yearGroup,
    upn: pupil.upn,
    class_id: pupil.classId,
    ...(recordedOn && { created_at: `${recordedOn}T09:00:00Z` }),
  })
  const statusId = newId()
  if (status !== 'none') {
    await insert('sen_statuses', {
      school_id: school.id,
      id: statusId,
      pupil_id: pupil.id,
      status,
      from_on: statusFrom,
      until_on: statusUntil,
    })
    await insert('sen_needs', {
      school_id: school.id,
      id: newId(),
      pupil_id: pupil.id,
      code: need,
      rank: 1,
      from_on: statusFrom,
    })
  }
  return { ...pupil, statusId }
}
