// What the typeface of the pages has: the Latin letters of English, Welsh, Polish, Turkish, Romanian and their neighbours,
// and the signs of ordinary writing. What is missing between them is of Esperanto and Sami, and old.
const OUR_LETTERS =
  /^[\u0020-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126-\u0127\u012a-\u012b\u012e-\u0133\u0136-\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a-\u016b\u016e-\u017e\u0192\u0218-\u021b\u1e9e\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u20ac\u2122\u2212]*$/

/** Whether a written copy holds letters of another alphabet, or Latin ones our typeface has not (P29). */
export const needsOtherLetters = (text: string): boolean => !OUR_LETTERS.test(text.normalize('NFC'))
