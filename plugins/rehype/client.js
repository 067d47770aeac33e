(function offerCopy() {
for (const pre of document.querySelectorAll("pre.esc-code")) {
const block = pre.closest(".esc-block");
const file = block?.dataset["copy"];
const button = document.createElement("button");
button.type = "button";
button.className = "esc-copy";
button.textContent = "Copy";
button.title = file === undefined ? "Copy the code" : "Copy the whole file";
const code = file ?? pre.querySelector("code").textContent.replace(/\n$/, "");
button.dataset["code"] = code.replaceAll("\n", "");
button.addEventListener("click", async () => {
await navigator.clipboard.writeText(code);
button.textContent = "Copied";
setTimeout(() => button.textContent = "Copy", 2e3);
});
pre.append(button);
}
})();
(function openNotes() {
const DELAY = 250;
const GAP = 6;
const EDGE = 8;
const REACH = 120;
const popover = document.createElement("div");
popover.popover = "auto";
popover.className = "esc-popover esc-notes not-content";
popover.role = "dialog";
popover.tabIndex = -1;
let shown = [];
let timer = 0;
let wanted = false;
document.addEventListener("pointerover", ({ target, pointerType, buttons }) => {
if (pointerType === "touch" || buttons > 0 || wanted && isOpen()) return;
clearTimeout(timer);
if (!(target instanceof Element) || popover.contains(target)) return;
const marks = referencesOf(target);
if (marks.length > 0 && !(isOpen() && marks[0] === shown[0])) timer = window.setTimeout(show, DELAY, marks, false);
else if (marks.length === 0 && isOpen()) timer = window.setTimeout(() => popover.hidePopover(), DELAY);
});
document.addEventListener("click", (event) => {
const { target, ctrlKey, metaKey, shiftKey, altKey } = event;
if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey || altKey) return;
if (popover.contains(target)) {
if (target.closest("a")) popover.hidePopover();
return;
};
const marks = referencesOf(target);
const other = !target.closest(".esc-ref") && (target.closest("a") || String(getSelection()));
if (marks.length === 0 || other) return;
event.preventDefault();
show(marks, true);
});
document.addEventListener("keydown", (event) => {
if (event.key !== " " || !(event.target instanceof Element) || !event.target.matches(".esc-ref")) return;
event.preventDefault();
show([event.target], true);
});
popover.addEventListener("focusout", ({ relatedTarget }) => {
if (relatedTarget instanceof Node && !popover.contains(relatedTarget)) popover.hidePopover();
});
addEventListener("resize", () => isOpen() && place());
function isOpen() {
return popover.matches(":popover-open");
}
function referencesOf(target) {
const number = target.closest(".esc-ref");
if (number) return [number];
for (let at = target.closest(".esc-mark"); at; at = at.parentElement.closest(".esc-mark")) {
const behind = at.nextElementSibling?.matches(".esc-refs") ? [...at.nextElementSibling.children] : [];
const visible = behind.filter((each) => each.checkVisibility());
if (visible.length > 0) return visible;
};
return [];
}
function show(marks, focus) {
clearTimeout(timer);
wanted = focus;
shown = marks;
const list = document.createElement("ol");
list.className = "esc-list";
list.role = "list";
list.append(...marks.flatMap(copyOfNote));
if (isOpen()) popover.hidePopover();
popover.replaceChildren(list);
popover.ariaLabel = marks.map(({ ariaLabel }) => ariaLabel).join("; ");
noteOf(marks[0])?.closest(".esc-notes")?.after(popover);
popover.showPopover({ source: marks[0] });
place();
if (focus) popover.focus({ preventScroll: true });
}
function noteOf(mark) {
return document.getElementById(mark.getAttribute("href").slice(1));
}
function copyOfNote(mark) {
const note = noteOf(mark)?.cloneNode(true);
if (!note) return [];
const number = note.querySelector(".esc-number");
number.setAttribute("href", `#${note.id}`);
number.removeAttribute("role");
number.ariaLabel = `${number.textContent}, to the note below`;
for (const each of note.querySelectorAll("details")) each.open = wanted;
for (const each of [note, ...note.querySelectorAll("[id]")]) each.removeAttribute("id");
return [note];
}
function namedBelow(end) {
const links = [...popover.querySelectorAll(".esc-steps a[href^=\"#\"]")];
const ends = links.map(({ hash }) => document.getElementById(hash.slice(1)).getBoundingClientRect().bottom);
return ends.filter((each) => each < end + REACH);
}
function place() {
const { left, top, bottom: end } = shown[0].getBoundingClientRect();
const bottom = Math.max(end, ...wanted ? namedBelow(end) : []);
const { clientWidth: width, clientHeight: height } = document.documentElement;
const { style } = popover;
style.maxHeight = "";
const [above, below] = [top - GAP - EDGE, height - bottom - GAP - EDGE];
const under = popover.offsetHeight <= below || below >= above;
style.maxHeight = `${Math.max(under ? below : above, 80)}px`;
const x = Math.max(EDGE, Math.min(left - 2 * EDGE, width - popover.offsetWidth - EDGE));
const y = under ? bottom + GAP : top - GAP - popover.offsetHeight;
style.left = `${x + scrollX}px`;
style.top = `${y + scrollY}px`;
}
})();
(function nameExpressions() {
const named = ({ target }) => {
const link = linkOf(target) ?? linkOf(document.activeElement);
for (const each of document.querySelectorAll(".esc-named")) each.classList.remove("esc-named");
if (link) document.getElementById(link.hash.slice(1))?.classList.add("esc-named");
};
document.addEventListener("pointerover", named);
document.addEventListener("focusin", named);
function linkOf(node) {
const step = node instanceof Element && node.closest(".esc-steps > li");
return step ? step.querySelector("a[href^=\"#\"]") : undefined;
}
})();
(function rememberVersion() {
const KEY = "escapement-version";
const choose = (version) => {
for (const each of document.querySelectorAll(".esc-versions input")) if (each.value === version) each.checked = true;
};
document.addEventListener("change", ({ target }) => {
if (!(target instanceof HTMLInputElement) || !target.closest(".esc-versions")) return;
choose(target.value);
try {
localStorage.setItem(KEY, target.value);
} catch {}
});
try {
choose(localStorage.getItem(KEY));
} catch {}
})();
(function copyForPlayground() {
const codeOf = (link) => link.closest(".esc-block")?.querySelector("[data-code]")?.dataset["code"];
for (const link of document.querySelectorAll(".esc-play")) link.hidden = codeOf(link) === undefined;
document.addEventListener("click", ({ target }) => {
const link = target instanceof Element && target.closest(".esc-play");
if (link) navigator.clipboard?.writeText(codeOf(link).replaceAll("", "\n"));
});
})();
