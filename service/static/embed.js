// <quote-card src="…/q/q_…">…</quote-card> and <quote-search base="…"> for other sites: no framework, no cookie.
// What stands inside a quote-card is shown until its record has come, and stays where it cannot be had.
"use strict";

// `all: initial` keeps out what the page hands down (letters, direction, case); `medium` is the reader's own size.
const SHEET = `
:host { display: block; max-width: 40rem; }
figure, form { all: initial; direction: ltr; display: block; color-scheme: light dark; overflow-wrap: anywhere;
  font: medium/1.45 system-ui, sans-serif; color: light-dark(#1f1e1b, #e8e4db); background: light-dark(#fdfcf9, #16171a); }
figure { padding: 1em 1.25em; border: 1px solid light-dark(#d9d4c8, #3a3a3c);
  border-inline-start: 4px solid light-dark(#7a1f1f, #e8a1a1); }
blockquote { margin: 0 0 .6em; font: 1.2em/1.4 Georgia, "Noto Serif", serif; }
p { margin: .25em 0 0; font-size: .85em; color: light-dark(#5c5850, #aba596); }
p.who { font-size: 1em; font-weight: 600; color: inherit; }
a { color: light-dark(#7a1f1f, #e8a1a1); }
form { display: flex; flex-wrap: wrap; gap: .5em; align-items: end; padding: .5em; }
label { flex: 1 1 12em; }
input, button { box-sizing: border-box; min-height: 2.5em; font: inherit; padding: .4em .6em; }
input { display: block; width: 100%; }
`;
const CAUTION = {
  translated: "Translated; not the speaker’s own words.",
  back_translated: "Translated and translated back; not the speaker’s own words.",
  paraphrase: "Reported speech, not a verbatim quotation.",
};

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function shadow(host, child) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(child);
}

function capitalised(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function speakers(quote) {
  const { status, candidates } = quote.attribution;
  if (status === "ambiguous" && candidates.length) return `Either ${candidates.join(" or ")}`;
  if (!quote.speakers.length) return "Speaker not identified";
  return quote.speakers.map((one) => capitalised(one.name) + (one.role_as_printed ? `, ${one.role_as_printed}` : "")).join("; ");
}

function words(quote) {
  if (quote.type === "indirect") return `${capitalised(speakers(quote))} ${quote.cue ? quote.cue.text : "is reported to have said"}: ${quote.text}`;
  const before = quote.lead_in ? (quote.lead_in.basis === "editor_note" ? `[${quote.lead_in.text}] ` : `${quote.lead_in.text} `) : "";
  return before + quote.segments.map((segment) => `“${segment.text}”`).join(" … ");
}

function card(quote, address) {
  const figure = element("figure");
  const said = element("blockquote", words(quote), { cite: address, dir: "auto" });
  if (quote.lang) said.lang = quote.lang;
  const { title, publisher, published_at } = quote.citation.article;
  const where = [title ?? "Article without a printed title", publisher, published_at.edtf].filter(Boolean).join(", ");
  figure.append(said, element("p", speakers(quote), { class: "who" }), element("p", where));
  if (CAUTION[quote.fidelity]) figure.append(element("p", CAUTION[quote.fidelity]));
  for (const { kind, at, reason } of quote.corrections) {
    figure.append(element("p", `${capitalised(kind.replaceAll("_", " "))} ${at.slice(0, 10)}${reason ? `: ${reason}` : ""}`));
  }
  const door = element("p");
  door.append(element("a", "Full record on onrecord", { href: address, target: "_blank", rel: "noopener" }));
  figure.append(door);
  return figure;
}

class QuoteCard extends HTMLElement {
  static observedAttributes = ["src"];

  attributeChangedCallback() {
    if (this.begun && this.isConnected) this.load(); // of an upgraded element this is called before connectedCallback
  }

  connectedCallback() {
    this.begun = true;
    this.load();
  }

  async load() {
    const asked = this.getAttribute("src") ?? "";
    const address = URL.canParse(asked, document.baseURI) ? new URL(asked, document.baseURI) : null;
    const found = /^\/(?:embed\/)?q\/(q_[a-z2-7]+)\/?$/.exec(address?.pathname ?? "");
    if (!found) return;
    try {
      const answer = await fetch(new URL(`/v1/quotes/${found[1]}`, address), { credentials: "omit", referrerPolicy: "no-referrer" });
      const quote = answer.ok ? await answer.json() : null;
      if (asked !== this.getAttribute("src")) return; // another quote was asked for meanwhile
      if (quote) shadow(this, card(quote, new URL(`/q/${quote.id}`, address).href));
      else if (answer.status === 410) shadow(this, element("figure", "This quote was withdrawn. It is not shown any more."));
    } catch {
      // The content inside the element stays as it is.
    }
  }
}

class QuoteSearch extends HTMLElement {
  connectedCallback() {
    const base = new URL(this.getAttribute("base") ?? "/", document.baseURI);
    const form = element("form", "", { action: new URL("/search", base).href, target: "_blank", rel: "noopener", role: "search" });
    const label = element("label", this.getAttribute("label") ?? "Search quotes");
    const input = element("input", "", { type: "search", name: "q", list: "phrases", maxlength: "512", autocomplete: "off" });
    const phrases = element("datalist", "", { id: "phrases" });
    label.append(input);
    form.append(label, element("button", "Search"), phrases);
    input.addEventListener("input", () => this.suggest(base, input, phrases));
    shadow(this, form);
  }

  suggest(base, input, phrases) {
    clearTimeout(this.waiting);
    const typed = input.value;
    if (typed.trim().length < 2) return;
    this.waiting = setTimeout(async () => {
      try {
        const answer = await fetch(new URL(`/v1/suggest?q=${encodeURIComponent(typed)}`, base), { credentials: "omit", referrerPolicy: "no-referrer" });
        const { suggestions } = await answer.json();
        if (typed === input.value) phrases.replaceChildren(...suggestions.map((one) => element("option", "", { value: one.label })));
      } catch {
        phrases.replaceChildren();
      }
    }, 200);
  }
}

customElements.define("quote-card", QuoteCard);
customElements.define("quote-search", QuoteSearch);
