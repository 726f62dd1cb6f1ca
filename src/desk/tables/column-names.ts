/** What a column of a table is about. */
export type TableColumn =
  | 'rank'
  | 'bib'
  | 'family'
  | 'given'
  /** Both in one. */
  | 'name'
  | 'team'
  /** Of the team: three letters. */
  | 'code'
  | 'nation'
  | 'born'
  | 'device'
  | 'transponder'
  | 'time'
  | 'gap'
  | 'points'
  | 'classification'
  | 'color1'
  | 'color2'
  | 'climb'
  /** Whose a record is, and when he set it. */
  | 'who'
  | 'when';

/**
 * What people call them, in English, French, Italian, Spanish, Portuguese,
 * Dutch and German. Accents, case and signs do not count, nor
 * what stands in brackets. "Nome" and "nombre" are given names, and the whole name where no other column has one.
 */
export const tableColumnNames: Readonly<Record<TableColumn, readonly string[]>> = {
  rank: ['rank', 'pos', 'place', 'rang', 'clt', 'posizione', 'posicion', 'puesto', 'plaats', 'platz'],
  bib: [
    ...['bib', 'bib no', 'bib number', 'number', 'no', 'nr', 'num', '#', 'n', 'race number', 'rider number', 'plate'],
    ...['dossard', 'dos', 'dossards', 'no de dossard', 'no dossard', 'numero de dossard', 'numero'],
    ...['dorsale', 'numero dorsale', 'no dorsale', 'numero di gara', 'pettorale'],
    ...['dorsal', 'numero de dorsal', 'no dorsal', 'dors'],
    ...['rugnummer', 'rugnr', 'nummer', 'stuurnummer', 'startnummer', 'startnr', 'st nr', 'rueckennummer'],
    ...['ruckennummer', 'rucken nr'],
  ],
  family: [
    ...['family', 'family name', 'last name', 'lastname', 'surname', 'last'],
    ...['nom', 'nom de famille', 'cognome', 'apellidos', 'apellido', 'achternaam', 'familienaam'],
    ...['apelido', 'apelidos', 'sobrenome', 'nachname', 'familienname'],
  ],
  given: [
    ...['given', 'given name', 'first name', 'firstname', 'first', 'forename'],
    ...['prenom', 'prenoms', 'nome', 'nombre', 'nombres', 'voornaam', 'vorname'],
  ],
  name: [
    ...['name', 'full name', 'rider', 'rider name', 'athlete', 'competitor'],
    ...['nom prenom', 'nom et prenom', 'prenom nom', 'prenom et nom', 'coureur', 'concurrent', 'athlete'],
    ...['cognome nome', 'cognome e nome', 'nome e cognome', 'nome cognome', 'corridore', 'atleta', 'nominativo'],
    ...['nombre y apellidos', 'apellidos y nombre', 'nombre completo', 'nome completo', 'corredor', 'ciclista'],
    ...['naam', 'volledige naam', 'naam renner', 'renner', 'deelnemer', 'fahrer', 'teilnehmer'],
  ],
  team: [
    ...['team', 'team name', 'club', 'equipe', 'nom de l equipe', 'squadra', 'societa', 'equipo', 'ploeg', 'ploegnaam'],
    ...['equipa', 'clube', 'mannschaft', 'verein'],
  ],
  code: [
    ...[
      'code',
      'team code',
      'code equipe',
      'sigla',
      'codice',
      'codice squadra',
      'codigo',
      'codigo equipo',
      'ploegcode',
    ],
    ...['teamcode', 'teamkurzel'],
  ],
  nation: [
    ...['nation', 'nationality', 'nat', 'country', 'ioc', 'nationalite', 'pays', 'nazione', 'nazionalita', 'naz'],
    ...['paese', 'pais', 'nacion', 'nacionalidad', 'nacionalidade', 'nac', 'land', 'nationaliteit', 'nationalitat'],
  ],
  born: [
    ...[
      'born',
      'date of birth',
      'birth date',
      'birthdate',
      'birthday',
      'dob',
      'date de naissance',
      'naissance',
      'ne le',
    ],
    ...[
      'nee le',
      'ne e le',
      'data di nascita',
      'data nascita',
      'data de nascimento',
      'nascimento',
      'nato il',
      'nascita',
      'fecha de nacimiento',
      'fecha nacimiento',
      'fecha nac',
      'nacimiento',
      'f nac',
    ],
    ...['geboortedatum', 'geboren', 'geb datum', 'geburtsdatum', 'jahrgang'],
  ],
  device: [
    ...['device', 'device id', 'tracker', 'tracker id', 'gps', 'phone', 'imei', 'traceur', 'balise', 'appareil'],
    ...['telephone', 'dispositivo', 'localizzatore', 'telefono', 'localizador', 'rastreador', 'apparaat', 'toestel'],
    ...['telefoon', 'gerat', 'telefon'],
  ],
  transponder: [
    ...['transponder', 'transponder id', 'chip', 'chip id', 'chip no', 'chip number', 'tag', 'puce', 'transpondeur'],
    ...['no de puce', 'trasponder', 'chipnummer', 'transpondedor', 'transpondernummer'],
  ],
  time: [
    ...['time', 'start', 'start time', 'time of day', 'total time', 'temps', 'heure', 'depart', 'heure de depart'],
    ...['temps total', 'tempo', 'ora', 'orario', 'partenza', 'ora di partenza', 'orario di partenza', 'tempo totale'],
    ...['tiempo', 'hora', 'salida', 'hora de salida', 'tiempo total', 'tijd', 'vertrek', 'starttijd', 'starturen'],
    ...['vertrektijd', 'totale tijd', 'zeit', 'startzeit', 'uhrzeit', 'gesamtzeit'],
  ],
  gap: [
    ...['gap', 'behind', 'time gap', 'ecart', 'ecarts', 'retard', 'distacco', 'distacchi', 'ritardo', 'diferencia'],
    ...['dif', 'diff', 'retraso', 'achterstand', 'verschil', 'ruckstand', 'abstand'],
  ],
  points: ['points', 'point', 'pts', 'pt', 'punti', 'puntos', 'punten', 'ptn', 'punkte'],
  classification: [
    ...['classification', 'classement', 'classifica', 'clasificacion', 'general classification', 'klassement'],
    ...['wertung', 'jersey', 'maillot', 'maglia', 'trui', 'trikot'],
  ],
  color1: [
    ...['color 1', 'colour 1', 'color1', 'colour1', 'color', 'colour', 'couleur 1', 'couleur', 'colore 1', 'colore'],
    ...['kleur 1', 'kleur', 'farbe 1', 'farbe'],
  ],
  color2: ['color 2', 'colour 2', 'color2', 'colour2', 'couleur 2', 'colore 2', 'kleur 2', 'farbe 2'],
  climb: ['climb', 'ascent', 'col', 'montee', 'ascension', 'salita', 'subida', 'puerto', 'klim', 'anstieg', 'berg'],
  who: ['who', 'holder', 'record holder', 'held by', 'qui', 'detenteur', 'chi', 'quien', 'quem', 'wie', 'wer'],
  when: [
    'when',
    'year',
    'date',
    'quand',
    'annee',
    'quando',
    'anno',
    'cuando',
    'ano',
    'fecha',
    'wanneer',
    'jaar',
    'wann',
    'jahr',
  ],
};

/** How a row begins that counts the others. */
export const totalWords: readonly string[] = ['total', 'totale', 'totaal', 'totaux', 'gesamt', 'summe', 'somme'];

/** What people call the classifications of a race. */
export const classificationNames = {
  general: ['general', 'gc', 'general classification', 'generale', 'generala', 'algemeen', 'gesamt', 'individual'],
  points: ['points', 'punti', 'puntos', 'regularidad', 'punten', 'sprint', 'punkte', 'par points'],
  mountain: ['mountain', 'mountains', 'kom', 'montagne', 'montagna', 'gpm', 'montana', 'berg', 'bergen', 'bergprijs'],
  young: ['young', 'youth', 'jeune', 'jeunes', 'giovani', 'giovane', 'joven', 'jovenes', 'jongeren', 'nachwuchs'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
