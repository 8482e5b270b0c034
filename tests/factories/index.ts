// Defaults are the ordinary case; a test says only what matters to it. One file for each noun: add yours beside them
// and name it here, unless it goes through the commands, which tests in a browser cannot load.
export { auditOf } from './audit'
export { aContact } from './contact'
export { aCycle } from './cycle'
export { aDoNote } from './do-note'
export { anEarlyDiscussion } from './early-discussion'
export { aMeeting } from './meeting'
export { aClass, aMember, aSession, aTeacherOf } from './member'
export { aLongTermOutcome, anOutcome } from './outcome'
export { aPlanLine, aPlanVersion } from './plan-parts'
export { aCatalogueEntry, aProvision } from './provision'
export { aPupil, type TestPupil } from './pupil'
export { aSchool, type TestSchool } from './school'
