// Countries and territories of ISO 3166-1 and, with the dates of their lives, those of ISO 3166-3
// that the Fund's years have seen. Short names: UNTERM; M49 numbers, regions, sub-regions, least
// developed, landlocked and small island developing States: UNSD M49; regional groups: the
// Department for General Assembly and Conference Management; economic groups: World Economic
// Situation and Prospects (undated, after 2019). The operational region follows from the M49
// sub-region by the rule that Region.swift states. LDC: `..` undated, else from..until.
//
// alpha-3 | alpha-2 | M49 | name | other names | unofficial codes | operational region | M49 region
// | M49 sub-region | regional group | member State | economic group | LDC | LLDC | SIDS | from | until
let countryTable = #"""
  ABW|AW|533|Aruba|||latin-america-and-caribbean|019|419||||||y||
  AFG|AF|004|Afghanistan|Islamic Republic of Afghanistan||west-and-central-asia|142|034|asia-pacific|member|developing|..|y|||
  AGO|AO|024|Angola|Republic of Angola||africa|002|202|african|member|developing|1994..||||
  AIA|AI|660|Anguilla|||latin-america-and-caribbean|019|419||||||y||
  ALA|AX|248|Åland Islands|||other-states|150|154||||||||
  ALB|AL|008|Albania|Republic of Albania||south-eastern-and-eastern-europe|150|039|eastern-european|member|transition|||||
  AND|AD|020|Andorra|Principality of Andorra||other-states|150|039|western-european-and-other|member||||||
  ANT|AN|530|Netherlands Antilles|||latin-america-and-caribbean|019|419|||developing|||||2010-10-09
  ARE|AE|784|United Arab Emirates|||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  ARG|AR|032|Argentina|Argentine Republic||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  ARM|AM|051|Armenia|Republic of Armenia||west-and-central-asia|142|145|eastern-european|member|transition||y|||
  ASM|AS|016|American Samoa|||east-asia-and-pacific|009|061||||||y||
  ATA|AQ|010|Antarctica|||other-states||||||||||
  ATF|TF|260|French Southern Territories|||africa|002|202||||||||
  ATG|AG|028|Antigua and Barbuda|Antigua & Barbuda||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member||||y||
  AUS|AU|036|Australia|||east-asia-and-pacific|009|053|western-european-and-other|member|developed|||||
  AUT|AT|040|Austria|Republic of Austria||other-states|150|155|western-european-and-other|member|developed|||||
  AZE|AZ|031|Azerbaijan|Republic of Azerbaijan||west-and-central-asia|142|145|eastern-european|member|transition||y|||
  BDI|BI|108|Burundi|Republic of Burundi||africa|002|202|african|member|developing|..|y|||
  BEL|BE|056|Belgium|Kingdom of Belgium||other-states|150|155|western-european-and-other|member|developed|||||
  BEN|BJ|204|Benin|Republic of Benin||africa|002|202|african|member|developing|..||||
  BES|BQ|535|Bonaire, Sint Eustatius and Saba|Caribbean Netherlands||latin-america-and-caribbean|019|419||||||y|2010-10-10|
  BFA|BF|854|Burkina Faso|||africa|002|202|african|member|developing|..|y|||
  BGD|BD|050|Bangladesh|People's Republic of Bangladesh||south-asia|142|034|asia-pacific|member|developing|..||||
  BGR|BG|100|Bulgaria|Republic of Bulgaria||south-eastern-and-eastern-europe|150|151|eastern-european|member|developed|||||
  BHR|BH|048|Bahrain|Kingdom of Bahrain||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  BHS|BS|044|Bahamas|Commonwealth of the Bahamas;The Bahamas||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  BIH|BA|070|Bosnia and Herzegovina|Republic of Bosnia and Herzegovina;Bosnia||south-eastern-and-eastern-europe|150|039|eastern-european|member|transition|||||
  BLM|BL|652|Saint Barthélemy|St. Barthélemy||latin-america-and-caribbean|019|419||||||||
  BLR|BY|112|Belarus|Republic of Belarus||south-eastern-and-eastern-europe|150|151|eastern-european|member|transition|||||
  BLZ|BZ|084|Belize|||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  BMU|BM|060|Bermuda|||other-states|019|021||||||||
  BOL|BO|068|Bolivia (Plurinational State of)|Bolivia;Plurinational State of Bolivia||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing||y|||
  BRA|BR|076|Brazil|Federative Republic of Brazil||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  BRB|BB|052|Barbados|||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  BRN|BN|096|Brunei Darussalam|Brunei||east-asia-and-pacific|142|035|asia-pacific|member|developing|||||
  BTN|BT|064|Bhutan|Kingdom of Bhutan||south-asia|142|034|asia-pacific|member|developing|..2023-12-13|y|||
  BUR|BU|104|Burma|||east-asia-and-pacific|142|035|asia-pacific||developing|||||1989-06-18
  BVT|BV|074|Bouvet Island|||latin-america-and-caribbean|019|419||||||||
  BWA|BW|072|Botswana|Republic of Botswana||africa|002|202|african|member|developing|..1994-12-19|y|||
  CAF|CF|140|Central African Republic|||africa|002|202|african|member|developing|..|y|||
  CAN|CA|124|Canada|||other-states|019|021|western-european-and-other|member|developed|||||
  CCK|CC|166|Cocos (Keeling) Islands|Cocos Islands||east-asia-and-pacific|009|053||||||||
  CHE|CH|756|Switzerland|Swiss Confederation||other-states|150|155|western-european-and-other|member|developed|||||
  CHL|CL|152|Chile|Republic of Chile||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  CHN|CN|156|China|People's Republic of China||east-asia-and-pacific|142|030|asia-pacific|member|developing|||||
  CIV|CI|384|Côte d'Ivoire|Republic of Côte d'Ivoire;Ivory Coast||africa|002|202|african|member|developing|||||
  CMR|CM|120|Cameroon|Republic of Cameroon||africa|002|202|african|member|developing|||||
  COD|CD|180|Democratic Republic of the Congo|Congo, The Democratic Republic of the;Congo - Kinshasa;DR Congo;Congo, Democratic Republic of the||africa|002|202|african|member|developing|1991..|||1997-05-17|
  COG|CG|178|Congo|Republic of the Congo;Congo - Brazzaville||africa|002|202|african|member|developing|||||
  COK|CK|184|Cook Islands (the)|Cook Islands||east-asia-and-pacific|009|061||||||y||
  COL|CO|170|Colombia|Republic of Colombia||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  COM|KM|174|Comoros|Union of the Comoros||africa|002|202|african|member|developing|..||y||
  CPV|CV|132|Cabo Verde|Republic of Cabo Verde;Cape Verde||africa|002|202|african|member|developing|..2007-12-20||y||
  CRI|CR|188|Costa Rica|Republic of Costa Rica||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  CSK|CS|200|Czechoslovakia|||south-eastern-and-eastern-europe|150|151|eastern-european||transition|||||1992-12-31
  CUB|CU|192|Cuba|Republic of Cuba||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  CUW|CW|531|Curaçao|||latin-america-and-caribbean|019|419||||||y|2010-10-10|
  CXR|CX|162|Christmas Island|||east-asia-and-pacific|009|053||||||||
  CYM|KY|136|Cayman Islands|||latin-america-and-caribbean|019|419||||||||
  CYP|CY|196|Cyprus|Republic of Cyprus||south-eastern-and-eastern-europe|142|145|asia-pacific|member|developed|||||
  CZE|CZ|203|Czechia|Czech Republic||south-eastern-and-eastern-europe|150|151|eastern-european|member|developed||||1993-01-01|
  DDR|DD|278|German Democratic Republic|||south-eastern-and-eastern-europe|150|155|eastern-european||transition|||||1990-10-02
  DEU|DE|276|Germany|Federal Republic of Germany||other-states|150|155|western-european-and-other|member|developed|||||
  DJI|DJ|262|Djibouti|Republic of Djibouti||africa|002|202|african|member|developing|..||||
  DMA|DM|212|Dominica|Commonwealth of Dominica||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member||||y||
  DNK|DK|208|Denmark|Kingdom of Denmark||other-states|150|154|western-european-and-other|member|developed|||||
  DOM|DO|214|Dominican Republic|||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  DZA|DZ|012|Algeria|People's Democratic Republic of Algeria||middle-east-and-north-africa|002|015|african|member|developing|||||
  ECU|EC|218|Ecuador|Republic of Ecuador||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  EGY|EG|818|Egypt|Arab Republic of Egypt||middle-east-and-north-africa|002|015|african|member|developing|||||
  ERI|ER|232|Eritrea|the State of Eritrea||africa|002|202|african|member|developing|1994..|||1993-05-24|
  ESH|EH|732|Western Sahara|||middle-east-and-north-africa|002|015||||||||
  ESP|ES|724|Spain|Kingdom of Spain||other-states|150|039|western-european-and-other|member|developed|||||
  EST|EE|233|Estonia|Republic of Estonia||other-states|150|154|eastern-european|member|developed|||||
  ETH|ET|231|Ethiopia|Federal Democratic Republic of Ethiopia||africa|002|202|african|member|developing|..|y|||
  FIN|FI|246|Finland|Republic of Finland||other-states|150|154|western-european-and-other|member|developed|||||
  FJI|FJ|242|Fiji|Republic of Fiji||east-asia-and-pacific|009|054|asia-pacific|member|developing|||y||
  FLK|FK|238|Falkland Islands (Malvinas)|Falkland Islands||latin-america-and-caribbean|019|419||||||||
  FRA|FR|250|France|French Republic||other-states|150|155|western-european-and-other|member|developed|||||
  FRO|FO|234|Faroe Islands|||other-states|150|154||||||||
  FSM|FM|583|Micronesia (Federated States of)|Federated States of Micronesia;Micronesia||east-asia-and-pacific|009|057|asia-pacific|member||||y||
  GAB|GA|266|Gabon|Gabonese Republic||africa|002|202|african|member|developing|||||
  GBR|GB|826|United Kingdom of Great Britain and Northern Ireland|United Kingdom;UK;Great Britain||other-states|150|154|western-european-and-other|member|developed|||||
  GEO|GE|268|Georgia|||west-and-central-asia|142|145|eastern-european|member|transition|||||
  GGY|GG|831|Guernsey|||other-states|150|154||||||||
  GHA|GH|288|Ghana|Republic of Ghana||africa|002|202|african|member|developing|||||
  GIB|GI|292|Gibraltar|||other-states|150|039||||||||
  GIN|GN|324|Guinea|Republic of Guinea||africa|002|202|african|member|developing|..||||
  GLP|GP|312|Guadeloupe|||latin-america-and-caribbean|019|419||||||||
  GMB|GM|270|Gambia|Republic of the Gambia;The Gambia||africa|002|202|african|member|developing|..||||
  GNB|GW|624|Guinea-Bissau|Republic of Guinea-Bissau||africa|002|202|african|member|developing|..||y||
  GNQ|GQ|226|Equatorial Guinea|Republic of Equatorial Guinea||africa|002|202|african|member|developing|..2017-06-04||||
  GRC|GR|300|Greece|Hellenic Republic||other-states|150|039|western-european-and-other|member|developed|||||
  GRD|GD|308|Grenada|||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member||||y||
  GRL|GL|304|Greenland|||other-states|019|021||||||||
  GTM|GT|320|Guatemala|Republic of Guatemala||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  GUF|GF|254|French Guiana|||latin-america-and-caribbean|019|419||||||||
  GUM|GU|316|Guam|||east-asia-and-pacific|009|057||||||y||
  GUY|GY|328|Guyana|Republic of Guyana||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  HKG|HK|344|Hong Kong|Hong Kong Special Administrative Region of China;China, Hong Kong Special Administrative Region;Hong Kong SAR||east-asia-and-pacific|142|030||||||||
  HMD|HM|334|Heard Island and McDonald Islands|Heard & McDonald Islands||east-asia-and-pacific|009|053||||||||
  HND|HN|340|Honduras|Republic of Honduras||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  HRV|HR|191|Croatia|Republic of Croatia||south-eastern-and-eastern-europe|150|039|eastern-european|member|developed|||||
  HTI|HT|332|Haiti|Republic of Haiti||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|..||y||
  HUN|HU|348|Hungary|||south-eastern-and-eastern-europe|150|151|eastern-european|member|developed|||||
  IDN|ID|360|Indonesia|Republic of Indonesia||east-asia-and-pacific|142|035|asia-pacific|member|developing|||||
  IMN|IM|833|Isle of Man|||other-states|150|154||||||||
  IND|IN|356|India|Republic of India||south-asia|142|034|asia-pacific|member|developing|||||
  IOT|IO|086|British Indian Ocean Territory|||africa|002|202||||||||
  IRL|IE|372|Ireland|||other-states|150|154|western-european-and-other|member|developed|||||
  IRN|IR|364|Iran (Islamic Republic of)|Iran;Islamic Republic of Iran||west-and-central-asia|142|034|asia-pacific|member|developing|||||
  IRQ|IQ|368|Iraq|Republic of Iraq||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  ISL|IS|352|Iceland|Republic of Iceland||other-states|150|154|western-european-and-other|member|developed|||||
  ISR|IL|376|Israel|State of Israel||middle-east-and-north-africa|142|145|western-european-and-other|member|developing|||||
  ITA|IT|380|Italy|Italian Republic||other-states|150|039|western-european-and-other|member|developed|||||
  JAM|JM|388|Jamaica|||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  JEY|JE|832|Jersey|||other-states|150|154||||||||
  JOR|JO|400|Jordan|Hashemite Kingdom of Jordan||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  JPN|JP|392|Japan|||east-asia-and-pacific|142|030|asia-pacific|member|developed|||||
  KAZ|KZ|398|Kazakhstan|Republic of Kazakhstan||west-and-central-asia|142|143|asia-pacific|member|transition||y|||
  KEN|KE|404|Kenya|Republic of Kenya||africa|002|202|african|member|developing|||||
  KGZ|KG|417|Kyrgyzstan|Kyrgyz Republic||west-and-central-asia|142|143|asia-pacific|member|transition||y|||
  KHM|KH|116|Cambodia|Kingdom of Cambodia||east-asia-and-pacific|142|035|asia-pacific|member|developing|1991..||||
  KIR|KI|296|Kiribati|Republic of Kiribati||east-asia-and-pacific|009|057|asia-pacific|member|developing|..||y||
  KNA|KN|659|Saint Kitts and Nevis|St. Kitts & Nevis;St. Kitts and Nevis||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member||||y||
  KOR|KR|410|Republic of Korea|Korea, Republic of;South Korea||east-asia-and-pacific|142|030|asia-pacific|member||||||
  KWT|KW|414|Kuwait|State of Kuwait||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  LAO|LA|418|Lao People's Democratic Republic|Laos;Lao PDR||east-asia-and-pacific|142|035|asia-pacific|member|developing|..|y|||
  LBN|LB|422|Lebanon|Lebanese Republic|LEB|middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  LBR|LR|430|Liberia|Republic of Liberia||africa|002|202|african|member|developing|1990..||||
  LBY|LY|434|Libya|Libyan Arab Jamahiriya||middle-east-and-north-africa|002|015|african|member|developing|||||
  LCA|LC|662|Saint Lucia|St. Lucia||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member||||y||
  LIE|LI|438|Liechtenstein|Principality of Liechtenstein||other-states|150|155|western-european-and-other|member||||||
  LKA|LK|144|Sri Lanka|Democratic Socialist Republic of Sri Lanka||south-asia|142|034|asia-pacific|member|developing|||||
  LSO|LS|426|Lesotho|Kingdom of Lesotho||africa|002|202|african|member|developing|..|y|||
  LTU|LT|440|Lithuania|Republic of Lithuania||other-states|150|154|eastern-european|member|developed|||||
  LUX|LU|442|Luxembourg|Grand Duchy of Luxembourg||other-states|150|155|western-european-and-other|member|developed|||||
  LVA|LV|428|Latvia|Republic of Latvia||other-states|150|154|eastern-european|member|developed|||||
  MAC|MO|446|Macao|Macao Special Administrative Region of China;China, Macao Special Administrative Region;Macau||east-asia-and-pacific|142|030||||||||
  MAF|MF|663|Saint Martin (French part)|St. Martin||latin-america-and-caribbean|019|419||||||||
  MAR|MA|504|Morocco|Kingdom of Morocco||middle-east-and-north-africa|002|015|african|member|developing|||||
  MCO|MC|492|Monaco|Principality of Monaco||other-states|150|155|western-european-and-other|member||||||
  MDA|MD|498|Republic of Moldova|Moldova, Republic of;Moldova||south-eastern-and-eastern-europe|150|151|eastern-european|member|transition||y|||
  MDG|MG|450|Madagascar|Republic of Madagascar||africa|002|202|african|member|developing|1991..||||
  MDV|MV|462|Maldives|Republic of Maldives||south-asia|142|034|asia-pacific|member|developing|..2011-01-01||y||
  MEX|MX|484|Mexico|United Mexican States||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  MHL|MH|584|Marshall Islands|Republic of the Marshall Islands||east-asia-and-pacific|009|057|asia-pacific|member||||y||
  MKD|MK|807|North Macedonia|Republic of North Macedonia;Macedonia;The former Yugoslav Republic of Macedonia||south-eastern-and-eastern-europe|150|039|eastern-european|member|transition||y|||
  MLI|ML|466|Mali|Republic of Mali||africa|002|202|african|member|developing|..|y|||
  MLT|MT|470|Malta|Republic of Malta||other-states|150|039|western-european-and-other|member|developed|||||
  MMR|MM|104|Myanmar|Republic of Myanmar;Burma||east-asia-and-pacific|142|035|asia-pacific|member|developing|..||||
  MNE|ME|499|Montenegro|||south-eastern-and-eastern-europe|150|039|eastern-european|member|transition||||2006-06-03|
  MNG|MN|496|Mongolia|||east-asia-and-pacific|142|030|asia-pacific|member|developing||y|||
  MNP|MP|580|Northern Mariana Islands|Commonwealth of the Northern Mariana Islands||east-asia-and-pacific|009|057||||||y||
  MOZ|MZ|508|Mozambique|Republic of Mozambique||africa|002|202|african|member|developing|..||||
  MRT|MR|478|Mauritania|Islamic Republic of Mauritania||africa|002|202|african|member|developing|..||||
  MSR|MS|500|Montserrat|||latin-america-and-caribbean|019|419||||||y||
  MTQ|MQ|474|Martinique|||latin-america-and-caribbean|019|419||||||||
  MUS|MU|480|Mauritius|Republic of Mauritius||africa|002|202|african|member|developing|||y||
  MWI|MW|454|Malawi|Republic of Malawi||africa|002|202|african|member|developing|..|y|||
  MYS|MY|458|Malaysia|||east-asia-and-pacific|142|035|asia-pacific|member|developing|||||
  MYT|YT|175|Mayotte|||africa|002|202||||||||
  NAM|NA|516|Namibia|Republic of Namibia||africa|002|202|african|member|developing|||||
  NCL|NC|540|New Caledonia|||east-asia-and-pacific|009|054||||||y||
  NER|NE|562|Niger|Republic of the Niger||africa|002|202|african|member|developing|..|y|||
  NFK|NF|574|Norfolk Island|||east-asia-and-pacific|009|053||||||||
  NGA|NG|566|Nigeria|Federal Republic of Nigeria|NIR|africa|002|202|african|member|developing|||||
  NIC|NI|558|Nicaragua|Republic of Nicaragua||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  NIU|NU|570|Niue|||east-asia-and-pacific|009|061||||||y||
  NLD|NL|528|Netherlands|Kingdom of the Netherlands;Netherlands (Kingdom of the)||other-states|150|155|western-european-and-other|member|developed|||||
  NOR|NO|578|Norway|Kingdom of Norway||other-states|150|154|western-european-and-other|member|developed|||||
  NPL|NP|524|Nepal|Federal Democratic Republic of Nepal||south-asia|142|034|asia-pacific|member|developing|..|y|||
  NRU|NR|520|Nauru|Republic of Nauru||east-asia-and-pacific|009|057|asia-pacific|member||||y||
  NZL|NZ|554|New Zealand|||east-asia-and-pacific|009|053|western-european-and-other|member|developed|||||
  OMN|OM|512|Oman|Sultanate of Oman||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  PAK|PK|586|Pakistan|Islamic Republic of Pakistan||west-and-central-asia|142|034|asia-pacific|member|developing|||||
  PAN|PA|591|Panama|Republic of Panama||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  PCN|PN|612|Pitcairn|||east-asia-and-pacific|009|061||||||||
  PER|PE|604|Peru|Republic of Peru||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  PHL|PH|608|Philippines|Republic of the Philippines||east-asia-and-pacific|142|035|asia-pacific|member|developing|||||
  PLW|PW|585|Palau|Republic of Palau||east-asia-and-pacific|009|057|asia-pacific|member||||y||
  PNG|PG|598|Papua New Guinea|Independent State of Papua New Guinea||east-asia-and-pacific|009|054|asia-pacific|member|developing|||y||
  POL|PL|616|Poland|Republic of Poland||south-eastern-and-eastern-europe|150|151|eastern-european|member|developed|||||
  PRI|PR|630|Puerto Rico|||latin-america-and-caribbean|019|419||||||y||
  PRK|KP|408|Democratic People's Republic of Korea|Korea, Democratic People's Republic of;North Korea||east-asia-and-pacific|142|030|asia-pacific|member|developing|||||
  PRT|PT|620|Portugal|Portuguese Republic||other-states|150|039|western-european-and-other|member|developed|||||
  PRY|PY|600|Paraguay|Republic of Paraguay||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing||y|||
  PSE|PS|275|State of Palestine (the)|Palestine, State of;the State of Palestine;State of Palestine;Palestine||middle-east-and-north-africa|142|145|||developing|||||
  PYF|PF|258|French Polynesia|||east-asia-and-pacific|009|061||||||y||
  QAT|QA|634|Qatar|State of Qatar||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  REU|RE|638|Réunion|||africa|002|202||||||||
  ROU|RO|642|Romania|||south-eastern-and-eastern-europe|150|151|eastern-european|member|developed|||||
  RUS|RU|643|Russian Federation|Russia||south-eastern-and-eastern-europe|150|151|eastern-european|member|transition|||||
  RWA|RW|646|Rwanda|Rwandese Republic||africa|002|202|african|member|developing|..|y|||
  SAU|SA|682|Saudi Arabia|Kingdom of Saudi Arabia||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  SCG|CS|891|Serbia and Montenegro|||south-eastern-and-eastern-europe|150|039|eastern-european||transition||||2003-02-04|2006-06-02
  SDN|SD|729|Sudan|Republic of the Sudan||middle-east-and-north-africa|002|015|african|member|developing|..||||
  SEN|SN|686|Senegal|Republic of Senegal||africa|002|202|african|member|developing|2001..||||
  SGP|SG|702|Singapore|Republic of Singapore||east-asia-and-pacific|142|035|asia-pacific|member|developing|||y||
  SGS|GS|239|South Georgia and the South Sandwich Islands|South Georgia & South Sandwich Islands||latin-america-and-caribbean|019|419||||||||
  SHN|SH|654|Saint Helena, Ascension and Tristan da Cunha|Saint Helena;St. Helena||africa|002|202||||||||
  SJM|SJ|744|Svalbard and Jan Mayen|Svalbard and Jan Mayen Islands;Svalbard & Jan Mayen||other-states|150|154||||||||
  SLB|SB|090|Solomon Islands|||east-asia-and-pacific|009|054|asia-pacific|member|developing|1991..||y||
  SLE|SL|694|Sierra Leone|Republic of Sierra Leone||africa|002|202|african|member|developing|..||||
  SLV|SV|222|El Salvador|Republic of El Salvador||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  SMR|SM|674|San Marino|Republic of San Marino||other-states|150|039|western-european-and-other|member||||||
  SOM|SO|706|Somalia|Federal Republic of Somalia||africa|002|202|african|member|developing|..||||
  SPM|PM|666|Saint Pierre and Miquelon|St. Pierre & Miquelon||other-states|019|021||||||||
  SRB|RS|688|Serbia|Republic of Serbia||south-eastern-and-eastern-europe|150|039|eastern-european|member|transition||||2006-06-03|
  SSD|SS|728|South Sudan|Republic of South Sudan||africa|002|202|african|member|developing|2012-12-18..|y||2011-07-09|
  STP|ST|678|Sao Tome and Principe|Democratic Republic of Sao Tome and Principe;São Tomé & Príncipe||africa|002|202|african|member|developing|..2024-12-13||y||
  SUN|SU|810|Union of Soviet Socialist Republics|USSR||south-eastern-and-eastern-europe|150|151|eastern-european||transition|||||1991-12-25
  SUR|SR|740|Suriname|Republic of Suriname||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  SVK|SK|703|Slovakia|Slovak Republic||south-eastern-and-eastern-europe|150|151|eastern-european|member|developed||||1993-01-01|
  SVN|SI|705|Slovenia|Republic of Slovenia||south-eastern-and-eastern-europe|150|039|eastern-european|member|developed|||||
  SWE|SE|752|Sweden|Kingdom of Sweden||other-states|150|154|western-european-and-other|member|developed|||||
  SWZ|SZ|748|Eswatini|Kingdom of Eswatini;Swaziland||africa|002|202|african|member|developing||y|||
  SXM|SX|534|Sint Maarten (Dutch part)|Sint Maarten||latin-america-and-caribbean|019|419||||||y|2010-10-10|
  SYC|SC|690|Seychelles|Republic of Seychelles||africa|002|202|african|member||||y||
  SYR|SY|760|Syrian Arab Republic|Syria||middle-east-and-north-africa|142|145|asia-pacific|member|developing|||||
  TCA|TC|796|Turks and Caicos Islands|Turks & Caicos Islands||latin-america-and-caribbean|019|419||||||||
  TCD|TD|148|Chad|Republic of Chad||africa|002|202|african|member|developing|..|y|||
  TGO|TG|768|Togo|Togolese Republic||africa|002|202|african|member|developing|..||||
  THA|TH|764|Thailand|Kingdom of Thailand||east-asia-and-pacific|142|035|asia-pacific|member|developing|||||
  TJK|TJ|762|Tajikistan|Republic of Tajikistan||west-and-central-asia|142|143|asia-pacific|member|transition||y|||
  TKL|TK|772|Tokelau|||east-asia-and-pacific|009|061||||||||
  TKM|TM|795|Turkmenistan|||west-and-central-asia|142|143|asia-pacific|member|transition||y|||
  TLS|TL|626|Timor-Leste|Democratic Republic of Timor-Leste;East Timor||east-asia-and-pacific|142|035|asia-pacific|member|developing|2003-12-23..||y|2002-05-20|
  TMP|TP|626|East Timor (before independence)|||east-asia-and-pacific|142|035|||developing|||||2002-05-19
  TON|TO|776|Tonga|Kingdom of Tonga||east-asia-and-pacific|009|061|asia-pacific|member||||y||
  TTO|TT|780|Trinidad and Tobago|Republic of Trinidad and Tobago;Trinidad & Tobago||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||y||
  TUN|TN|788|Tunisia|Republic of Tunisia||middle-east-and-north-africa|002|015|african|member|developing|||||
  TUR|TR|792|Türkiye|Republic of Türkiye;Turkey||south-eastern-and-eastern-europe|142|145|western-european-and-other|member|developing|||||
  TUV|TV|798|Tuvalu|||east-asia-and-pacific|009|061|asia-pacific|member||..||y||
  TWN|TW|158|Taiwan, Province of China|Taiwan||east-asia-and-pacific|142|030|||developing|||||
  TZA|TZ|834|United Republic of Tanzania|Tanzania, United Republic of;Tanzania||africa|002|202|african|member|developing|..||||
  UGA|UG|800|Uganda|Republic of Uganda||africa|002|202|african|member|developing|..|y|||
  UKR|UA|804|Ukraine|||south-eastern-and-eastern-europe|150|151|eastern-european|member|transition|||||
  UMI|UM|581|United States Minor Outlying Islands|U.S. Outlying Islands||east-asia-and-pacific|009|057||||||||
  URY|UY|858|Uruguay|Eastern Republic of Uruguay||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  USA|US|840|United States of America|United States;US||other-states|019|021|western-european-and-other|member|developed|||||
  UZB|UZ|860|Uzbekistan|Republic of Uzbekistan||west-and-central-asia|142|143|asia-pacific|member|transition||y|||
  VAT|VA|336|Holy See (the)|Holy See (Vatican City State);Holy See;Vatican City||other-states|150|039||||||||
  VCT|VC|670|Saint Vincent and the Grenadines|St. Vincent & Grenadines;St. Vincent and the Grenadines||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member||||y||
  VEN|VE|862|Venezuela (Bolivarian Republic of)|Venezuela;Bolivarian Republic of Venezuela||latin-america-and-caribbean|019|419|latin-american-and-caribbean|member|developing|||||
  VGB|VG|092|Virgin Islands, British|British Virgin Islands||latin-america-and-caribbean|019|419||||||y||
  VIR|VI|850|Virgin Islands, U.S.|Virgin Islands of the United States;United States Virgin Islands;U.S. Virgin Islands||latin-america-and-caribbean|019|419||||||y||
  VNM|VN|704|Viet Nam|Socialist Republic of Viet Nam|VIE|east-asia-and-pacific|142|035|asia-pacific|member|developing|||||
  VUT|VU|548|Vanuatu|Republic of Vanuatu||east-asia-and-pacific|009|054|asia-pacific|member|developing|..2020-12-04||y||
  WLF|WF|876|Wallis and Futuna|Wallis and Futuna Islands;Wallis & Futuna||east-asia-and-pacific|009|061||||||||
  WSM|WS|882|Samoa|Independent State of Samoa||east-asia-and-pacific|009|061|asia-pacific|member|developing|..2014-01-01||y||
  YEM|YE|887|Yemen|Republic of Yemen||middle-east-and-north-africa|142|145|asia-pacific|member|developing|..||||
  YMD|YD|720|Democratic Yemen|||middle-east-and-north-africa|142|145|asia-pacific||developing|||||1990-05-21
  YUG|YU|891|Yugoslavia|Federal Republic of Yugoslavia||south-eastern-and-eastern-europe|150|039|eastern-european||transition|||||2003-02-03
  ZAF|ZA|710|South Africa|Republic of South Africa|SAF|africa|002|202|african|member|developing|||||
  ZAR|ZR|180|Zaire|||africa|002|202|african||developing|||||1997-05-16
  ZMB|ZM|894|Zambia|Republic of Zambia||africa|002|202|african|member|developing|1991..|y|||
  ZWE|ZW|716|Zimbabwe|Republic of Zimbabwe||africa|002|202|african|member|developing||y|||
  """#
