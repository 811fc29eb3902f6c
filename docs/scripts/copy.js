// "Copy link" beside an action: its permanent address in full. Without a clipboard the buttons stay hidden.

import { say } from "./say.js";

const COPIED = say("Copied"), FAILED = say("Could not be copied"), SHOWN_FOR = 4000;

async function copy(button) {
  const words = button.firstChild, before = words.data;
  try {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, document.location.href.split("#")[0]).href);
    words.data = COPIED;
  } catch {
    words.data = FAILED;
  }
  status.textContent = words.data;
  setTimeout(() => {
    words.data = before;
    status.textContent = "";
  }, SHOWN_FOR);
}

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");

if (navigator.clipboard) {
  document.querySelector("article").append(status);
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
