// Notes the votes that are pressed before React is there. Stands in the page's head.
addEventListener("click", window.note = (event) => {
  const button = event.target.closest("[aria-pressed]");
  if (button) (window.early ||= []).push([button.dataset.tool, button.dataset.choice]);
});
