/**
 * What a form tells the server about the check: sums, verdicts, counts and versions. No names of
 * files, no values: the server that wants to know more checks the same bytes with the same core.
 *
 * @typedef {import('./item.js').Item} Item
 * @typedef {import('./client.js').Report} Report
 */

/**
 * @param {Item[]} items
 * @param {boolean | null} sealed
 */
export function receipt(items, sealed) {
  return JSON.stringify({ receipt: 1, sealed, files: items.map(file) });
}

/** @param {Item} item */
function file(item) {
  const report = item.checked?.report ?? null;
  const copy = item.decision?.startsWith('copy') ? item.copied?.report ?? null : null;
  return {
    decision: item.decision ?? 'clear',
    original: side(report),
    copy: copy && side(copy),
    policy: report?.policy ?? null,
    engine: report?.engine ?? null,
  };
}

/** @param {Report | null} report */
function side(report) {
  if (!report || report.sha256 === null) {
    return { sha256: null, size: report?.size ?? null, verdict: 'unreadable', findings: {}, gaps: 1 };
  }
  /** @type {Record<string, number>} */
  const findings = {};
  for (const { kind, count } of report.findings) {
    findings[kind] = (findings[kind] ?? 0) + count;
  }
  return {
    sha256: report.sha256,
    size: report.size,
    verdict: report.verdict,
    findings,
    gaps: report.gaps.length,
    surfaces: report.coverage.surfaces.length,
  };
}
