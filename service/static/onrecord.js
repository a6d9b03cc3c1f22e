// Everything works without this script. It adds copying, keeps empty fields out of addresses, and lets the bars of a
// timeline be clicked, which lead where the links of its table do.
"use strict";

const SHOWN = 60;

function shortened(text) {
  return text.length > SHOWN ? text.slice(0, SHOWN).trimEnd() + "…" : text;
}

async function copy(button) {
  const status = button.closest(".actions").querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    const caution = button.dataset.caution ? ` ${button.dataset.caution}` : "";
    status.textContent = `Copied the ${button.dataset.what}: ${shortened(button.dataset.copy)}${caution}`;
  } catch {
    status.textContent = `The browser did not allow copying the ${button.dataset.what}.`;
  }
}

function offerCopying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

function leaveOutEmptyFields(form) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
}

function leadFromBars(timeline) {
  const links = timeline.querySelectorAll("tbody a");
  const bars = timeline.querySelectorAll("path");
  if (links.length !== bars.length) return;
  timeline.querySelector("svg").classList.add("leads");
  bars.forEach((bar, i) => bar.addEventListener("click", () => links[i].click()));
}

offerCopying();
document.querySelectorAll(".timeline").forEach(leadFromBars);
document.querySelectorAll("form[role=search]").forEach(leaveOutEmptyFields);
