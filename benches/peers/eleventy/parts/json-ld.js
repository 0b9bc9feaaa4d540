import { plain, word } from "./text.js";

export function jsonLd({ site, names, own, judged }) {
  const list = {
    "@context": "https://schema.org",
    "@type": "ItemList",
    itemListElement: judged.map((it, i) => ({ "@type": "ListItem", position: i + 1, item: item(it) })),
    name: names,
    url: own,
  };
  const crumbs = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", item: site.base_url, name: site.name, position: 1 },
      { "@type": "ListItem", name: names, position: 2 },
    ],
  };
  const script = (value) =>
    `<script type="application/ld+json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>\n`;
  return script(list) + script(crumbs);
}

const organization = (name) => ({ "@type": "Organization", name });

const item = ({ tool, reviews }) => ({
  "@type": "SoftwareApplication",
  applicationCategory: tool.category,
  author: organization(tool.maker),
  description: plain(tool.description),
  name: tool.name,
  offers: tool.price.plans.map(offer),
  review: reviews.map(review),
  url: tool.url,
});

const offer = ({ name, amount: price, currency: priceCurrency, per: unitText }) => ({
  "@type": "Offer",
  name,
  price,
  priceCurrency,
  priceSpecification: { "@type": "UnitPriceSpecification", price, priceCurrency, unitText },
});

const review = ({ verdict, date, quote, member }) => ({
  "@type": "Review",
  author: organization(member.name),
  datePublished: date,
  name: word(verdict),
  reviewBody: plain(quote),
  reviewRating: { "@type": "Rating", bestRating: 1, ratingValue: verdict === "ship" ? 1 : 0, worstRating: 0 },
});
