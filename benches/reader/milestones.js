// On a page that has no app, the two seconds that it has to be painted in. Elsewhere:
// Waits until the app has taken over, and a second longer; then tells what observe.js and the browser noted.
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
const bare = location.pathname.startsWith("/bare/");
for (let waited = 0; seen.live === null && !bare; waited += 100) {
  if (waited > 60000) throw `after a minute the app is not there, and the page shows “${document.body.innerText.slice(0, 200)}”`;
  await pause(100);
}
await pause(bare ? 2000 : 1000);
const [page] = performance.getEntriesByType("navigation");
const files = [page, ...performance.getEntriesByType("resource")];
const [paint] = performance.getEntriesByName("first-contentful-paint");
return {
  requests: files.length,
  bytes: files.reduce((sum, file) => sum + file.transferSize, 0),
  painted: paint?.startTime,
  largest: seen.largest,
  there: seen.there,
  live: seen.live ?? -1,
  blocked: seen.blocked,
  shift: seen.shift,
};
