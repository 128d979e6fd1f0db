// Keeps the shown post in step with the text: only the nodes that changed are touched.
// Runs in a world of its own; the page itself has scripts switched off.
"use strict";
window.dateline = (() => {
  let blocks = []; // for each block of the post, its nodes in order
  let here = [];

  const post = () => document.getElementById("post");

  function nodesOf(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return [...template.content.childNodes];
  }

  function isSame(a, b) {
    return a.nodeType === b.nodeType && a.nodeName === b.nodeName;
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
    let old = [...shown.childNodes];
    let made = [...fresh.childNodes];
    let start = 0;
    while (start < old.length && start < made.length && old[start].isEqualNode(made[start])) start++;
    let tail = 0;
    while (
      tail < Math.min(old.length, made.length) - start &&
      old[old.length - 1 - tail].isEqualNode(made[made.length - 1 - tail])
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
    const anchor = old[0] ?? null;
    made.forEach((node) => post().insertBefore(node, anchor));
    old.forEach((node) => node.remove());
    return made;
  }

  function firstNodeFrom(index) {
    for (let i = index; i < blocks.length; i++) if (blocks[i].length) return blocks[i][0];
    return null;
  }

  function unmark() {
    here.forEach((node) => node.removeAttribute("data-dl-here"));
    here = [];
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

  // Marks the block in which the caret is, `part` of the way down it. `follow`: scroll there,
  // but only if that place is out of sight.
  function mark(index, part, follow) {
    unmark();
    here = (blocks[index] ?? []).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    here.forEach((node) => node.setAttribute("data-dl-here", ""));
    if (!follow || !here.length) return;
    const box = here[0].getBoundingClientRect();
    const place = box.top + box.height * part;
    const line = Math.min(box.height, 48);
    if (place < 0 || place + line > window.innerHeight) {
      window.scrollBy({ top: place - window.innerHeight * 0.35, behavior: "instant" });
    }
  }

  function describe(language, direction) {
    document.documentElement.lang = language;
    post().dir = direction;
  }

  function setTheme(css) {
    document.getElementById("theme").textContent = css;
  }

  function toTop() {
    window.scrollTo({ top: 0, behavior: "instant" });
  }

  return { patch, mark, describe, setTheme, toTop };
})();
