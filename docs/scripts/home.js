// The search on the home page. What is behind it is fetched when the field is first used; without that, or before it is
// there, the form leads to the search page.

const form = document.getElementById("home-form");
let loading = null;

function load() {
  loading ??= import("./search/below.js").then(({ prepare }) => prepare(form)).catch((error) => {
    loading = null;
    console.error(error);
  });
}

form.addEventListener("focusin", load);
if (form.contains(document.activeElement)) load();
