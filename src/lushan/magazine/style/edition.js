// Light or dark as the reader likes, the place in the contents, and the rows of a trace a page at a time.
"use strict";

(function theme() {
  const button = document.querySelector(".theme");
  const root = document.documentElement;
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const keep = (value) => { try { localStorage.setItem("lushan-theme", value); } catch { /* a private window */ } };
  try {
    const kept = localStorage.getItem("lushan-theme");
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch { /* a private window */ }
  if (!button) return;
  const name = () => { button.textContent = dark() ? button.dataset.light : button.dataset.dark; };
  button.hidden = false;
  button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; keep(root.dataset.theme); name(); });
  name();
})();

(function contents() {
  const links = new Map([...document.querySelectorAll(".contents li li a")].map((a) => [a.hash.slice(1), a]));
  if (!links.size || !("IntersectionObserver" in window)) return;
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      links.forEach((a) => a.removeAttribute("aria-current"));
      links.get(entry.target.id).setAttribute("aria-current", "true");
    }
  }, { rootMargin: "-10% 0px -80% 0px" });
  links.forEach((_, id) => { const story = document.getElementById(id); if (story) observer.observe(story); });
})();

window.lushanRows = function rows(all) {
  const table = document.querySelector(".rows tbody");
  const pager = document.querySelector(".pager");
  const size = Number(pager.dataset.size);
  const ends = [...document.querySelectorAll(".rows thead th")].map((th) => th.className);
  const [back, on] = pager.querySelectorAll("button");
  const place = pager.querySelector("output");
  let first = 0;
  function show() {
    table.replaceChildren(...all.slice(first, first + size).map((row) => {
      const tr = document.createElement("tr");
      row.forEach((value, column) => {
        const td = document.createElement("td");
        td.className = ends[column];
        td.textContent = value === null ? "" : value === true ? pager.dataset.yes : value === false ? pager.dataset.no : value;
        tr.append(td);
      });
      return tr;
    }));
    place.textContent = `${first + 1}–${Math.min(first + size, all.length)} / ${all.length}`;
    back.disabled = first === 0;
    on.disabled = first + size >= all.length;
  }
  back.addEventListener("click", () => { first -= size; show(); });
  on.addEventListener("click", () => { first += size; show(); });
  back.hidden = on.hidden = false;
  show();
};
