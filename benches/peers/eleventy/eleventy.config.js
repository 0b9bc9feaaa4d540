export default function (eleventy) {
  eleventy.setQuietMode(true);
}

export const config = { dir: { input: "pages" } };
