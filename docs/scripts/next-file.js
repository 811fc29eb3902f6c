// The file of the next meeting: a day chosen here stands in its name, in its text and in the link to the host.

const field = document.getElementById("next-file-day");
const texts = ["next-file-name", "next-file"].map((id) => document.getElementById(id).firstChild);
const links = document.querySelectorAll("a.to-host");
let said = field.dataset.noDay;

field.parentElement.hidden = false;
field.addEventListener("change", () => {
  const day = field.value || field.dataset.noDay;
  for (const text of texts) text.data = text.data.replaceAll(said, day);
  for (const link of links) link.href = link.href.replaceAll(said, day);
  said = day;
});
