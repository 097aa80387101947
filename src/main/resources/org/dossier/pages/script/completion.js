// What can be completed in a query: its own variables, and prefixes, terms and ids that the server looks up in the graph.

const VARIABLE = /[?$][\w]*$/;
const NAME = /[A-Za-z][\w-]*(?::[\w.-]*)?$/;

/**
 * A source of completions for CodeMirror.
 *
 * @param prefixes namespaces by their prefix, those that the dossier knows
 * @param address where the server looks names up
 */
export function completions(prefixes, address) {
  return async (context) => {
    const variable = context.matchBefore(VARIABLE);
    if (variable) {
      return { from: variable.from, options: variables(context, variable), validFor: /^[?$]\w*$/ };
    }
    const name = context.matchBefore(NAME);
    if (!name || inText(context, name.from)) {
      return null;
    }
    const options = await lookedUp(context, name.text, address);
    return options && { from: name.from, options: options.map((found) => option(found, prefixes)), filter: false };
  };
}

/** Names are not completed inside comments, IRIs and texts. */
function inText(context, from) {
  const line = context.state.doc.lineAt(from);
  const before = line.text.slice(0, from - line.from);
  const outside = before.replace(/"[^"]*"|'[^']*'|<[^<>\s]*>/g, "");
  return /["'#]|<[^<>\s]*$/.test(outside);
}

function variables(context, typed) {
  const names = new Set(context.state.doc.toString().match(/[?$]\w+/g));
  names.delete(typed.text);
  return [...names].sort().map((label) => ({ label, type: "variable" }));
}

async function lookedUp(context, text, address) {
  const abort = new AbortController();
  context.addEventListener("abort", () => abort.abort(), { onDocChange: true });
  try {
    const response = await fetch(`${address}?text=${encodeURIComponent(text)}`, { signal: abort.signal });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function option({ name, label, type }, prefixes) {
  return { label: name, detail: label, type, apply: (view, _, from, to) => insert(view, name, from, to, prefixes) };
}

/** Puts the name in, and its prefix on top of the query where it is not declared yet. */
function insert(view, name, from, to, prefixes) {
  const prefix = name.slice(0, name.indexOf(":"));
  const declared = new RegExp(`^\\s*PREFIX\\s+${prefix}:`, "im").test(view.state.doc.toString());
  const changes = [{ from, to, insert: name }];
  if (!declared && prefix in prefixes) {
    changes.unshift({ from: 0, insert: `PREFIX ${prefix}: <${prefixes[prefix]}>\n` });
  }
  const added = changes.length > 1 ? changes[0].insert.length : 0;
  view.dispatch({ changes, selection: { anchor: from + added + name.length }, userEvent: "input.complete" });
}
