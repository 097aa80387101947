// The queries that were run in this browser. They never leave it.

const KEY = "dossier-queries";
const MOST = 30;

/** The queries, the last one first. A browser that keeps nothing has none. */
export function queries() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string") : [];
  } catch {
    return [];
  }
}

/** Puts a query on top; what was run before is not kept twice. */
export function remember(query) {
  write([query, ...queries().filter((other) => other !== query)].slice(0, MOST));
}

export function forgetAll() {
  write([]);
}

function write(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list));
  } catch {
    // Storage may be full or switched off; a history is not worth an error.
  }
}
