/** The desk keeps so many files for itself: its tape, its feeds, its papers. */
const OWN_FILES = 64;
const MOST = 10_000;
const FEWEST = 8;

/**
 * How many connections the desk may hold, so that visitors never use up the files that the system grants it. `granted`
 * is what a process of this one may open; "unlimited" and unknown count as plenty.
 */
export function mostConnections(granted: unknown = grantedFiles()): number {
  const files = typeof granted === 'number' ? granted : Number.POSITIVE_INFINITY;
  return Math.max(FEWEST, Math.min(MOST, files - OWN_FILES));
}

/** Node says this in its diagnostic report only. */
function grantedFiles(): unknown {
  const report: { userLimits?: { open_files?: { soft?: unknown } } } = process.report?.getReport() ?? {};
  return report.userLimits?.open_files?.soft;
}
