/** Takes the files out of what was dropped; folders are read whole. */

/**
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>}
 */
export async function dropped(transfer) {
  // The list is empty after the first wait, so the entries are taken now.
  const entries = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile())
    .filter((entry) => entry !== null);
  const files = [...transfer.files];
  if (!entries.some((entry) => !(entry instanceof File) && entry.isDirectory)) {
    return files;
  }
  /** @type {File[]} */
  const found = [];
  for (const entry of entries) {
    found.push(...(entry instanceof File ? [entry] : await walk(entry)));
  }
  return found;
}

/**
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>}
 */
async function walk(entry) {
  if (entry.isFile) {
    const { file } = /** @type {FileSystemFileEntry} */ (entry);
    return new Promise((resolve) => {
      file.call(entry, (found) => resolve([found]), () => resolve([unreadable(entry.name)]));
    });
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  /** @type {File[]} */
  const found = [];
  for (;;) {
    // A browser gives at most a hundred at once, and an empty list at the end.
    /** @type {FileSystemEntry[] | null} */
    const entries = await new Promise((resolve) => {
      reader.readEntries(resolve, () => resolve(null));
    });
    if (entries === null) {
      return [...found, unreadable(entry.name)];
    }
    if (entries.length === 0) {
      return found;
    }
    for (const inner of entries) {
      found.push(...await walk(inner));
    }
  }
}

/**
 * Stands for a file or folder that the browser could not open, so that it is not passed over:
 * it has no bytes, and no document is clear without.
 * @param {string} name
 */
function unreadable(name) {
  return new File([], name);
}
