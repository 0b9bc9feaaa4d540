// Notes the votes that are pressed before React is there. Stands in the page's head.
addEventListener("click", window.note = (event) => {
  const button = event.target.closest("[data-vote]");
  if (button) (window.early ||= []).push([button.closest("[data-tool]").dataset.tool, button.dataset.vote]);
});
