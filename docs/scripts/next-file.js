// The file of the next meeting: a day chosen here stands in its name, in its text and in the link to the host. What copies
// it is fetched when the part of the page is first opened.

const part = document.querySelector(".next-file"), field = document.getElementById("next-file-day");

function chosen() {
  const texts = ["next-file-name", "next-file"].map((id) => document.getElementById(id).firstChild);
  let said = field.dataset.noDay;
  field.parentElement.hidden = false;
  field.addEventListener("change", () => {
    const day = field.value || field.dataset.noDay;
    for (const text of texts) text.data = text.data.replaceAll(said, day);
    for (const link of part.querySelectorAll("a.to-host")) link.href = link.href.replaceAll(said, day);
    said = day;
  });
}

if (field) chosen();
part.addEventListener("toggle", () => import("./copy.js"), { once: true });
