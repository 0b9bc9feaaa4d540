// Only in development builds, put into the page by src/editor/preview.rs: what is wrong with the content, above the last good page.
{
  const lines = PROBLEMS;
  const box = document.createElement("div");
  box.id = "shipside-problems";
  box.setAttribute("role", "alert");
  box.style = "position:fixed;inset:auto 0 0 0;max-block-size:60vh;overflow:auto;z-index:9999;padding:1rem 1.5rem;" +
    "background:#7a1010;color:#fff;font:1rem/1.5 system-ui,sans-serif;box-shadow:0 0 1rem #0008";
  const title = document.createElement("p");
  title.style = "margin:0;font-weight:bold";
  title.textContent = (lines.length === 1 ? "1 problem" : lines.length + " problems") +
    " in the content. What you see is the last page without them; mend the files, and this goes. " +
    "In brackets is the rule that is broken: “shipside check --explain RULE” says more.";
  const list = document.createElement("ul");
  for (const line of lines) {
    const item = document.createElement("li");
    item.textContent = line;
    list.append(item);
  }
  box.append(title, list);
  // Beside the body: the app draws that anew.
  document.documentElement.append(box);
}
