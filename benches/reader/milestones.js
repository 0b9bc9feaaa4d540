// Waits until the app has taken over, and a second longer; then tells what observe.js and the browser noted.
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));
for (let waited = 0; seen.live === null; waited += 100) {
  if (waited > 60000) throw `after a minute the app is not there, and the page shows “${document.body.innerText.slice(0, 200)}”`;
  await pause(100);
}
await pause(1000);
const [page] = performance.getEntriesByType("navigation");
const files = [page, ...performance.getEntriesByType("resource")];
const [paint] = performance.getEntriesByName("first-contentful-paint");
return {
  requests: files.length,
  bytes: files.reduce((sum, file) => sum + file.transferSize, 0),
  painted: paint?.startTime,
  there: seen.there,
  live: seen.live,
  shift: seen.shift,
};
