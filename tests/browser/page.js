// What the tests know of a page: elements by role and name, as readers and assistive technology find them.
const tidy = text => text.replace(/\s+/g, ' ').trim();
const seen = el => el.checkVisibility ? el.checkVisibility() : el.getClientRects().length > 0;
const words = node => {
  if (node.nodeType === 3) return node.data;
  if (node.nodeType !== 1 || node.hidden || node.ariaHidden === 'true' || node.matches('input, select')) return '';
  return [...node.childNodes].map(words).join('');
};
// Not `el.labels`: WebKit 2.50 ends the page's process when such a list outlives its document.
const labelOf = el => (el.id && document.querySelector(`label[for="${CSS.escape(el.id)}"]`)) || el.closest('label');
const nameOf = el => {
  const by = el.getAttribute('aria-labelledby');
  if (by) return tidy(by.split(' ').map(id => words(document.getElementById(id))).join(' '));
  if (el.ariaLabel) return el.ariaLabel;
  const label = el.tagName === 'FIELDSET' ? el.querySelector('legend') : labelOf(el);
  return tidy(words(label || el));
};
const ROLES = {
  alert: '[role=alert]', article: 'article', button: 'button:not([role])', checkbox: 'input[type=checkbox]', combobox: 'select, [role=combobox]',
  group: 'fieldset:not([role]), [role=group]', heading: 'h1, h2, h3', link: 'a[href]', option: '[role=option]', radio: 'input[type=radio]',
  radiogroup: '[role=radiogroup]', region: 'section', searchbox: 'input[type=search]', status: '[role=status]', switch: '[role=switch]',
  table: 'table',
};
const named = role => [...document.querySelectorAll(ROLES[role])].filter(seen).map(el => [nameOf(el), el]);
const article = name => (named('article').find(([found]) => found === name) || [])[1];
