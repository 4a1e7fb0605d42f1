// The graph of parties, drawn: expand, pin, remove, and take away as a picture. Who owns or runs stands to the left,
// what is owned to the right, each on a line of its own, so that it can be read; nothing moves by itself.
// Without this script the tables below the drawing say the same.
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 26, PAD = 11, LINE = 38, GAP = 16, MOST = 24;

function make(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (parent) parent.append(element);
  return element;
}

// Chinese characters are as wide as they are high, others about half of that.
const width = (text) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 12.5 : 7), 2 * PAD);
const shorten = (text, most) => ([...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text);

class EntityGraph {
  constructor(frame) {
    this.frame = frame;
    this.words = JSON.parse(frame.dataset.words);
    this.svg = frame.querySelector("svg");
    this.menu = frame.querySelector(".graph-menu");
    this.said = frame.querySelector(".graph-said");
    this.nodes = new Map();
    this.edges = new Map();
    const narrow = frame.clientWidth < 600;
    this.letters = narrow ? 7 : 16;
    this.apart = narrow ? 172 : 345;
    this.scale = 1;
    this.x = this.y = 0;
    this.svg.removeAttribute("hidden");
    frame.querySelector(".graph-tools").hidden = false;
    make("marker", { id: "tip", viewBox: "0 0 8 8", refX: 7.5, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
      make("defs", {}, this.svg)).append(make("path", { d: "M0 0L8 4L0 8Z", class: "tip" }));
    this.scene = make("g", {}, this.svg);
    this.listen();
    this.expand(frame.dataset.id).then(() => this.fit());
  }

  relations() {
    const boxes = [...document.querySelectorAll(".graph-filters input[name=relation]")];
    return boxes.filter((box) => box.checked).map((box) => box.value);
  }

  async expand(id) {
    const asked = new URLSearchParams({ at: this.frame.dataset.at, most: MOST });
    for (const name of this.relations()) asked.append("relation", name);
    let told;
    try {
      const answer = await fetch(`${this.frame.dataset.api}${encodeURIComponent(id)}?${asked}`);
      if (!answer.ok) throw new Error(answer.status);
      told = await answer.json();
    } catch {
      this.said.textContent = this.words.failed;
      return;
    }
    for (const tie of told.edges) this.edges.set(tie.key, tie);
    const fresh = told.entities.filter((one) => !this.nodes.has(one.id));
    for (const one of fresh) this.nodes.set(one.id, { ...one, label: shorten(one.name, this.letters), w: width(shorten(one.name, this.letters)), by: id });
    this.stand(id, fresh.map((one) => this.nodes.get(one.id)), told.edges);
    const node = this.nodes.get(id);
    node.open = true;
    node.more = told.more[id] || 0;
    this.said.textContent = node.more ? this.words.more.replace("%d", node.more) : told.edges.length ? "" : this.words.none;
    this.draw();
  }

  // New parties stand in a column to the left of the one they were asked for, or to the right, on the nearest free lines.
  stand(id, fresh, edges) {
    const centre = this.nodes.get(id);
    if (centre.x === undefined) Object.assign(centre, { x: 0, y: 0 });
    for (const side of [-1, 1]) {
      const column = fresh.filter((node) => node !== centre && (edges.some((tie) => tie.from === node.id && tie.to === id && tie.relation !== "kinship") ? -1 : 1) === side);
      column.forEach((node, at) => {
        node.x = centre.x + side * this.apart;
        const wanted = centre.y + (at - (column.length - 1) / 2) * LINE;
        for (let step = 0; ; step++) {
          node.y = wanted + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * LINE;
          if (![...this.nodes.values()].some((other) => this.meet(node, other))) break;
        }
      });
    }
  }

  meet(one, other) {
    return other !== one && other.y !== undefined && Math.abs(one.y - other.y) < HEIGHT + 6 && Math.abs(one.x - other.x) < (one.w + other.w) / 2 + GAP;
  }

  draw() {
    this.scene.replaceChildren();
    const many = this.edges.size > 60, beside = new Map();
    for (const tie of this.edges.values()) {
      const a = this.nodes.get(tie.from), b = this.nodes.get(tie.to);
      if (!a || !b) continue;
      const pair = [tie.from, tie.to].sort().join(), nth = beside.get(pair) || 0;
      beside.set(pair, nth + 1);
      const group = make("g", { class: `tie ${tie.relation}${many ? " many" : ""}`, "data-from": tie.from, "data-to": tie.to }, this.scene);
      const to = b.x >= a.x ? 1 : -1, across = Math.abs(b.x - a.x) > (a.w + b.w) / 2, lift = 9 * nth;
      const x1 = a.x + (to * a.w) / 2, x2 = across ? b.x - (to * b.w) / 2 - to * 2 : b.x + (to * b.w) / 2 + to * 2;
      const bow = across ? Math.max(30, Math.abs(x2 - x1) / 2) : 60 + 12 * nth;
      make("path", { d: `M${x1} ${a.y + lift}C${x1 + to * bow} ${a.y + lift} ${x2 + (across ? -to : to) * bow} ${b.y + lift} ${x2} ${b.y + lift}`, "marker-end": "url(#tip)" }, group);
      const outer = a.by === b.id ? a : b, side = across ? (outer === a ? to : -to) : to;
      const label = make("text", { x: outer.x + side * (outer.w / 2 + 12), y: outer.y - 5 + 13 * nth, class: side > 0 ? "" : "end" }, group);
      label.textContent = tie.said;
      make("title", {}, group).textContent =
        [`${a.name} → ${b.name}`, tie.said, [tie.since, tie.until].filter(Boolean).join(" – "), tie.document].filter(Boolean).join("\n");
    }
    for (const node of this.nodes.values()) {
      const marks = [node.kind, node.clauses && "related", node.pinned && "pinned", node.id === this.frame.dataset.id && "here"];
      const group = make("g", {
        class: `party ${marks.filter(Boolean).join(" ")}`, transform: `translate(${node.x} ${node.y})`, tabindex: 0, role: "button",
        "data-id": node.id, "aria-label": `${node.name} ${node.said}`,
      }, this.scene);
      const round = node.kind === "person" ? HEIGHT / 2 : 3;
      make("rect", { x: -node.w / 2, y: -HEIGHT / 2, width: node.w, height: HEIGHT, rx: round }, group);
      make("text", { y: 4.5 }, group).textContent = node.label;
      if (node.pinned) make("circle", { cx: node.w / 2 - 2, cy: -HEIGHT / 2 + 2, r: 3.5 }, group);
      make("title", {}, group).textContent = [node.name, node.said, node.clauses].filter(Boolean).join("\n");
    }
    this.place();
  }

  place() { this.scene.setAttribute("transform", `translate(${this.x} ${this.y}) scale(${this.scale})`); }

  bounds() {
    const nodes = [...this.nodes.values()];
    const left = Math.min(...nodes.map((n) => n.x - n.w / 2)), right = Math.max(...nodes.map((n) => n.x + n.w / 2));
    const top = Math.min(...nodes.map((n) => n.y)) - HEIGHT, bottom = Math.max(...nodes.map((n) => n.y)) + HEIGHT;
    return { left: left - 12, top: top - 6, width: right - left + 24, height: bottom - top + 12 };
  }

  fit() {
    if (!this.nodes.size) return;
    const box = this.bounds();
    this.scale = Math.max(0.72, Math.min(this.svg.clientWidth / box.width, 1));
    this.svg.setAttribute("height", Math.round(Math.min(1600, Math.max(260, box.height * this.scale + 60))));
    this.x = this.svg.clientWidth / 2 - (box.left + box.width / 2) * this.scale;
    this.y = this.svg.clientHeight / 2 + 16 - (box.top + box.height / 2) * this.scale;
    this.place();
  }

  show(id) {
    const node = this.nodes.get(id), box = this.frame.getBoundingClientRect(), view = this.svg.getBoundingClientRect();
    const acts = [["open", this.words.open, !node.open], ["page", this.words.page, true],
      ["pin", node.pinned ? this.words.unpin : this.words.pin, true], ["drop", this.words.drop, id !== this.frame.dataset.id]];
    this.menu.replaceChildren(...acts.filter((act) => act[2]).map(([what, word]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word;
      button.addEventListener("click", () => this.act(what, id));
      return button;
    }));
    this.menu.hidden = false;
    const left = view.left - box.left + node.x * this.scale + this.x, top = view.top - box.top + (node.y + HEIGHT / 2) * this.scale + this.y;
    this.menu.style.left = `${Math.max(0, Math.min(left - 30, box.width - this.menu.offsetWidth))}px`;
    this.menu.style.top = `${top + 4}px`;
    this.menu.querySelector("button").focus({ preventScroll: true });
  }

  act(what, id) {
    const node = this.nodes.get(id);
    this.menu.hidden = true;
    if (what === "page") location.href = `${node.url}?at=${this.frame.dataset.at}`;
    if (what === "open") this.expand(id).then(() => this.fit());
    if (what === "pin") { node.pinned = !node.pinned; this.draw(); }
    if (what === "drop") {
      this.nodes.delete(id);
      for (const [key, tie] of this.edges) if (tie.from === id || tie.to === id) this.edges.delete(key);
      const tied = new Set([...this.edges.values()].flatMap((tie) => [tie.from, tie.to]));
      for (const key of [...this.nodes.keys()]) if (!tied.has(key) && key !== this.frame.dataset.id) this.nodes.delete(key);
      this.draw();
    }
  }

  // The drawing by itself: what the style sheet says of it is written into it.
  picture() {
    const box = this.bounds(), copy = this.svg.cloneNode(true), names = ["fill", "stroke", "stroke-width", "opacity", "font-size", "font-family", "font-weight", "text-anchor", "paint-order", "stroke-linejoin", "display"];
    const from = [this.svg, ...this.svg.querySelectorAll("*")], to = [copy, ...copy.querySelectorAll("*")];
    from.forEach((element, at) => {
      const style = getComputedStyle(element);
      for (const name of names) to[at].setAttribute(name, style.getPropertyValue(name));
      to[at].removeAttribute("class");
    });
    copy.removeAttribute("hidden");
    copy.setAttribute("xmlns", SVG);
    copy.setAttribute("viewBox", `${box.left} ${box.top} ${box.width} ${box.height}`);
    copy.setAttribute("width", Math.round(box.width));
    copy.setAttribute("height", Math.round(box.height));
    copy.lastChild.removeAttribute("transform");
    const paper = make("rect", { x: box.left, y: box.top, width: box.width, height: box.height, fill: getComputedStyle(document.body).backgroundColor });
    copy.insertBefore(paper, copy.lastChild);
    return { text: new XMLSerializer().serializeToString(copy), ...box };
  }

  save(kind) {
    const { text, width: w, height: h } = this.picture(), name = `${this.frame.dataset.id}-${this.frame.dataset.at}.${kind}`;
    const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    const hand = (href) => Object.assign(document.createElement("a"), { href, download: name }).click();
    if (kind === "svg") { hand(address); return; }
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(2 * w), height: Math.round(2 * h) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      hand(canvas.toDataURL("image/png"));
    });
    image.src = address;
  }

  listen() {
    this.frame.querySelector(".graph-tools").addEventListener("click", ({ target }) => {
      const what = target.dataset.do;
      if (what === "fit") this.fit();
      else if (what) this.save(what);
    });
    let held = null;
    this.svg.addEventListener("pointerdown", (event) => {
      const party = event.target.closest(".party");
      held = { id: party && party.dataset.id, x: event.clientX, y: event.clientY, moved: false };
      this.menu.hidden = true;
      this.svg.setPointerCapture(event.pointerId);
    });
    this.svg.addEventListener("pointermove", (event) => {
      if (!held) return;
      const dx = event.clientX - held.x, dy = event.clientY - held.y;
      if (!held.moved && Math.hypot(dx, dy) < 4) return;
      held = { ...held, x: event.clientX, y: event.clientY, moved: true };
      if (held.id) {
        const node = this.nodes.get(held.id);
        node.x += dx / this.scale; node.y += dy / this.scale; node.pinned = true;
        this.draw();
      } else { this.x += dx; this.y += dy; this.place(); }
    });
    this.svg.addEventListener("pointerup", () => {
      if (held && held.id && !held.moved) this.show(held.id);
      held = null;
    });
    this.svg.addEventListener("keydown", (event) => {
      const party = event.target.closest(".party");
      if (party && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); this.show(party.dataset.id); }
    });
    this.frame.addEventListener("keydown", (event) => { if (event.key === "Escape") this.menu.hidden = true; });
    this.svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;  // the page scrolls; with the control key the drawing grows
      event.preventDefault();
      const box = this.svg.getBoundingClientRect(), px = event.clientX - box.left, py = event.clientY - box.top;
      const grown = Math.min(3, Math.max(0.2, this.scale * (event.deltaY < 0 ? 1.12 : 0.89)));
      this.x = px - ((px - this.x) * grown) / this.scale;
      this.y = py - ((py - this.y) * grown) / this.scale;
      this.scale = grown;
      this.place();
    }, { passive: false });
    const lit = (id) => {
      for (const tie of this.scene.querySelectorAll(".tie")) {
        tie.classList.toggle("lit", Boolean(id) && (tie.dataset.from === id || tie.dataset.to === id));
      }
    };
    this.svg.addEventListener("pointerover", ({ target }) => lit(target.closest(".party")?.dataset.id));
    this.svg.addEventListener("focusin", ({ target }) => lit(target.closest(".party")?.dataset.id));
    addEventListener("resize", () => this.fit());
  }
}

document.querySelectorAll("[data-graph]").forEach((frame) => new EntityGraph(frame));
