/**
 * What became of a file of a project, or of its claims, and whether something is another than it was.
 *
 * `current` nothing is newer than it · `same` it was made again and is what it was · `within-tolerance` its figures moved,
 * but no further than is allowed · `changed` it is another · `new` there was none · `obsolete` the project does not make it
 * any more · `failed` it could not be made.
 */
const DRIFTS = {
  current: false,
  same: false,
  'within-tolerance': false,
  changed: true,
  new: true,
  obsolete: true,
  failed: true,
  'claims-hold': false,
  'claim-fails': true,
} as const;

export type FileStatus = keyof typeof DRIFTS;

/** Whether a check is to fail for it. */
export const isDrift = (status: FileStatus): boolean => DRIFTS[status];
