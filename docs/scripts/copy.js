// "Copy link" beside an action: its permanent address in full; and a button that copies the text of an element. Without a
// clipboard the buttons stay hidden. What there is to say is fetched when a button is first pressed.

const SHOWN_FOR = 4000;

async function copy(button) {
  const words = button.firstChild, before = words.data;
  const isCopied = await navigator.clipboard.writeText(copied(button)).then(() => true, () => false);
  const { say } = await import("./say.js");
  words.data = isCopied ? say("Copied") : say("Could not be copied");
  status.textContent = words.data;
  setTimeout(() => {
    words.data = before;
    status.textContent = "";
  }, SHOWN_FOR);
}

function copied({ dataset }) {
  const address = document.location.href.split("#")[0];
  return dataset.copyText ? document.getElementById(dataset.copyText).textContent : new URL(dataset.copy, address).href;
}

const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");

if (navigator.clipboard) {
  document.querySelector("article").append(status);
  for (const button of document.querySelectorAll("button:is([data-copy], [data-copy-text])")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
