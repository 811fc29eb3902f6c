// The button that shows the further fields of a form on a narrow screen.

export function prepareFolding(form) {
  form.querySelector(".finder-more").addEventListener("click", ({ currentTarget: button }) => {
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
  });
}
