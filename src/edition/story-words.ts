import type { Story, StoryFact, StoryKind } from '../insight/story.ts';
import type { Race } from '../race/race.ts';
import type { Edition, Language } from './edition.ts';
import { formatGap, formatSpeed, formatTime, metresAUnit } from './format.ts';
import { riderNames } from './names.ts';
import { wordsOf } from './words/words.ts';

/** A story in words: what it is, what happened, and what proves it, for who approves it. */
export interface StoryText {
  readonly title: string;
  readonly text: string;
  readonly why: string;
}

const titles: Readonly<Record<Language, Readonly<Record<StoryKind, string>>>> = {
  en: {
    attack: 'Attack',
    split: 'Split',
    caught: 'Caught',
    returned: 'Back in the group',
    dropped: 'Dropped',
    'climb time': 'Time of the climb',
    'last hour': 'The last hour',
    'time in front': 'In front',
    'biggest mover': 'Gains the most',
    'best placed in front': 'Best placed in front',
    'jersey at risk': 'The jersey',
    'teammates in front': 'Team-mates in front',
    wind: 'Wind',
    'forecast changed': 'The forecast has changed',
  },
  fr: {
    attack: 'Attaque',
    split: 'Cassure',
    caught: 'Regroupement',
    returned: 'De retour dans le groupe',
    dropped: 'Distancé',
    'climb time': 'Temps de montée',
    'last hour': 'La dernière heure',
    'time in front': 'En tête',
    'biggest mover': 'La plus forte progression',
    'best placed in front': 'Le mieux classé en tête',
    'jersey at risk': 'Le maillot',
    'teammates in front': 'Coéquipiers en tête',
    wind: 'Vent',
    'forecast changed': 'La prévision a changé',
  },
  it: {
    attack: 'Attacco',
    split: 'Frattura',
    caught: 'Ripresi',
    returned: 'Rientro nel gruppo',
    dropped: 'Staccato',
    'climb time': 'Tempo di scalata',
    'last hour': "L'ultima ora",
    'time in front': 'In testa',
    'biggest mover': 'Chi guadagna di più',
    'best placed in front': 'Il meglio piazzato in testa',
    'jersey at risk': 'La maglia',
    'teammates in front': 'Compagni in testa',
    wind: 'Vento',
    'forecast changed': 'La previsione è cambiata',
  },
  es: {
    attack: 'Ataque',
    split: 'Corte',
    caught: 'Alcanzados',
    returned: 'De vuelta en el grupo',
    dropped: 'Descolgado',
    'climb time': 'Tiempo de subida',
    'last hour': 'La última hora',
    'time in front': 'En cabeza',
    'biggest mover': 'Quien más gana',
    'best placed in front': 'El mejor clasificado en cabeza',
    'jersey at risk': 'El maillot',
    'teammates in front': 'Compañeros en cabeza',
    wind: 'Viento',
    'forecast changed': 'La previsión ha cambiado',
  },
  nl: {
    attack: 'Aanval',
    split: 'Breuk',
    caught: 'Gegrepen',
    returned: 'Terug in de groep',
    dropped: 'Gelost',
    'climb time': 'Klimtijd',
    'last hour': 'Het laatste uur',
    'time in front': 'Op kop',
    'biggest mover': 'Grootste winst',
    'best placed in front': 'Best geplaatst op kop',
    'jersey at risk': 'De trui',
    'teammates in front': 'Ploegmaats op kop',
    wind: 'Wind',
    'forecast changed': 'De verwachting is veranderd',
  },
};

/** Who, then each fact with its unit. */
export function storyWords(story: Story, race: Race, edition: Edition): StoryText {
  const names = story.bibs.map((bib) => {
    const rider = race.sheet.riders.get(bib);
    // A name is not parted.
    return rider ? (riderNames(rider)[0] ?? bib).replaceAll(' ', '\u00a0') : bib;
  });
  const facts = Object.entries(story.facts).map(([of, value]) => factText(of as StoryFact, value, edition));
  const text = [names.join(', '), ...facts].filter(Boolean).join(' · ');
  return { title: titles[edition.language][story.kind], text, why: facts.join(' · ') };
}

function factText(of: StoryFact, value: number, edition: Edition): string {
  const words = wordsOf(edition.language);
  const unit = edition.units === 'imperial' ? 'mi' : 'km';
  const { figure, unit: perHour } = formatSpeed(value, edition);
  const texts: Readonly<Record<StoryFact, string>> = {
    riders: words.moreRiders(value),
    gap: formatGap(value, edition),
    time: formatTime(value, edition),
    bracket: `± ${formatTime(value, edition)}`,
    km: `${Math.round((value * 1000) / metresAUnit(edition))} ${unit}`,
    speed: `${figure} ${perHour}`,
    places: `+${value}`,
    rank: words.ordinal(value),
    share: `${Math.round(value)}%`,
  };
  return texts[of];
}
