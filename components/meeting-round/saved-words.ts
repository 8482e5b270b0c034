const WORDS: Record<string, string> = {
  started: 'The round is started. Look at hours and rooms, then propose a timetable',
  proposed: 'A timetable is proposed',
  hours: 'The hours are saved. Propose the timetable again to use them',
  rooms: 'The rooms are saved. Propose the timetable again to use them',
  constraints: 'What matters is saved. Propose the timetable again to use it',
  needs: 'What the meeting needs is saved. Propose the timetable again to use it',
  placed: 'The meeting is moved',
  kept: 'The meeting stays where it is when you propose again',
  free: 'The meeting may move when you propose again',
  out: 'The pupil is out of the round',
  published: 'The round is published',
  arranged: 'The meetings are arranged, and the families invited',
  closed: 'The round is closed',
}

/** What was just done to a round. */
export const roundSaved = (saved: string | undefined): string | undefined => WORDS[saved ?? '']
