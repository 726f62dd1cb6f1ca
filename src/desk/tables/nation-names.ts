/**
 * ISO 3166-1: the two letters of each nation with its three. Brunei has those of the Olympic Committee, for its ISO ones
 * are Bahrain's there.
 */
const pairs = `AD-AND AE-ARE AF-AFG AG-ATG AL-ALB AM-ARM AO-AGO AR-ARG AS-ASM AT-AUT AU-AUS AW-ABW AZ-AZE BA-BIH BB-BRB BD-BGD
BE-BEL BF-BFA BG-BGR BH-BHR BI-BDI BJ-BEN BM-BMU BN-BRU BO-BOL BR-BRA BS-BHS BT-BTN BW-BWA BY-BLR BZ-BLZ CA-CAN CD-COD
CF-CAF CG-COG CH-CHE CI-CIV CK-COK CL-CHL CM-CMR CN-CHN CO-COL CR-CRI CU-CUB CV-CPV CW-CUW CY-CYP CZ-CZE DE-DEU DJ-DJI
DK-DNK DM-DMA DO-DOM DZ-DZA EC-ECU EE-EST EG-EGY ER-ERI ES-ESP ET-ETH FI-FIN FJ-FJI FM-FSM FO-FRO FR-FRA GA-GAB GB-GBR
GD-GRD GE-GEO GF-GUF GH-GHA GI-GIB GL-GRL GM-GMB GN-GIN GP-GLP GQ-GNQ GR-GRC GT-GTM GU-GUM GW-GNB GY-GUY HK-HKG HN-HND
HR-HRV HT-HTI HU-HUN ID-IDN IE-IRL IL-ISR IN-IND IQ-IRQ IR-IRN IS-ISL IT-ITA JM-JAM JO-JOR JP-JPN KE-KEN KG-KGZ KH-KHM
KI-KIR KM-COM KN-KNA KP-PRK KR-KOR KW-KWT KY-CYM KZ-KAZ LA-LAO LB-LBN LC-LCA LI-LIE LK-LKA LR-LBR LS-LSO LT-LTU LU-LUX
LV-LVA LY-LBY MA-MAR MC-MCO MD-MDA ME-MNE MG-MDG MH-MHL MK-MKD ML-MLI MM-MMR MN-MNG MO-MAC MQ-MTQ MR-MRT MT-MLT MU-MUS
MV-MDV MW-MWI MX-MEX MY-MYS MZ-MOZ NA-NAM NC-NCL NE-NER NG-NGA NI-NIC NL-NLD NO-NOR NP-NPL NR-NRU NZ-NZL OM-OMN PA-PAN
PE-PER PF-PYF PG-PNG PH-PHL PK-PAK PL-POL PR-PRI PS-PSE PT-PRT PW-PLW PY-PRY QA-QAT RE-REU RO-ROU RS-SRB RU-RUS RW-RWA
SA-SAU SB-SLB SC-SYC SD-SDN SE-SWE SG-SGP SI-SVN SK-SVK SL-SLE SM-SMR SN-SEN SO-SOM SR-SUR SS-SSD ST-STP SV-SLV SY-SYR
SZ-SWZ TD-TCD TG-TGO TH-THA TJ-TJK TL-TLS TM-TKM TN-TUN TO-TON TR-TUR TT-TTO TV-TUV TW-TWN TZ-TZA UA-UKR UG-UGA US-USA
UY-URY UZ-UZB VA-VAT VC-VCT VE-VEN VG-VGB VI-VIR VN-VNM VU-VUT WS-WSM XK-XKX YE-YEM ZA-ZAF ZM-ZMB ZW-ZWE`;

export const threeByTwo: ReadonlyMap<string, string> = new Map(
  pairs.split(/\s/).map((pair) => [pair.slice(0, 2), pair.slice(3)]),
);

/** Beside what the languages of the machine call nations. */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  GB: ['Great Britain', 'England', 'Scotland', 'Wales', 'UK', 'Grande-Bretagne', 'Gran Bretagna', 'Gran Bretaña'],
  US: [
    'United States of America',
    'USA',
    "États-Unis d'Amérique",
    "Stati Uniti d'America",
    'EE. UU.',
    'Verenigde Staten',
  ],
  NL: ['Holland', 'The Netherlands', 'Hollande', 'Olanda', 'Holanda', 'Pays-Bas', 'Paesi Bassi'],
  CZ: ['Czech Republic', 'République tchèque', 'Repubblica Ceca', 'República Checa', 'Tsjechische Republiek'],
  TR: ['Turkey'],
  RU: ['Russian Federation'],
  KR: ['Korea'],
  MK: ['Macedonia'],
  HK: ['Hong Kong'],
  BY: ['Belarus', 'Biélorussie'],
};
