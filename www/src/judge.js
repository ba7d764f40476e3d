/**
 * What a report comes to, in words and in order: the verdict, the sentence after it, the groups.
 *
 * @typedef {import('./client.js').Report} Report
 * @typedef {import('./client.js').Finding} Finding
 * @typedef {import('./client.js').Catalogue} Catalogue
 * @typedef {import('./client.js').KindText} KindText
 * @typedef {import('./text/nl.js').Words} Words
 * @typedef {{ words: Words, language: 'nl' | 'en', catalogue: Catalogue | null }} Tongue
 * @typedef {'clear' | 'findings' | 'incomplete' | 'unreadable'} Verdict
 * @typedef {{ tone: Verdict, title: string, sentences: string[] }} Answer
 * @typedef {{ id: string, title: string, personal: boolean, rank: number, tips: boolean, findings: Finding[] }} Group
 *   `tips`: advice, which says nothing about anybody, and stands apart from the answer.
 */

const SEVERITIES = ['low', 'medium', 'high'];
const CERTAINTIES = ['possible', 'likely', 'certain'];
const VERDICTS = ['clear', 'findings', 'incomplete', 'unreadable'];
/** The subject of what a document lacks for people who listen to it. */
const TIPS = 'tips';
/** Kinds in which a name may stand that can go alone. */
const HOLDERS = ['attachment', 'comment', 'notes', 'tracked-change'];
/** Kinds of what somebody wanted out of sight: it goes, unless the person says otherwise. */
const HALF_GONE = ['bad-redaction', 'repeated-redaction', 'unapplied-redaction'];
/** What decides when places of one finding differ: what is left to the person comes first. */
const REMEDIES = ['ask', 'keep', 'neutral', 'drop'];

/**
 * What the person reads first about a document.
 * @param {Report} report
 * @param {string | undefined} failure
 * @param {Tongue} tongue
 * @returns {Answer}
 */
export function answer(report, failure, tongue) {
  const { words } = tongue;
  const found = groups(report, tongue).filter(({ tips }) => !tips);
  switch (verdict(report)) {
    case 'unreadable': {
      const reason = why(report, failure);
      const { title, advice } = words.reason[reason];
      // Who chose a PDF or a Word file is not helped by the advice to make one.
      const other = reason === 'unknown' && !/\.(pdf|docx?)$/i.test(report.name)
        ? words.reason.unknown.other : '';
      return { tone: 'unreadable', title, sentences: [[advice, other].filter(Boolean).join(' ')].filter(Boolean) };
    }
    case 'incomplete':
      return {
        tone: 'incomplete',
        title: words.verdict.incomplete,
        sentences: [...(found.length > 0 ? [words.verdict.alsoFound(list(found, words))] : []),
          ...surfaces(report, words)],
      };
    case 'findings': {
      const personal = found.some((group) => group.personal);
      return {
        tone: 'findings',
        title: personal ? words.verdict.personal : words.verdict.hidden,
        sentences: [words.verdict.about(list(found, words)), ...surfaces(report, words)],
      };
    }
    default: {
      const points = listed(report, tongue);
      const unread = surfaces(report, words);
      return {
        tone: 'clear',
        title: points > 0 ? words.verdict.clearListed(points) : words.verdict.clear,
        sentences: [...(unread.length > 0 ? unread : [words.verdict.allRead]), ...tips(report, tongue)],
      };
    }
  }
}

/**
 * What the person reads first about a copy.
 * @param {Report} report
 * @param {Tongue} tongue
 * @returns {Answer}
 */
export function copied(report, tongue) {
  const { copy } = tongue.words;
  const found = groups(report, tongue).filter(({ tips }) => !tips);
  const tone = verdict(report);
  if (tone === 'incomplete' || tone === 'unreadable') {
    const left = found.length > 0 ? [tongue.words.verdict.alsoFound(list(found, tongue.words))] : [];
    return { tone, title: copy.incomplete, sentences: [...left, ...surfaces(report, tongue.words)] };
  }
  if (tone === 'findings') {
    return {
      tone,
      title: copy.made,
      sentences: [copy.left(list(found, tongue.words)), ...surfaces(report, tongue.words)],
    };
  }
  const points = listed(report, tongue);
  return {
    tone,
    title: copy.clear,
    sentences: [points > 0 ? copy.listed(points) : copy.clearMore,
      ...surfaces(report, tongue.words)],
  };
}

/**
 * The verdict; an empty file, and a report that says something we do not
 * know, count as not checked.
 * @param {Report} report
 * @returns {Verdict}
 */
export function verdict(report) {
  const said = /** @type {Verdict} */ (report.verdict);
  if (!VERDICTS.includes(said) || report.size === 0) {
    return 'unreadable';
  }
  return said === 'clear' && report.gaps.length > 0 ? 'incomplete' : said;
}

/**
 * Why a document could not be read.
 * @param {Report} report
 * @param {string | undefined} failure
 * @returns {keyof Words['reason']}
 */
export function why(report, failure) {
  if (failure === 'policy' || failure === 'options') {
    return 'policy';
  }
  if (failure === 'start' || failure === 'late' || failure === 'cancelled' || failure === 'changed') {
    return failure;
  }
  if (report.size === 0) {
    return 'empty';
  }
  const reasons = report.gaps.map((gap) => gap.reason);
  for (const reason of /** @type {const} */ (['encrypted', 'stopped', 'limit', 'damaged', 'picture'])) {
    if (reasons.includes(reason)) {
      return reason;
    }
  }
  return 'unknown';
}

