// Keeps the shown post in step with the text: only the nodes that changed are touched.
// Runs in a world of its own; the page itself has scripts switched off.
"use strict";
window.dateline = (() => {
  let blocks = []; // for each block of the post, its nodes in order
  let here = [];

  // In a page of a site the text stands before this element; in ours it is all of the post.
  let place = null;
  const post = () => place?.parentNode ?? document.getElementById("post");

  // Where an element was written, beside it instead of in it: a list whose items only moved
  // down a line is still the same list.
  const lines = new WeakMap();
  const MARKABLE = new Set("P LI DT DD TR PRE DIV BLOCKQUOTE H1 H2 H3 H4 H5 H6".split(" "));

  function takeLines(element) {
    const { line, lastLine } = element.dataset;
    if (line === undefined) return;
    lines.set(element, [Number(line), Number(lastLine)]);
    delete element.dataset.line;
    delete element.dataset.lastLine;
  }

  function moveLines(shown, fresh) {
    if (shown.nodeType !== Node.ELEMENT_NODE) return;
    const inFresh = fresh.querySelectorAll("*");
    if (lines.has(fresh)) lines.set(shown, lines.get(fresh));
    shown.querySelectorAll("*").forEach((element, i) => {
      if (lines.has(inFresh[i])) lines.set(element, lines.get(inFresh[i]));
    });
  }

  function nodesOf(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    template.content.querySelectorAll("[data-line]").forEach(takeLines);
    return [...template.content.childNodes];
  }

  function isSame(a, b) {
    return a.nodeType === b.nodeType && a.nodeName === b.nodeName;
  }

  function isKept(shown, fresh) {
    if (!shown.isEqualNode(fresh)) return false;
    moveLines(shown, fresh);
    return true;
  }

  function settleAttributes(shown, fresh) {
    for (const { name } of [...shown.attributes]) {
      if (!fresh.hasAttribute(name)) shown.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
    }
  }

  // Makes `shown` equal to `fresh`, keeping every node that can stay: pictures are not loaded
  // again, an open <details> stays open, a selection elsewhere survives.
  function settle(shown, fresh) {
    if (shown.nodeType !== Node.ELEMENT_NODE) {
      if (shown.nodeValue !== fresh.nodeValue) shown.nodeValue = fresh.nodeValue;
      return;
    }
    settleAttributes(shown, fresh);
    if (lines.has(fresh)) lines.set(shown, lines.get(fresh));
    let old = [...shown.childNodes];
    let made = [...fresh.childNodes];
    let start = 0;
    while (start < old.length && start < made.length && isKept(old[start], made[start])) start++;
    let tail = 0;
    while (
      tail < Math.min(old.length, made.length) - start &&
      isKept(old[old.length - 1 - tail], made[made.length - 1 - tail])
    ) tail++;
    old = old.slice(start, old.length - tail);
    made = made.slice(start, made.length - tail);
    const after = shown.childNodes[start + old.length] ?? null;
    made.forEach((node, i) => {
      if (i < old.length && isSame(old[i], node)) settle(old[i], node);
      else if (i < old.length) shown.replaceChild(node, old[i]);
      else shown.insertBefore(node, after);
    });
    old.slice(made.length).forEach((node) => node.remove());
  }

  function replace(old, made) {
    if (old.length === 1 && made.length === 1 && isSame(old[0], made[0])) {
      settle(old[0], made[0]);
      return old;
    }
    const anchor = old[0] ?? place;
    made.forEach((node) => post().insertBefore(node, anchor));
    old.forEach((node) => node.remove());
    return made;
  }

  function firstNodeFrom(index) {
    for (let i = index; i < blocks.length; i++) if (blocks[i].length) return blocks[i][0];
    return place;
  }

  function unmark() {
    here.forEach((node) => node.removeAttribute("data-dl-here"));
    here = [];
  }

  function clear() {
    unmark();
    blocks = [];
    place = null;
    post().replaceChildren();
  }

  // Replaces `removed` blocks from `first` on by those in `html`.
  function patch(first, removed, html) {
    unmark();
    const made = html.map(nodesOf);
    const kept = Math.min(removed, made.length);
    for (let i = 0; i < kept; i++) blocks[first + i] = replace(blocks[first + i], made[i]);
    for (let i = first + kept; i < first + removed; i++) blocks[i].forEach((node) => node.remove());
    const anchor = firstNodeFrom(first + removed);
    made.slice(kept).forEach((nodes) => nodes.forEach((node) => post().insertBefore(node, anchor)));
    blocks.splice(first + kept, removed - kept, ...made.slice(kept));
  }

  function isWrittenOn(element, line) {
    const [first, last] = lines.get(element) ?? [1, 0];
    return first <= line && line <= last;
  }

  // The paragraph, item or row of a block that stands on a line, counted from the block's own.
  function partOf(nodes, line) {
    for (const node of nodes) {
      const inside = [...node.querySelectorAll("*")].reverse();
      const found = inside.find((e) => MARKABLE.has(e.nodeName) && isWrittenOn(e, line));
      if (found) return found;
    }
    return null;
  }

  // A footnote stands at the end of the post, wherever it was written.
  function noteOn(line) {
    return [...post().querySelectorAll("[data-at]")].find(
      ({ nodeName, dataset }) =>
        MARKABLE.has(nodeName) && dataset.at <= line && line <= dataset.atLast
    );
  }

  // Marks what was written on a line: of the whole text (`line`), of the block (`inner`), and as
  // a part of its height (`part`). `follow`: scroll there, but only if it is out of sight.
  function mark(index, line, inner, part, follow) {
    unmark();
    const nodes = (blocks[index] ?? []).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    const one = noteOn(line) ?? partOf(nodes, inner);
    here = one ? [one] : nodes;
    here.forEach((node) => node.setAttribute("data-dl-here", ""));
    if (follow && here.length) bringIntoSight(here[0], one ? 0 : part);
  }

  function bringIntoSight(element, part) {
    const box = element.getBoundingClientRect();
    const place = box.top + box.height * part;
    const line = Math.min(box.height, 48);
    if (place < 0 || place + line > window.innerHeight) {
      window.scrollBy({ top: place - window.innerHeight * 0.35, behavior: "instant" });
    }
  }

  // Shows a whole page of the site in its own theme: nodes that are equal stay. The text may be
  // in the page, or given in blocks, which later can be patched.
  function page(html, parts = []) {
    unmark();
    const fresh = new DOMParser().parseFromString(html, "text/html");
    fresh.querySelectorAll("[data-line]").forEach(takeLines);
    const made = parts.map(nodesOf);
    made.flat().forEach((node) => fresh.querySelector("dl-post").before(node));
    settleAttributes(document.documentElement, fresh.documentElement);
    settle(document.head, fresh.head);
    settle(document.body, fresh.body);
    document.adoptedStyleSheets = [markOfPage()];
    place = parts.length ? document.querySelector("dl-post") : null;
    let node = place;
    blocks = made.reverse().map((nodes) => nodes.map(() => (node = node.previousSibling)).reverse());
    blocks.reverse();
  }

  function markOfPage() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "[data-dl-here] { background: rgb(255 205 60 / 18%) !important; border-radius: 3px; }"
    );
    return sheet;
  }

  // Marks what was written on a line of the text in a whole page; the nearest line above it
  // where nothing was.
  function markLine(line, follow) {
    unmark();
    let best = null;
    let reached = -1;
    document.body.querySelectorAll("*").forEach((element) => {
      const [first, last] = lines.get(element) ?? [-1, -1];
      if (first < 0 || first > line || !MARKABLE.has(element.nodeName)) return;
      const at = line <= last ? line : last;
      if (at >= reached) [best, reached] = [element, at];
    });
    if (!best) return;
    here = [best];
    best.setAttribute("data-dl-here", "");
    if (follow) bringIntoSight(best, 0);
  }

  function describe(language, direction) {
    // Setting what is there already would lay the whole page out anew.
    const root = document.documentElement;
    if (root.lang !== language) root.lang = language;
    if (post().dir !== direction) post().dir = direction;
  }

  function setTheme(css) {
    const theme = document.getElementById("theme");
    if (theme) theme.textContent = css;
  }

  function toTop() {
    window.scrollTo({ top: 0, behavior: "instant" });
  }

  return { clear, patch, mark, page, markLine, describe, setTheme, toTop };
})();
