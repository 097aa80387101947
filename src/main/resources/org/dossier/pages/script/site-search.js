// The search of a site without a server. No module, as browsers load none from files: its index is a script that was loaded
// before it and left a list of [name, address, kind, further names].
"use strict";

(() => {
  const MOST_HITS = 100;

  const words = new URLSearchParams(location.search).get("words") ?? "";
  const input = document.getElementById("find-here");
  const hits = document.getElementById("hits");
  const count = document.getElementById("hits-count");

  /** As the names in the index are written: small letters without accents. */
  function folded(text) {
    return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function apart(text) {
    return folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  /** How well an entry fits: 0 when a word is missing. */
  function rank([name, , , further], wanted) {
    const own = apart(name);
    const all = own.concat(apart(further));
    if (!wanted.every((word) => all.some((other) => other.startsWith(word)))) {
      return 0;
    }
    if (own.join(" ") === wanted.join(" ")) {
      return 4;
    }
    if (own.join(" ").startsWith(wanted.join(" "))) {
      return 3;
    }
    return wanted.every((word) => own.some((other) => other.startsWith(word))) ? 2 : 1;
  }

  function show(text) {
    const wanted = apart(text);
    const found = wanted.length === 0 ? [] : window.dossierNames.map((entry) => ({ entry, rank: rank(entry, wanted) }));
    const best = found.filter((hit) => hit.rank > 0).sort(nearer);
    hits.replaceChildren(...best.slice(0, MOST_HITS).map((hit) => item(hit.entry)));
    const all = best.length === 1 ? "1 hit" : `${best.length} hits`;
    count.textContent = wanted.length === 0 ? "" : best.length > MOST_HITS ? `The best ${MOST_HITS} of ${all}` : all;
  }

  /** The better fit first, and the shorter name of two that fit as well. */
  function nearer(one, other) {
    return other.rank - one.rank || one.entry[0].length - other.entry[0].length;
  }

  function item([name, address, kind]) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = name;
    const sort = document.createElement("span");
    sort.className = "sort";
    sort.textContent = kind;
    const entry = document.createElement("li");
    entry.append(link, " ", sort);
    return entry;
  }

  input.value = words;
  input.addEventListener("input", () => show(input.value));
  show(words);
})();
