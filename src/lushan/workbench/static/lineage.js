// Pointing at a node of the lineage, or reaching it by the keyboard, shows what is before and after it.
// Without this script the same is shown by the address: /lineage?focus=…
"use strict";

function reached(start, links) {
  const found = new Set(), waiting = [start];
  while (waiting.length) {
    for (const next of links.get(waiting.pop()) || []) {
      if (!found.has(next)) { found.add(next); waiting.push(next); }
    }
  }
  return found;
}

function enliven(drawing) {
  const edges = [...drawing.querySelectorAll(".edge")], nodes = [...drawing.querySelectorAll(".node")];
  const after = new Map(), before = new Map();
  const link = (map, from, to) => map.set(from, (map.get(from) || []).concat(to));
  for (const { dataset } of edges) { link(after, dataset.from, dataset.to); link(before, dataset.to, dataset.from); }

  function show(id) {
    const up = reached(id, before), down = reached(id, after);
    drawing.classList.add("pointed");
    for (const node of nodes) {
      node.classList.toggle("lit", node.dataset.id === id || up.has(node.dataset.id) || down.has(node.dataset.id));
    }
    for (const edge of edges) {
      const { from, to } = edge.dataset;
      edge.classList.toggle("lit", (up.has(from) && (up.has(to) || to === id)) || (down.has(to) && (down.has(from) || from === id)));
    }
  }

  const hide = () => drawing.classList.remove("pointed");
  for (const node of nodes) {
    node.addEventListener("pointerenter", () => show(node.dataset.id));
    node.addEventListener("focus", () => show(node.dataset.id));
    node.addEventListener("pointerleave", hide);
    node.addEventListener("blur", hide);
  }
}

document.querySelectorAll("svg.lineage").forEach(enliven);
