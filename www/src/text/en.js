/**
 * The words of the page in English: plain. The words of kinds come from the core.
 */

/** @param {number} n @param {string} one @param {string} many */
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

/** @type {import('./nl.js').Words} */
export const en = {
  language: 'English',

  page: {
    title: 'Lakmoes: check a document before you share it',
    lead: 'Check a document before you share it',
    languages: 'Language',
  },

  area: {
    label: 'Files to check',
    choose: 'Choose files',
    chooseOne: 'Choose a file',
    folder: 'Choose a folder',
    drop: 'or drag them onto this page',
    dropOne: 'or drag it here',
    again: 'Another file',
    other: 'Choose another file',
    stays: 'Your file stays on your computer.',
    proofLink: 'How you can check that yourself.',
    proof: [
      'Switch off your internet and try: everything still works.',
      'This page forbids your browser to send anything. That rule stands at the top of the code of the page.',
      'A separate process without internet reads your file. The page itself does not read it.',
    ],
    dropping: 'Let go to check. Your file stays on your computer.',
    known: (name) => `${name} is in the list already.`,
    none: 'There are no files in this folder.',
  },

  busy: {
    waiting: 'Waiting for the other files',
    reading: 'Reading …',
    cleaning: 'Cleaning …',
    page: (n, of) => `page ${n} of ${of}`,
    part: (n, of) => `part ${n} of ${of}`,
    bytes: (n, of) => `${n} of ${of}`,
    stop: 'Stop',
    late: 'This takes long. Go on or stop?',
    goOn: 'Go on',
  },

  verdict: {
    clear: 'Nothing found.',
    clearListed: (n) =>
      `Nothing found that surely has to go. Look at ${n} more ${n === 1 ? 'point' : 'points'}.`,
    allRead: 'Everything was read.',
    surfaces: (n) => n === 1
      ? 'Text in 1 picture was not read. Look at it yourself.'
      : `Text in ${n} pictures was not read. Look at them yourself.`,
    personal: 'Personal data found.',
    hidden: 'Hidden data found.',
    incomplete: 'Not everything could be read. Do not share this file yet.',
    unreadable: 'This file could not be read.',
    unchecked: 'This file was not checked.',
    about: (list) => `It holds ${list}.`,
    alsoFound: (list) => `What was found: ${list}.`,
    and: 'and',
    more: (n) => `${n} more ${n === 1 ? 'subject' : 'subjects'}`,
    noName: 'unknown type of file',
  },

  reason: {
    start: {
      title: 'The check does not work in this browser or on this page. This file was not checked.',
      advice: 'Try a recent version of Firefox, Chrome, Edge or Safari.',
    },
    stopped: {
      title: 'The check stopped. This file was not checked.',
      advice: 'Try once more. Does it go wrong again? Then do not share this file without a good look at it yourself.',
    },
    late: {
      title: 'The check stopped. This file was not checked.',
      advice: 'Reading took too long. Try once more, or make the file smaller first.',
    },
    cancelled: {
      title: 'You stopped the check. This file was not checked.',
      advice: 'You can start the check again.',
    },
    changed: {
      title: 'This file changed while it was read. It was not checked.',
      advice: 'Save and close the file, and then choose it again.',
    },
    empty: {
      title: 'This file is empty.',
      advice: 'There is nothing in it to check. See whether you chose the right file.',
    },
    encrypted: {
      title: 'This file has a password. Enter it and we can read the file. It stays on your computer.',
      advice: '',
    },
    damaged: {
      title: 'This file could not be read.',
      advice: 'The file is damaged. Open it in the program that made it and save it again.',
    },
    unknown: {
      title: 'This file could not be read.',
      advice: 'We do not know this type of file yet. Save it as a PDF or Word file and choose that.',
    },
    limit: {
      title: 'This file could not be read.',
      advice: 'The file is too large, or grows too large when unpacked. Split it into smaller parts. Did you get it from somebody else? Then be careful with it.',
    },
    picture: {
      title: 'This file could not be read.',
      advice: 'The pages are pictures. Look for yourself at what they show.',
    },
  },

  password: {
    label: 'Password',
    read: 'Read the file',
    wrong: 'The file cannot be read with this password. See whether you entered it correctly.',
    advice: 'You do not know the password? Then ask for a file without one.',
  },

  gap: {
    title: 'Not read',
    line: (n) => count(n, 'part', 'parts'),
    reasons: {
      encrypted: {
        what: 'This part is protected by a password.',
        advice: 'Ask for a file without a password, or take this part out.',
      },
      damaged: {
        what: 'This part is damaged.',
        advice: 'Open the file in the program that made it and save it again.',
      },
      unknown: {
        what: 'We do not know what is in this part.',
        advice: 'Take this part out of the file, or see for yourself what it is.',
      },
      limit: {
        what: 'This part is too large to read to its end.',
        advice: 'Split the file into smaller parts and check those.',
      },
      picture: {
        what: 'This page is a picture. The text on it was not read.',
        advice: 'Look at the page yourself. Mind names, addresses and signatures.',
      },
      stopped: {
        what: 'This part was not checked.',
        advice: 'Try once more.',
      },
    },
    surface: {
      what: 'The text in this picture was not read.',
      advice: 'Look at the picture yourself. Mind names, faces and number plates.',
    },
    whole: 'the whole file',
    more: (n) => `and ${n} more`,
  },

  group: {
    remedies: {
      drop: (n) => `${n} will be removed`,
      neutral: (n) => `${n} will be made anonymous`,
      ask: (n) => `${n} for you to choose`,
      along: (n) => `${n} ${n === 1 ? 'depends' : 'depend'} on your choice`,
      keep: (n) => `${n} to take out yourself`,
    },
    allowed: (n) => `${n} allowed`,
    what: 'What is this?',
    why: 'Why is that a problem?',
    advice: 'What can you do?',
    other: 'Other data',
    show: 'Show',
    hide: 'Hide',
    showAll: 'Show all values',
    hideAll: 'Hide all values',
    times: (n) => count(n, 'time', 'times'),
    certainty: { certain: 'certain', likely: 'likely', possible: 'possible' },
    reasons: 'Why do we think so?',
    same: (n) => `The same value stands in another place as well (number ${n}).`,
    allowedReason: (why) => `Allowed: ${why}`,
    elsewhere: (n) => `and in ${n} more ${n === 1 ? 'place' : 'places'}`,
    more: (n) => `Show ${n} more`,
    noValue: 'no text to show',
    remedy: {
      drop: 'will be removed',
      neutral: 'will be made anonymous',
      ask: 'for you to choose',
      along: 'goes with what it stands in',
      keep: 'to take out yourself',
    },
  },

  because: {
    'eleven-test': 'The number passes the eleven test.',
    'iban-length': 'The number has the right length and adds up.',
    'word-label': (word) => `The word “${word}” stands before it.`,
    'word-list': (word) => `It stands in a list below the word “${word}”.`,
    'word-near': (word) => `The word “${word}” is near.`,
    'word-against': (word) => `The word “${word}” is near. That makes it less certain.`,
    'goes-on': 'More digits go with it. That makes it less certain.',
    'public-body': 'The address is that of a public body.',
    'email-random': 'The name looks random. That makes it less certain.',
    'email-encoded': 'The address is written in code.',
    'email-spelled': 'The at sign is spelled out.',
    'email-spaced': 'There are spaces around the at sign.',
    'phone-short': 'The number is short for a telephone number.',
    'phone-mobile': 'It looks like a mobile number.',
    'phone-country': 'It begins with the code of a country.',
    'phone-area': 'It begins with an area code.',
    'phone-odd': 'The digits are grouped in an unusual way.',
    'phone-abroad': 'It is a number in another country.',
    'phone-short-code': 'It is a short number.',
    'phone-service': 'It is the number of a service.',
    'phone-company': 'It is the number of an organisation.',
    'phone-municipality': 'It is the number of a municipality.',
  },

  choice: {
    legend: 'What do we do with this in the clean copy?',
    remove: 'remove',
    neutral: 'without name',
    keep: 'keep',
    same: 'as above',
    one: (value) => `Choice for ${value}`,
  },

  copy: {
    make: 'Make a clean copy',
    makeAll: 'Make clean copies of all',
    again: 'Make a new clean copy',
    clear: 'Clean copy made.',
    clearMore: 'Checked again: nothing found any more.',
    made: 'Copy made.',
    left: (list) => `This is still in it: ${list}.`,
    listed: (n) =>
      `Checked again: nothing that surely has to go. Look at ${n} more ${n === 1 ? 'point' : 'points'}.`,
    incomplete: 'Copy made. Not everything could be read. Do not share this copy yet.',
    unread: (n) => count(n, 'part that was not read', 'parts that were not read'),
    download: 'Download',
    downloaded: 'Downloaded',
    changes: 'What has changed?',
    removed: 'Removed',
    neutral: 'Without name or time',
    kept: 'Kept on purpose',
    before: 'Was there',
    after: 'Is there now',
    gone: 'nothing',
    anonymous: 'a fixed value without a name',
    shown: 'removed here; you still see it elsewhere in the file',
    stays: 'the same',
    column: 'Item',
    stale: 'You changed a choice. Make a new clean copy.',
    original: 'Found in your file',
    rest: 'This is still in the copy',
  },

  failure: {
    signed: 'This file is signed. A clean copy loses that signature.',
    signedGo: 'Make a clean copy anyway',
    encrypted: 'This file has a password. A clean copy loses that password.',
    encryptedGo: 'Make a copy without a password',
    notClean: 'No copy was made: something was still in it after cleaning. Your file is unchanged.',
    unreadable: 'No copy was made: this file could not be read to its end. Your file is unchanged.',
    changed: 'No copy was made: this file changed while it was read. Choose it again.',
    cancelled: 'No copy was made: you stopped the cleaning.',
    stopped: 'No copy was made: the cleaning stopped. Your file is unchanged.',
  },

  file: {
    save: 'Save the report',
    remove: (name) => `Take ${name} off the list`,
    retry: 'Try again',
    details: 'View',
    close: 'Close',
    checked: 'Files',
  },

  form: {
    use: 'Use a clean copy',
    asIs: 'Send it as it is',
    asIsCopy: 'Send the copy as it is',
    unchecked: 'Send it unchecked',
    undo: 'Choose again',
    will: {
      clear: 'This file will be sent.',
      copy: 'The clean copy will be sent.',
      'copy-accepted': 'The copy will be sent with what is still in it.',
      accepted: 'This file will be sent as it is.',
      'not-checked': 'This file will be sent. It was not checked.',
      'copy-not-checked': 'The copy will be sent. It was not checked to its end.',
    },
    missing: 'Choose a file.',
    busy: 'Wait until the file has been checked.',
    decide: 'Something was found in the file. Choose a clean copy or send it as it is.',
    decideCopy: 'Something is still in the copy. Choose whether to send the copy as it is.',
    uncheckedFirst: 'The file was not checked to its end. Choose another file or send it unchecked.',
  },

  announce: {
    done: (n) => count(n, 'file checked', 'files checked'),
    verdicts: {
      findings: (n) => `Something was found in ${count(n, 'file', 'files')}.`,
      incomplete: (n) => `${count(n, 'file', 'files')} could not be read to the end.`,
      unreadable: (n) => n === 1 ? '1 file was not checked.' : `${n} files were not checked.`,
      clear: (n) => `Nothing was found in ${count(n, 'file', 'files')}.`,
    },
    busy: (n) => `Busy with ${count(n, 'file', 'files')}.`,
    language: 'The page is now in English.',
  },

  place: {
    page: (v) => `page ${v}`,
    sheet: (v) => `sheet ${v}`,
    cell: (v) => `cell ${v}`,
    slide: (v) => `slide ${v}`,
    paragraph: (v) => `paragraph ${v}`,
    line: (v) => `line ${v}`,
    block: (v) => `encoded block ${v}`,
    object: (v) => `object ${v}`,
    revision: (v) => `earlier version ${v}`,
    comment: (v) => `comment ${v}`,
    attachment: (v) => `attachment ${v}`,
    property: (v) => `property ${v}`,
    part: (v) => `part ${v}`,
    name: 'the name of the file',
    parts: {
      'word/document.xml': 'the text',
      'word/comments.xml': 'the comments',
      'word/footnotes.xml': 'the footnotes',
      'word/endnotes.xml': 'the endnotes',
      'word/people.xml': 'the list of people',
      'word/settings.xml': 'the settings',
      'docProps/core.xml': 'the properties of the file',
      'docProps/app.xml': 'the properties of the program',
      'docProps/custom.xml': 'the custom properties',
      'xl/workbook.xml': 'the workbook',
      'xl/sharedStrings.xml': 'the text of the cells',
      'ppt/presentation.xml': 'the presentation',
    },
    header: 'the header of the page',
    footer: 'the footer of the page',
    image: (name) => `the picture ${name}`,
  },
};
