// Part of the app's script, as recover.js is. Marks in the index of a page the part that the reader has come to.
addEventListener("scroll", () => {
  const links = [...document.querySelectorAll("[role=navigation] a")];
  const here = links.filter(link => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top < 150).pop();
  for (const link of links) if ((link == here) != (link.ariaCurrent == "true")) link.ariaCurrent = link == here ? "true" : null;
}, { passive: true });
