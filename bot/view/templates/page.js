"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);
  const body = document.body;
  const keys = JSON.parse(one("#card").dataset.keys);
  const sheet = new CSSStyleSheet(); // one rule for all claims, however many there are
  document.adoptedStyleSheets = [sheet];
  const made = one("#card").content.firstElementChild.cloneNode(true);
  const everybody = one(".all");
  const live = one(".live");
  const LEAVING = 250; // milliseconds to reach the card with the pointer
  let kept = "";
  let shown = null;
  let leaving = 0;

  // One speaker alone
  const keep = (voice) => {
    kept = voice === kept ? "" : voice;
    body.classList.toggle("keeping", kept !== "");
    const other = `:not([data-v="${CSS.escape(kept)}"])`;
    sheet.replaceSync(kept === "" ? "" : `
      .c[data-v]${other}{background:none;text-decoration-color:var(--rule)}
      .c[data-v="${CSS.escape(kept)}"]{color:var(--ink)}
      .ref${other}{background:var(--rule);color:var(--ink)}
      .map .row${other} :is(rect,.on,path:not(.rule)){opacity:.25}`);
    for (const button of all("nav li button")) button.setAttribute("aria-pressed", String(button.dataset.v === kept));
    if (!everybody) return;
    everybody.disabled = kept === "";
    const chosen = one(`nav button[data-v="${CSS.escape(kept)}"]`);
    live.textContent = chosen ? everybody.dataset.kept.replace("{name}", () => chosen.dataset.name) : everybody.dataset.released;
  };

  // The card of a claim
  const place = (beside) => {
    const at = beside.getClientRects()[0] || beside.getBoundingClientRect();
    const card = made.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const below = at.bottom + 10;
    const fits = below + card.height < innerHeight || at.top < card.height + 12;
    made.style.left = `${Math.max(8, Math.min(at.left, width - card.width - 12))}px`;
    made.style.top = `${Math.max(8, fits ? Math.min(below, innerHeight - card.height - 8) : at.top - card.height - 8)}px`;
  };
  const hide = () => {
    clearTimeout(leaving);
    made.remove();
    shown = null;
  };
  const show = (ref, beside) => {
    clearTimeout(leaving);
    if (shown !== ref) {
      const rows = one(".rows", made);
      const label = one(`nav button[data-v="${CSS.escape(ref.dataset.v)}"]`).dataset.label;
      const told = [["", label], ...JSON.parse(ref.dataset.card).map((value, n) => [keys[n], value])];
      rows.replaceChildren(...told.filter(([, value]) => value).map(([name, value]) => {
        const row = document.createElement("span");
        row.className = "row";
        for (const [kind, text] of [["key", name], ["value", value]]) {
          const cell = document.createElement(kind === "key" ? "span" : "bdi");
          cell.className = kind;
          cell.textContent = text;
          row.append(cell, " ");
        }
        return row;
      }));
      made.className = `card ${[...ref.classList].find((name) => name.startsWith("k"))}`;
      made.setAttribute("aria-label", label);
      const to = one(".to", made);
      to.hidden = !ref.dataset.to;
      if (ref.dataset.to) to.href = ref.dataset.to;
      else to.removeAttribute("href");
      shown = ref;
      ref.after(made);
    }
    place(beside);
  };
  const refOf = (claim) => document.getElementById(`c${claim.dataset.c}`);
  const claimAt = (target) => target.closest ? target.closest("[data-c]") : null;

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const claim = claimAt(event.target);
    const ref = claim ? refOf(claim) : event.target.closest(".ref");
    if (ref) show(ref, claim || ref);
    else if (made.contains(event.target)) clearTimeout(leaving);
    else if (shown && !made.contains(document.activeElement)) {
      clearTimeout(leaving);
      leaving = setTimeout(hide, LEAVING);
    }
  });
  document.addEventListener("focusin", (event) => {
    const ref = event.target.closest(".ref");
    if (ref) show(ref, ref);
    else if (shown && !made.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const ref = event.target.closest(".ref");
    const claim = claimAt(event.target);
    const chosen = event.target.closest("nav button[data-v]");
    if (chosen) keep(chosen.dataset.v);
    else if (event.target.closest(".keep")) keep(shown.dataset.v);
    else if (event.target === everybody) keep(kept);
    else if (ref) {
      event.preventDefault();
      keep(ref.dataset.v);
    }
    else if (claim && refOf(claim) && String(getSelection()) === "") show(refOf(claim), claim);
    else if (shown && !made.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (shown) {
        const within = made.contains(document.activeElement) ? shown : null;
        hide();
        if (within) {
          within.focus();
          hide();
        }
      } else if (kept) keep(kept);
      return;
    }
    const list = event.target.closest("nav ol");
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const from = event.target.closest(".ref");
    if (!step || event.ctrlKey || event.metaKey || event.altKey || !(list || from)) return;
    const row = list ? all("button", list) : all(kept && from.dataset.v === kept ? `.ref[data-v="${CSS.escape(kept)}"]` : ".ref");
    const next = row[row.indexOf(event.target) + step];
    event.preventDefault();
    if (next) next.focus();
  });
  addEventListener("scroll", () => {
    if (shown && !made.matches(":hover") && !made.contains(document.activeElement)) {
      if (document.activeElement === shown) place(shown);
      else hide();
    }
  }, { passive: true });
  addEventListener("beforeprint", () => {
    hide();
    for (const figure of all("details")) figure.open = true;
  });

  // A speaker in the address: page.html#v3
  const fromAddress = () => {
    const found = /^#v(\d+)$/.exec(location.hash);
    if (found && found[1] !== kept && one(`nav button[data-v="${found[1]}"]`)) keep(found[1]);
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();

  // The box that asks, where the page is served
  const form = one(".ask");
  if (!form) return;
  const found = one(".found", form);
  const say = (text) => {
    const line = document.createElement("p");
    line.textContent = text;
    found.replaceChildren(line);
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const question = one("input", form).value.trim();
    if (!question) return;
    for (const hit of all(".hit")) hit.classList.remove("hit");
    try {
      const answered = await fetch(form.dataset.url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ article: form.dataset.article, question }),
      });
      const refused = { 404: form.dataset.gone, 429: form.dataset.slow }[answered.status];
      if (refused) {
        say(refused);
        return;
      }
      if (!answered.ok) throw new Error(String(answered.status));
      const reply = await answered.json();
      const hits = reply.answers.map((answer) => [answer, document.getElementById(`s${answer.start}`)]);
      say(hits.length === 0 ? form.dataset.none : hits.length === 1 ? form.dataset.one : form.dataset.many.replace("{count}", String(hits.length)));
      const list = document.createElement("ol");
      for (const [answer, place_] of hits) {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = `#s${answer.start}`;
        link.textContent = answer.text;
        const said = place_ ? all(".c", place_).map((claim) => one(`nav button[data-v="${CSS.escape(claim.dataset.v)}"]`)) : [];
        const whose = document.createElement("bdi");
        whose.className = "whose";
        whose.textContent = [...new Set(said.map((voice) => voice.dataset.label))].join(", ") || form.dataset.own;
        item.append(link, " ", whose);
        list.append(item);
        if (place_) place_.classList.add("hit");
      }
      if (hits.length) found.append(list);
    } catch {
      say(form.dataset.failed);
    }
  });
})();
