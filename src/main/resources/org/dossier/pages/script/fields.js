// Names that fit what somebody types into the form of a question, looked up by the server where there are too many to list.

const WAIT_MILLISECONDS = 150;

/** Completes the fields of a form that say where their names are found. */
export function completeFields(form) {
  form?.querySelectorAll("input[data-completion]").forEach(complete);
}

function complete(input) {
  const list = document.createElement("datalist");
  list.id = `${input.id}-names`;
  input.after(list);
  input.setAttribute("list", list.id);
  let waiting;
  let asked;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    waiting = setTimeout(() => lookUp(input, list, signal), WAIT_MILLISECONDS);
  });
}

async function lookUp(input, list, signal) {
  const address = new URL(input.dataset.completion, location.href);
  address.searchParams.set("words", input.value);
  try {
    const response = await fetch(address, { signal });
    const { hits } = await response.json();
    list.replaceChildren(...hits.map(({ id, name, kind }) => new Option(`${name} (${kind})`, id)));
  } catch {
    // Typing went on, or the server is gone: what was found before stays.
  }
}
