import { PAGES } from './pages.words'

// What each act in the trail is called, as it follows a name. The trail keeps no word about a child,
// so neither does its sentence: ids stay out, and of a change it names the fields, not what they held.
const ACTS: Readonly<Record<string, string>> = {
  'pupil.opened': 'opened the record',
  'pupil.added': 'added the pupil',
  'pupil.changed': 'changed the pupil’s details',
  'pupil-staff.named': 'named a member of staff for the pupil',
  'pupil-staff.ended': 'ended that a member of staff is named for the pupil',
  'sen-support.started': 'put the pupil on SEN support',
  'sen-support.ended': 'ended SEN support',
  'ehc-plan.started': 'recorded an EHC plan',
  'ehc-plan.ended': 'recorded that the EHC plan ended',
  'sen-needs.set': 'changed the needs',
  'parent-notification.recorded': 'recorded that a parent or the young person was told of SEN support',
  'contact.added': 'added a parent or carer',
  'contact.changed': 'changed a parent’s or carer’s details',
  'contact.linked': 'linked a parent or carer who was on record already',
  'contact.restricted': 'set a restriction on a parent or carer',
  'contact.restriction-lifted': 'ended a restriction on a parent or carer',
  'parent.given-access': 'let a parent sign in',
  'concern.raised': 'wrote down a concern',
  'concern.answered': 'decided on a concern',
  'concern.talked-over': 'recorded that a decision was talked over',
  'concern.strategy-added': 'wrote down a strategy',
  'concern.strategy-ended': 'wrote down what came of a strategy',
  'early-discussion.written': 'wrote the note of an early discussion',
  'early-discussion.changed': 'changed the note of an early discussion',
  'early-discussion.given': 'recorded that a parent has the note of an early discussion',
  'advice.mentioned': 'recorded that the family was told of the advice service',
  'counting.set': 'set how meetings are counted',
  'cycle.started': 'started a cycle',
  'cycle.assessed': 'finished Assess',
  'cycle.review-begun': 'began the review',
  'cycle.closed': 'closed the cycle',
  'assessment.kept': 'wrote in Assess',
  'assessment.source-added': 'added a source to Assess',
  'assessment.source-changed': 'changed a source in Assess',
  'assessment.asked': 'asked a colleague what they know',
  'assessment.request-withdrawn': 'took back a request to a colleague',
  'assessment.annotated': 'set a note beside what the family says',
  'assessment.baseline-added': 'wrote down a starting point',
  'open-question.asked': 'wrote down what is still to be found out',
  'open-question.answered': 'wrote down what was found out',
  'class-check.made': 'checked the progress of the class',
  'plan.drafted': 'wrote in the plan',
  'plan.activated': 'brought the plan into force',
  'plan.answered': 'wrote down what a parent or the pupil says of the plan',
  'plan.asked': 'wrote down an attempt to ask about the plan',
  'plan.change-opened': 'began a change of the plan',
  'plan.change-dropped': 'dropped a change of the plan',
  'plan.published': 'published a change of the plan',
  'plan.copied': 'took a copy of the plan',
  'suggestion.added': 'wrote down which extra help a parent thinks would work',
  'suggestion.answered': 'answered what a parent suggested',
  'plan.told-responsible': 'told a parent who is responsible now',
  'outcome.added': 'added an outcome',
  'outcome.changed': 'changed an outcome',
  'outcome.removed': 'took an outcome out of the plan',
  'long-term-outcome.added': 'proposed a long-term outcome',
  'long-term-outcome.changed': 'changed a long-term outcome',
  'long-term-outcome.moved': 'took a long-term outcome a step on',
  'provision.added': 'added a provision',
  'provision.changed': 'changed a provision',
  'provision.removed': 'took a provision out of the plan',
  'plan-line.added': 'added a line for every day to the plan',
  'plan-line.changed': 'changed a line for every day of the plan',
  'plan-line.removed': 'took a line for every day out of the plan',
  'plan.read': 'said that they have read the plan',
  'participation.written': 'wrote down how the pupil joined in',
  'absence.recorded': 'wrote down that the pupil is away',
  'absence.changed': 'changed how long the pupil is away',
  'absence.withdrawn': 'took back that the pupil is away',
  'staff-absence.recorded': 'wrote down that somebody of the staff is away',
  'staff-absence.withdrawn': 'took back that somebody of the staff is away',
  'do-note.written': 'wrote a Do note',
  'do-note.corrected': 'corrected a Do note',
  'do-note.question-asked': 'asked back about a Do note',
  'do-note.question-answered': 'answered a question about a Do note',
  'oversight.noted': 'looked at what others give',
  'measurement.recorded': 'wrote down a measurement',
  'measurement.corrected': 'corrected a measurement',
  'observation.written': 'wrote down an observation',
  'observation.corrected': 'corrected an observation',
  'attachment.added': 'attached a file',
  'attachment.opened': 'opened an attached file',
  'review.recorded': 'recorded the review',
  'review.draft-saved': 'saved a draft of the review',
  'review.moved': 'agreed another day for the review',
  'review.expected': 'noted when a late review is expected',
  'review.views-added': 'added views to the review',
  'specialist.recorded': 'recorded that a specialist was asked',
  'specialist.changed': 'changed the record of a specialist',
  'watch.checked': 'checked how it goes without SEN support',
  'support-end.told': 'recorded that a parent or the young person was told that SEN support ended',
  'invitation.sent': 'invited to a parent meeting',
  'invitation.answered': 'answered an invitation to a parent meeting',
  'invitation.link-refused': 'opened a link that no longer answers an invitation',
  'parent-point.brought': 'brought points to a parent meeting',
  'meeting-round.started': 'started a meeting round',
  'meeting-round.hours-set': 'set when staff are there in a meeting round',
  'meeting-round.rooms-set': 'set the rooms of a meeting round',
  'meeting-round.constraints-set': 'set what matters in a meeting round',
  'meeting-round.proposed': 'proposed the timetable of a meeting round',
  'meeting-round.pupil-changed': 'said what a meeting of a round needs',
  'meeting-round.pupil-placed': 'placed a meeting of a round',
  'meeting-round.pupil-taken-out': 'took a pupil out of a meeting round',
  'meeting-round.published': 'published a meeting round',
  'meeting-round.meeting-arranged': 'arranged a meeting from a round',
  'meeting-round.time-chosen': 'chose the time of a meeting',
  'meeting-round.link-refused': 'was refused with a link to choose a time',
  'meeting-round.closed': 'closed a meeting round',
  'parent-meeting.arranged': 'arranged a parent meeting',
  'parent-meeting.moved': 'moved a parent meeting',
  'parent-meeting.pupil-heard': 'wrote down what the pupil wants said at a parent meeting',
  'parent-meeting.prepared': 'said that a parent meeting is prepared',
  'parent-meeting.held': 'recorded a parent meeting as held',
  'parent-meeting.not-held': 'recorded that a parent meeting was not held',
  'parent-meeting.recorded': 'wrote the record of a parent meeting',
  'parent-meeting.record-changed': 'changed the record of a parent meeting',
  'parent-meeting.record-signed': 'signed off the record of a parent meeting',
  'parent-meeting.record-amended': 'amended the signed record of a parent meeting',
  'record-copy.link-refused': 'was refused a record of a meeting with a link that opens nothing',
  'record-copy.born-refused': 'was refused a record of a meeting: the date of birth was wrong',
  'record-copy.read': 'read the record of a meeting with a link',
  'record-question.asked': 'asked for a line of a record to be explained',
  'record-question.answered': 'explained a line of a record to a parent',
  'family-note.kept': 'kept their own notes of a meeting, which nobody else reads',
  'parent-point.answered': 'noted what became of something a parent brought',
  'parent-meeting.record-given': 'noted that a parent has a copy of the record of a meeting',
}

