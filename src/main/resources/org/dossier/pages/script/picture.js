// Pictures of links, drawn from the tables beneath them, so that a picture never shows what the table does not say. A
// canvas is nothing to a screen reader: whoever does not see the picture reads the table.

import cytoscape from "cytoscape/dist/cytoscape.esm.min.mjs";

const MOST_NODES = 150;
const FONT_SIZE = 16;
const LINE_WIDTH = 180;
const MOST_STRETCH = 3;
const LARGEST = 1.4;
const FEW = 6;

// Cytoscape would add a <style> element, which the page's policy refuses, unless it finds one with this id.
const CYTOSCAPE_STYLE = "__________cytoscape_stylesheet";

/** Draws every picture of a part of the page that is not drawn yet. */
export function drawPictures(part = document) {
  part.querySelectorAll(".picture[data-table]").forEach((place) => new Picture(place).draw());
}

class Picture {
  #place;
  #middle;
  #canvas;
  #note;
  #graph;
  #links = new Map();
  #nodes = new Map();
  #leftOut = 0;
  #later = [];
  #expands = false;

  constructor(place) {
    this.#place = place;
    this.#middle = new URL(place.dataset.middle, location.href).href;
  }

  draw() {
    this.#add(document.querySelector(this.#place.dataset.table));
    delete this.#place.dataset.table;
    if (this.#nodes.size === 0) {
      return;
    }
    reserveStyle();
    this.#place.hidden = false;
    // What the server drew for those without scripts; it is printed all the same.
    const sketch = this.#place.previousElementSibling;
    if (sketch?.classList.contains("sketch")) {
      sketch.hidden = true;
    }
    this.#canvas = this.#place.querySelector(".picture-canvas");
    this.#note = this.#place.querySelector(".picture-note");
    this.#graph = cytoscape({ container: this.#canvas, userZoomingEnabled: false, autounselectify: true });
    this.#graph.on("tap", "node", (event) => this.#tapped(event.target));
    this.#graph.on("mouseover", "node", () => this.#canvas.classList.add("over-node"));
    this.#graph.on("mouseout", "node", () => this.#canvas.classList.remove("over-node"));
    this.#buttons();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#graph.style(style(this.#place)));
    this.#arrange();
  }

  #buttons() {
    const on = (name, act) => this.#place.querySelector(`[data-do="${name}"]`)?.addEventListener("click", act);
    on("larger", () => this.#zoom(1.25));
    on("smaller", () => this.#zoom(0.8));
    on("fit", () => this.#fit());
    on("all", (event) => {
      this.#later.splice(0).forEach((row) => this.#addRow(row));
      event.currentTarget.hidden = true;
      this.#arrange();
    });
    this.#place.querySelector('[data-do="all"]').hidden = this.#later.length === 0;
    on("expand", (event) => {
      this.#expands = !this.#expands;
      event.currentTarget.ariaPressed = String(this.#expands);
    });
  }

  /** All of it, but no letters larger than those of the page's headings. */
  #fit() {
    this.#graph.fit(undefined, 24);
    if (this.#graph.zoom() > LARGEST) {
      this.#graph.zoom(LARGEST);
      this.#graph.center();
    }
  }

  #zoom(factor) {
    const { width, height } = this.#canvas.getBoundingClientRect();
    this.#graph.zoom({ level: this.#graph.zoom() * factor, renderedPosition: { x: width / 2, y: height / 2 } });
  }

  /** Takes the links of a table in, but for those that are shown to who asks for more. */
  #add(table) {
    for (const row of table.tBodies[0].rows) {
      if (row.classList.contains("later")) {
        this.#later.push(row);
      } else {
        this.#addRow(row);
      }
    }
  }