/**
 * The findings by subject; what harms most comes first.
 * @param {Report} report
 * @param {Tongue} tongue
 * @returns {Group[]}
 */
export function groups(report, { catalogue, language, words }) {
  /** @type {Map<string, Group>} */
  const found = new Map();
  for (const finding of report.findings) {
    const kind = catalogue?.kinds.find(({ id }) => id === finding.kind);
    const subject = catalogue?.subjects.find(({ id }) => id === kind?.subject);
    const id = subject?.id ?? '';
    const group = found.get(id) ?? {
      id,
      title: subject?.[language] ?? words.group.other,
      // Without the words of the core nobody knows: then it is taken to be about a person.
      personal: subject?.personal ?? true,
      tips: id === TIPS,
      rank: 0,
      findings: [],
    };
    group.rank = Math.max(group.rank, rank(finding));
    group.findings.push(finding);
    found.set(id, group);
  }
  for (const group of found.values()) {
    group.findings.sort((a, b) => rank(b) - rank(a));
  }
  return [...found.values()].sort((a, b) =>
    Number(a.tips) - Number(b.tips)
    || b.rank - a.rank || Number(b.personal) - Number(a.personal)
    || b.findings.length - a.findings.length);
}

/** @param {Finding} finding */
function rank({ severity, certainty, allowed }) {
  return allowed ? 0 : SEVERITIES.indexOf(severity) * 3 + CERTAINTIES.indexOf(certainty) + 1;
}

/**
 * What cleaning does with a finding.
 * @param {Finding} finding
 */
export function remedy(finding) {
  const remedies = finding.places.map((place) => place.remedy);
  const found = REMEDIES.find((name) => remedies.includes(name)) ?? 'keep';
  if (found === 'ask' && isHit(finding)) {
    return 'along';
  }
  // A title or the name of a program does no harm, and helps: nobody has to take it out.
  return found === 'keep' && finding.severity === 'low' ? 'stays' : found;
}

/**
 * Whether a detector saw it in a text. Then it has no remedy of its own: it goes with what it
 * stands in, or stays.
 * @param {Finding} finding
 */
function isHit(finding) {
  return finding.context !== '' || finding.reasons.length > 0;
}

/**
 * Whether a finding can stay without the names in it.
 * @param {Finding} finding
 */
export function holds({ kind }) {
  return HOLDERS.includes(kind);
}

/**
 * What happens to a finding that asks for a choice, until the person makes one.
 * @param {Finding} finding
 * @returns {import('./item.js').Act}
 */
export function preset({ kind }) {
  return HALF_GONE.includes(kind) ? 'remove' : HOLDERS.includes(kind) ? 'neutral' : 'keep';
}

/**
 * The word for a change that holds no text of its own, only a sign.
 * @param {string} excerpt
 * @param {Words} words
 * @returns {string | undefined}
 */
export function signed(excerpt, { group }) {
  /** @type {Record<string, string>} */
  const signs = group.signs;
  const sign = excerpt.replace(/ \(1\)$/, '');
  return Object.hasOwn(signs, sign) ? signs[sign] : undefined;
}

/**
 * Whether a clean copy would differ, or the person has something to choose.
 * @param {Report} report
 */
export function cleanable(report) {
  return report.findings.some((finding) =>
    finding.places.some((place) => place.remedy !== 'keep'));
}

/**
 * The words of a kind.
 * @param {string} id
 * @param {Tongue} tongue
 * @returns {KindText}
 */
export function kindText(id, { catalogue, language }) {
  const kind = catalogue?.kinds.find((kind) => kind.id === id);
  return kind?.[language] ?? { title: id, what: '', why: '', advice: '' };
}

/**
 * The most important subjects with their numbers, as part of a sentence.
 * @param {Group[]} found
 * @param {Words} words
 */
function list(found, words) {
  const named = found.slice(0, 3).map(({ title, findings }) => `${inside(title)} (${findings.length})`);
  if (found.length > 3) {
    named.push(words.verdict.more(found.length - 3));
  }
  const last = named.pop() ?? '';
  return named.length > 0 ? `${named.join(', ')} ${words.verdict.and} ${last}` : last;
}

/**
 * A title in the middle of a sentence; an abbreviation keeps its capitals.
 * @param {string} title
 */
function inside(title) {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title[0].toLowerCase() + title.slice(1) : title;
}

/**
 * Whether a finding is advice, and says nothing about anybody.
 * @param {Finding} finding
 * @param {Tongue} tongue
 */
export function isTip(finding, { catalogue }) {
  return catalogue?.kinds.find(({ id }) => id === finding.kind)?.subject === TIPS;
}

/**
 * @param {Report} report
 * @param {Tongue} tongue
 */
function listed(report, tongue) {
  return report.findings.filter((finding) => !finding.allowed && !isTip(finding, tongue)).length;
}

/**
 * @param {Report} report
 * @param {Tongue} tongue
 */
function tips(report, tongue) {
  const { length } = report.findings.filter((finding) => isTip(finding, tongue));
  return length > 0 ? [tongue.words.verdict.tips(length)] : [];
}

/**
 * @param {Report} report
 * @param {Words} words
 */
function surfaces(report, words) {
  const { length } = report.coverage.surfaces;
  return length > 0 ? [words.verdict.surfaces(length)] : [];
}
