// The editor for SPARQL: CodeMirror in a shadow root. There its styles are adopted style sheets, which the page's strict
// Content-Security-Policy allows; a <style> element would be refused.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql.js";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// Colours are those of the page, in light and in dark: custom properties reach into a shadow root.
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--corroborated)" },
  { tag: [tags.string, tags.number, tags.bool], color: "var(--documented)" },
  { tag: [tags.atom, tags.meta], color: "var(--visited)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
]);

const THEME = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: "0.92rem", maxHeight: "70vh" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", minHeight: "14rem" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { color: "var(--quiet)", backgroundColor: "transparent", border: "none" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    backgroundColor: "var(--line)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--line)" },
  ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--card)", border: "1px solid var(--quiet)" },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "16em" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--paper)", backgroundColor: "var(--link)" },
  ".cm-completionDetail": { fontFamily: "var(--sans)", fontStyle: "normal", marginLeft: "1rem" },
});

/** An editor in place of a text area, which follows it, so that the form around them sends what is written. */
export class Editor {
  #view;

  /**
   * @param area the text area that it takes the place of
   * @param complete a source of completions
   * @param run called on Ctrl-Enter
   * @param stop called on Escape
   */
  constructor(area, { complete, run, stop }) {
    const host = document.createElement("div");
    host.className = "editor";
    const root = host.attachShadow({ mode: "open" });
    area.before(host);
    const keys = [
      { key: "Mod-Enter", run: () => (run(), true) },
      { key: "Escape", run: stop },
    ];
    this.#view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: area.value,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          EditorView.lineWrapping,
          StreamLanguage.define(sparql),
          syntaxHighlighting(COLOURS),
          THEME,
          autocompletion({ override: [complete], icons: false }),
          Prec.high(keymap.of(completionKeymap)),
          // Tab is left to the browser: who cannot use a mouse must be able to leave.
          Prec.high(keymap.of(keys)),
          keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.contentAttributes.of({ "aria-label": area.labels[0]?.textContent.trim() ?? "Query" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) {
              area.value = update.state.doc.toString();
            }
          }),
        ],
      }),
    });
    area.hidden = true;
    area.labels.forEach((label) => label.addEventListener("click", () => this.focus()));
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  set text(text) {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  focus() {
    this.#view.focus();
  }

  /**
   * Underlines what is wrong, and goes to the first place.
   *
   * @param mistakes each with its line and column, from 1, and a sentence
   */
  underline(mistakes) {
    const diagnostics = mistakes.map((mistake) => this.#diagnostic(mistake)).sort((one, other) => one.from - other.from);
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
    if (diagnostics.length > 0) {
      this.#view.dispatch({ selection: { anchor: diagnostics[0].from }, scrollIntoView: true });
      this.focus();
    }
  }

  #diagnostic({ line, column, message }) {
    const { doc } = this.#view.state;
    const row = doc.line(Math.min(Math.max(line, 1), doc.lines));
    // The server counts characters, the editor UTF-16 units.
    const before = [...row.text].slice(0, column - 1).join("").length;
    const from = Math.min(row.from + before, row.to);
    const word = /^(?:[\w:?$.-]+|.)/u.exec(row.text.slice(from - row.from))?.[0] ?? "";
    return { from, to: from + word.length, severity: "error", message };
  }
}