  /** Takes a link in, if there is room for what it leads to. */
  #addRow(row) {
    const { from, link, to, standing } = columns(row.closest("table"));
    const ends = [node(row.cells[from]), node(row.cells[to])];
    if (!ends[0].id || !ends[1].id) {
      return;
    }
    const isNew = ends.filter((end) => !this.#nodes.has(end.id)).length;
    if (this.#nodes.size + isNew > MOST_NODES) {
      this.#leftOut++;
      return;
    }
    ends.forEach((end) => this.#nodes.set(end.id, this.#nodes.get(end.id) ?? end));
    const name = link === undefined ? "" : text(row.cells[link]);
    const shown = { source: ends[0].id, target: ends[1].id, name, standing: standingOf(row.cells[standing]) };
    this.#links.set(`${shown.source} ${name} ${shown.target}`, shown);
  }

  /** The same links always give the same picture: nothing in it is left to chance. */
  #arrange() {
    const nodes = [...this.#nodes.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    const links = [...this.#links].sort(([one], [other]) => (one < other ? -1 : 1));
    const radius = 80 + nodes.length * 14;
    this.#graph.elements().remove();
    this.#graph.add(
      nodes.map((data, index) => {
        const angle = (2 * Math.PI * index) / nodes.length;
        const isMiddle = data.id === this.#middle;
        const position = isMiddle ? { x: 0, y: 0 } : { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
        return { data: { ...data, ...size(data.label) }, classes: isMiddle ? "middle" : "", position };
      }),
    );
    this.#graph.add(links.map(([id, data]) => ({ data: { id, ...data } })));
    this.#graph.style(style(this.#place));
    this.#graph.layout(nodes.length > FEW ? springs(nodes.length) : rings()).run();
    this.#stretch();
    this.#fit();
    this.#tellWhatIsLeftOut();
  }

  /** Gives the picture the shape of the canvas, which is wider than high where there is room. */
  #stretch() {
    const { w, h } = this.#graph.nodes().boundingBox();
    const { width, height } = this.#canvas.getBoundingClientRect();
    const factor = Math.min(Math.max((width / height) * (h / w), 1), MOST_STRETCH);
    this.#graph.nodes().positions((element) => ({ x: element.position("x") * factor, y: element.position("y") }));
  }

  #tellWhatIsLeftOut() {
    const left = this.#leftOut + this.#later.length;
    this.#note.hidden = left === 0;
    this.#note.textContent =
      this.#leftOut > 0
        ? `The picture shows ${this.#nodes.size} things; ${left} more links have no room in it and stand in the table.`
        : `The picture shows the ${this.#nodes.size} things that most speaks for; ${left} more links stand in the table.`;
  }

  async #tapped(element) {
    const address = element.id();
    if (!this.#expands) {
      location.assign(address);
      return;
    }
    const response = await fetch(address, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const table = page.querySelector("table.links");
    if (table) {
      // Links in the page of another thing are relative to that page, and here it has no address of its own.
      table.querySelectorAll("a").forEach((link) => {
        link.href = new URL(link.getAttribute("href"), response.url).href;
      });
      this.#add(table);
      this.#arrange();
    }
  }
}

/** Things that pull at each other by their links; for many. */
function springs(number) {
  return {
    name: "cose",
    randomize: false,
    animate: false,
    nodeDimensionsIncludeLabels: true,
    nodeRepulsion: () => 150_000,
    nodeOverlap: 40,
    idealEdgeLength: () => 70,
    componentSpacing: 80,
    gravity: 0.6,
    numIter: number > 60 ? 600 : 1500,
    fit: false,
  };
}

/** The middle, and the few others around it. */
function rings() {
  return {
    name: "concentric",
    animate: false,
    fit: false,
    avoidOverlap: true,
    nodeDimensionsIncludeLabels: true,
    minNodeSpacing: 130,
    startAngle: 0,
    concentric: (node) => (node.hasClass("middle") ? 2 : 1),
    levelWidth: () => 1,
  };
}

function reserveStyle() {
  if (!document.getElementById(CYTOSCAPE_STYLE)) {
    document.head.append(Object.assign(document.createElement("meta"), { id: CYTOSCAPE_STYLE }));
  }
}