const spelledOut = (field: string) =>
  field
    .replace(/(On|Until)$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()

// A page that has no words of its own is said by the branch it stands on: `parent-meetings/record`.
const BRANCHES: Readonly<Record<string, string>> = {
  'parent-meetings': 'a parent meeting',
  family: 'a page for the family',
}

const pageWords = (page: string) => PAGES[page] ?? BRANCHES[page.split('/')[0] ?? '']

const isWord = (value: unknown): value is string => typeof value === 'string'

/** Whether the trail has a sentence of its own for an act. */
export const isKnownAct = (action: string): boolean => action in ACTS

/** What somebody did, in plain words after their name: "changed the pupil’s details: class, home language". */
export function actWords(action: string, details: Readonly<Record<string, unknown>>): string {
  const known = ACTS[action]
  // an act of a later version of the service: its own name, spelled out
  if (known === undefined) return action.replace(/[.-]/g, ' ')
  if (action === 'pupil.opened') {
    const page = isWord(details['page']) ? pageWords(details['page']) : undefined
    return page === undefined ? known : `opened ${page}`
  }
  const fields = Array.isArray(details['fields']) ? details['fields'].filter(isWord).map(spelledOut) : []
  return fields.length > 0 ? `${known}: ${fields.join(', ')}` : known
}
