import type { Wish } from '@/lib/outcome/long-term.rules'
/** An outcome and what is given for it, as a school might write them; every word is invented. */
export type DemoPlan = {
  willDo: (name: string) => string
  measure: string
  unit: string
  baseline: number
  target: number
  why: (name: string) => string
  wish: Wish
  impact: string
  provision: { what: string; minutes: number; perWeek: number; groupSize: number; place: string }
  seen: readonly string[]
  said: string
}

const reading: DemoPlan = {
  willDo: (name) => `${name} will read 40 of the 50 words on the list aloud without help`,
  measure: 'Words read aloud from the list',
  unit: 'words',
  baseline: 16,
  target: 40,
  why: (name) => `${name} wants to read comics alone at bedtime`,
  wish: 'pupil',
  impact: 'Reads the class book with one prompt a page',
  provision: {
    what: 'Precision teaching of the word list',
    minutes: 10,
    perWeek: 4,
    groupSize: 1,
    place: 'Library corner',
  },
  seen: [
    'Two new words by sight today.',
    'Read the whole list with three stops.',
    'Tired, but went on to the end.',
    'Found “because” in a story alone.',
  ],
  said: 'I like it when we do it just us. I want to read Bunny and Bear by myself.',
}

const asking: DemoPlan = {
  willDo: (name) => `${name} will ask an adult for help in class with words or the card 4 times a week`,
  measure: 'Times asked, Friday tally',
  unit: 'times a week',
  baseline: 0,
  target: 4,
  why: (name) => `${name} says that waiting makes lessons feel long`,
  wish: 'pupil',
  impact: 'Starts written work within five minutes',
  provision: {
    what: 'Help card on the table, checked each day',
    minutes: 5,
    perWeek: 5,
    groupSize: 1,
    place: 'Classroom',
  },
  seen: [
    'Used the card in maths without a prompt.',
    'Held the card up twice.',
    'Asked a friend first, then me.',
  ],
  said: 'The card is good because I do not have to shout.',
}

const retelling: DemoPlan = {
  willDo: (name) => `${name} will retell a story in order with 5 key points, using a picture strip`,
  measure: 'Key points in order',
  unit: 'points',
  baseline: 2,
  target: 5,
  why: (name) => `${name} wants to tell the family what happened at school`,
  wish: 'pupil',
  impact: 'Takes part in class talk each day',
  provision: { what: 'Talk Time, small group', minutes: 20, perWeek: 2, groupSize: 6, place: 'Quiet room' },
  seen: [
    'Three points in order with the strip.',
    'Waited for a turn and then spoke.',
    'Began without being asked.',
  ],
  said: 'I like the pictures. Sometimes it is too loud.',
}

const calm: DemoPlan = {
  willDo: (name) => `${name} will use the calm plan before leaving the room in 8 of 10 difficult moments`,
  measure: 'Moments in which the plan was used',
  unit: 'of 10',
  baseline: 2,
  target: 8,
  why: (name) => `${name} wants to stay in lessons with friends`,
  wish: 'pupil',
  impact: 'Is in class for nine lessons out of ten',
  provision: {
    what: 'Morning check-in with a trusted adult',
    minutes: 10,
    perWeek: 5,
    groupSize: 1,
    place: 'The base',
  },
  seen: [
    'Told me it was a “three out of ten” morning.',
    'Used the plan in science and went back in.',
    'Needed longer today; joined after break.',
  ],
  said: 'I want people to ask me first and not in front of everyone.',
}

const writing: DemoPlan = {
  willDo: (name) => `${name} will write 6 sentences about one topic with a word mat in 20 minutes`,
  measure: 'Sentences in 20 minutes',
  unit: 'sentences',
  baseline: 2,
  target: 6,
  why: (name) => `${name} has ideas that never reach the page`,
  wish: 'parent',
  impact: 'Finishes written tasks in two lessons out of three',
  provision: {
    what: 'Pre-teaching of topic words with pictures',
    minutes: 15,
    perWeek: 3,
    groupSize: 4,
    place: 'Room 4',
  },
  seen: [
    'Four sentences, and pleased with them.',
    'Used two new topic words.',
    'Needed the first line given.',
  ],
  said: 'My head is faster than my hand.',
}

const listening: DemoPlan = {
  willDo: (name) => `${name} will follow 3-step instructions in 8 of 10 tries with the radio aid on`,
  measure: 'Instructions followed of 10',
  unit: 'of 10',
  baseline: 4,
  target: 8,
  why: (name) => `${name} is tired of guessing what was said`,
  wish: 'parent',
  impact: 'Joins group work without an adult repeating',
  provision: {
    what: 'Radio aid check and listening practice',
    minutes: 10,
    perWeek: 3,
    groupSize: 1,
    place: 'Classroom',
  },
  seen: [
    'Seven of ten with the fan off.',
    'Checked the aid alone this morning.',
    'Sat at the front and answered twice.',
  ],
  said: 'It is better when people look at me.',
}

const BY_NEED: Record<string, readonly DemoPlan[]> = {
  SLCN: [retelling, asking],
  ASD: [asking, calm],
  SEMH: [calm, asking],
  SPLD: [reading, writing],
  MLD: [reading, writing],
  SLD: [reading, asking],
  HI: [listening, asking],
  VI: [listening, writing],
  PD: [writing, asking],
  MSI: [listening, asking],
}

/** The two outcomes a pupil with this main need has in the demo. */
export const plansFor = (need: string | null): readonly DemoPlan[] => BY_NEED[need ?? ''] ?? [reading, asking]

const IN_EVERY_LESSON: Record<string, string> = {
  SLCN: 'Say it in one short sentence, then wait ten seconds.\nThree new words a week, with a picture, used by everyone.\nHands and faces count as an answer.',
  SEMH: 'A quiet good morning by name.\nSay what comes next and when it ends.\nPraise in private; never in front of everyone.',
  ASD: 'The day on a strip, changed before it changes.\nSay exactly what is meant.\nA way out that needs no words.',
}

/** What holds in every lesson for a pupil with this main need. */
export const inEveryLesson = (need: string | null): string =>
  IN_EVERY_LESSON[need ?? ''] ??
  'One instruction at a time; ask for it to be said back.\nTeach new words before the lesson, with a picture.\nTen seconds to answer before anyone helps.'

export const AT_HOME = 'Ten minutes together, Monday to Thursday, ticked on the card.'
