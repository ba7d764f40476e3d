/** The page around the element: its title and the switch of languages. */

import './element.js';
import { en } from './text/en.js';
import { nl } from './text/nl.js';

const texts = { nl, en };

/** @param {'nl' | 'en'} language */
function speak(language) {
  const { page } = texts[language];
  document.documentElement.lang = language;
  document.title = page.title;
  const lead = document.querySelector('#lead');
  if (lead) {
    lead.textContent = page.lead;
  }
  document.querySelector('nav')?.setAttribute('aria-label', page.languages);
  for (const button of document.querySelectorAll('nav button')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('lang') === language));
  }
}

for (const button of document.querySelectorAll('nav button')) {
  button.addEventListener('click', () => speak(button.getAttribute('lang') === 'en' ? 'en' : 'nl'));
}
speak(navigator.language.toLowerCase().startsWith('nl') ? 'nl' : 'en');