/** Which column is what, by the words in the table's head; the triples of an answer are links too. */
function columns(table) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.column ?? text(cell).toLowerCase());
  const at = (...names) => {
    const found = heads.findIndex((head) => names.includes(head));
    return found < 0 ? undefined : found;
  };
  return { from: at("from", "subject"), link: at("link", "predicate"), to: at("to", "object"), standing: at("standing") };
}

function text(cell) {
  return cell?.textContent.trim().replace(/\s+/g, " ") ?? "";
}

/** What a cell names, known by the address of its page; nothing when it is no thing. */
function node(cell) {
  const link = cell?.querySelector("a");
  return { id: link?.href, label: shortened(text(link)), kind: cell?.dataset.kind ?? "other" };
}

/** The name of the badge in a cell. */
function standingOf(cell) {
  const badge = cell?.querySelector(".standing");
  return [...(badge?.classList ?? [])].find((name) => name.startsWith("is-"))?.slice(3) ?? "none";
}

function shortened(label) {
  return label.length > 60 ? `${label.slice(0, 58).trimEnd()}…` : label;
}

const ruler = document.createElement("canvas").getContext("2d");

/** How large a box must be for its label, in lines no wider than LINE_WIDTH. */
function size(label) {
  ruler.font = `${FONT_SIZE}px ${fonts()}`;
  let lines = 1;
  let length = 0;
  let widest = 0;
  for (const word of label.split(" ")) {
    const width = ruler.measureText(`${word} `).width;
    if (length > 0 && length + width > LINE_WIDTH) {
      lines++;
      length = 0;
    }
    length += width;
    widest = Math.max(widest, length);
  }
  return { width: widest + 14, height: lines * FONT_SIZE * 1.35 + 12 };
}

function fonts() {
  return getComputedStyle(document.body).fontFamily;
}

/** Looks of the picture, in the colours that the style sheet of the page gives to kinds and standings. */
function style(place) {
  const computed = getComputedStyle(place);
  const colour = (name, otherwise) => computed.getPropertyValue(name).trim() || otherwise;
  const ink = colour("--ink", "#222222");
  const ground = colour("--card", "#ffffff");
  return [
    {
      selector: "node",
      style: {
        shape: "round-rectangle",
        label: "data(label)",
        width: "data(width)",
        height: "data(height)",
        "font-size": FONT_SIZE,
        "font-family": fonts(),
        "text-wrap": "wrap",
        "text-max-width": LINE_WIDTH,
        "text-valign": "center",
        color: ink,
        "background-color": ground,
        "border-width": 2,
        "border-color": (element) => colour(`--kind-${element.data("kind")}`, ink),
      },
    },
    { selector: "node.middle", style: { "border-width": 4, "font-weight": "bold" } },
    {
      selector: "edge",
      style: {
        label: "data(name)",
        width: 1.5,
        "curve-style": "bezier",
        "line-color": (element) => colour(`--${element.data("standing")}`, ink),
        "target-arrow-color": (element) => colour(`--${element.data("standing")}`, ink),
        "target-arrow-shape": "triangle",
        "font-size": FONT_SIZE - 3,
        "font-family": fonts(),
        "min-zoomed-font-size": 7,
        "text-rotation": "autorotate",
        color: ink,
        "text-background-color": ground,
        "text-background-opacity": 0.85,
        "text-background-padding": 2,
      },
    },
    { selector: 'edge[standing = "none"]', style: { width: 1, opacity: 0.7 } },
    { selector: 'edge[standing = "reported"]', style: { "line-style": "dashed", "line-dash-pattern": [9, 4] } },
    { selector: 'edge[standing = "stated"]', style: { "line-style": "dotted" } },
    { selector: 'edge[standing = "disputed"]', style: { "line-style": "dashed", "line-dash-pattern": [3, 5], width: 2.5 } },
    { selector: 'edge[standing = "retracted"]', style: { "line-style": "dotted", opacity: 0.5 } },
  ];
}

drawPictures();
