import type { MethodText } from '../method-content.ts';

export default {
  name: 'Jednodenní designový sprint',
  purpose: 'Za jeden den přejít od otázky k otestovanému papírovému prototypu.',
  materials: 'Týmy nejvýše po sedmi, papír, nůžky, dva nebo tři obyvatelé na test',
  output: 'Otestovaný prototyp s poznámkami',
  notFor: 'Spory o hodnotách, zda vůbec jednat; sprint odpovídá na otázku jak, ne zda.',
  steps: [
    { title: 'Dlouhodobý cíl', instruction: 'Určete dlouhodobý cíl a otázky, které vás nejvíc znepokojují.' },
    { title: 'Otázky na odborníky', instruction: 'Krátké vstupy odborníků; každý si zapisuje otázky Jak bychom mohli.' },
    { title: 'Cesta obyvatele službou', instruction: 'Nakreslete cestu obyvatele službou a vyberte cílový bod.' },
    { title: 'Kreslit samostatně', instruction: 'Kreslete sami: poznámky, osm rychlých náčrtů, jedno podrobné nepodepsané řešení.' },
    { title: 'Rozhodnout', instruction: 'Rozhodněte: tiché čtení s body, krátká kritika, volba rozhodující osoby.' },
    { title: 'Prototyp', instruction: 'Postavte papírový prototyp nebo scénář.' },
    { title: 'Test s obyvateli', instruction: 'Otestujte se dvěma nebo třemi obyvateli a zapište, co dělají.' },
    { title: 'Nechat, změnit, vypustit', instruction: 'Shrňte, co ponechat, změnit a vyřadit.' },
  ],
} satisfies MethodText;
