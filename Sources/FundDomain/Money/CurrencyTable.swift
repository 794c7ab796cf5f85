// Currencies of ISO 4217: list one, and list three for those that ended. The day of the end is the
// last day of use as a unit of account; where the list knows only a month, that month's last day.
// Fixed rates to the euro: Council Regulations (EC) 2866/98, 1478/2000 and their successors;
// other fixed rates are redenominations. Where list three gives no decimals, those in use are
// given: none for ADP, BEF, BYB, BYR, ESP, GRD, ITL, LUF, MGF, PTE and TRL, else two. List one says
// that decimals do not apply to the SDR; CLDR and whoever reports in it have two.
//
// code | decimals | name | began | ended | successor | units of it per unit of the successor
let currencyTable = #"""
  ADP|0|Andorran Peseta||2001-12-31|EUR|166.386
  AED|2|UAE Dirham||||
  AFA|2|Afghani||2003-01-31|AFN|1000
  AFN|2|Afghani||||
  ALK|2|Old Lek||1989-12-31||
  ALL|2|Lek||||
  AMD|2|Armenian Dram||||
  ANG|2|Netherlands Antillean Guilder||2025-03-31|XCG|1
  AOA|2|Kwanza||||
  AOK|2|Kwanza||1991-03-31||
  AON|2|New Kwanza||2000-02-29||
  AOR|2|Kwanza Reajustado||2000-02-29||
  ARA|2|Austral||1992-01-31||
  ARP|2|Peso Argentino||1985-07-31||
  ARS|2|Argentine Peso||||
  ARY|2|Peso||1990-12-31||
  ATS|2|Schilling||2001-12-31|EUR|13.7603
  AUD|2|Australian Dollar||||
  AWG|2|Aruban Florin||||
  AYM|2|Azerbaijan Manat||2005-10-31||
  AZM|2|Azerbaijanian Manat||2005-12-31|AZN|5000
  AZN|2|Azerbaijan Manat||||
  BAD|2|Dinar||1998-07-31||
  BAM|2|Convertible Mark||||
  BBD|2|Barbados Dollar||||
  BDT|2|Taka||||
  BEC|2|Convertible Franc||1990-03-31||
  BEF|0|Belgian Franc||2001-12-31|EUR|40.3399
  BEL|2|Financial Franc||1990-03-31||
  BGJ|2|Lev A/52||1990-12-31||
  BGK|2|Lev A/62||1990-12-31||
  BGL|2|Lev||2003-11-30|BGN|1000
  BGN|2|Bulgarian Lev||2025-12-31|EUR|1.95583
  BHD|3|Bahraini Dinar||||
  BIF|0|Burundi Franc||||
  BMD|2|Bermudian Dollar||||
  BND|2|Brunei Dollar||||
  BOB|2|Boliviano||||
  BOP|2|Peso boliviano||1987-02-28||
  BOV|2|Mvdol||||
  BRB|2|Cruzeiro||1986-03-31||
  BRC|2|Cruzado||1989-02-28||
  BRE|2|Cruzeiro||1993-03-31||
  BRL|2|Brazilian Real||||
  BRN|2|New Cruzado||1990-03-31||
  BRR|2|Cruzeiro Real||1994-07-31||
  BSD|2|Bahamian Dollar||||
  BTN|2|Ngultrum||||
  BUK|2|Kyat||1990-02-28||
  BWP|2|Pula||||
  BYB|0|Belarusian Ruble||2001-01-31|BYR|1000
  BYN|2|Belarusian Ruble||||
  BYR|0|Belarusian Ruble||2017-01-31|BYN|10000
  BZD|2|Belize Dollar||||
  CAD|2|Canadian Dollar||||
  CDF|2|Congolese Franc||||
  CHC|2|WIR Franc (for electronic)||2004-11-30||
  CHE|2|WIR Euro||||
  CHF|2|Swiss Franc||||
  CHW|2|WIR Franc||||
  CLF|4|Unidad de Fomento||||
  CLP|0|Chilean Peso||||
  CNY|2|Yuan Renminbi||||
  COP|2|Colombian Peso||||
  COU|2|Unidad de Valor Real||||
  CRC|2|Costa Rican Colon||||
  CSD|2|Serbian Dinar||2006-10-31|RSD|1
  CSJ|2|Krona A/53||1990-12-31||
  CSK|2|Koruna||1993-03-31||
  CUC|2|Peso Convertible||2021-06-30||
  CUP|2|Cuban Peso||||
  CVE|2|Cabo Verde Escudo||||
  CYP|2|Cyprus Pound||2007-12-31|EUR|0.585274
  CZK|2|Czech Koruna||||
  DDM|2|Mark der DDR||1990-09-30||
  DEM|2|Deutsche Mark||2001-12-31|EUR|1.95583
  DJF|0|Djibouti Franc||||
  DKK|2|Danish Krone||||
  DOP|2|Dominican Peso||||
  DZD|2|Algerian Dinar||||
  ECS|2|Sucre||2000-09-30||
  ECV|2|Unidad de Valor Constante (UVC)||2000-09-30||
  EEK|2|Kroon||2010-12-31|EUR|15.6466
  EGP|2|Egyptian Pound||||
  ERN|2|Nakfa||||
  ESA|2|Spanish Peseta||1981-12-31||
  ESB|2|A" Account (convertible Peseta Account)||1994-12-31||
  ESP|0|Spanish Peseta||2001-12-31|EUR|166.386
  ETB|2|Ethiopian Birr||||
  EUR|2|Euro|1999-01-01|||
  FIM|2|Markka||2001-12-31|EUR|5.94573
  FJD|2|Fiji Dollar||||
  FKP|2|Falkland Islands Pound||||
  FRF|2|French Franc||2001-12-31|EUR|6.55957
  GBP|2|Pound Sterling||||
  GEK|2|Georgian Coupon||1995-10-31||
  GEL|2|Lari||||
  GHC|2|Cedi||2008-01-31|GHS|10000
  GHP|2|Ghana Cedi||2007-06-30||
  GHS|2|Ghana Cedi||||
  GIP|2|Gibraltar Pound||||
  GMD|2|Dalasi||||
  GNE|2|Syli||1989-12-31||
  GNF|0|Guinean Franc||||
  GNS|2|Syli||1986-02-28||
  GQE|2|Ekwele||1986-06-30||
  GRD|0|Drachma||2001-12-31|EUR|340.750
  GTQ|2|Quetzal||||
  GWE|2|Guinea Escudo||1981-12-31||
  GWP|2|Guinea-Bissau Peso||1997-05-31||
  GYD|2|Guyana Dollar||||
  HKD|2|Hong Kong Dollar||||
  HNL|2|Lempira||||
  HRD|2|Croatian Dinar||1995-01-31|HRK|1000
  HRK|2|Kuna||2022-12-31|EUR|7.53450
  HTG|2|Gourde||||
  HUF|2|Forint||||
  IDR|2|Rupiah||||
  IEP|2|Irish Pound||2001-12-31|EUR|0.787564
  ILP|2|Pound||1981-12-31||
  ILR|2|Old Shekel||1990-12-31||
  ILS|2|New Israeli Sheqel||||
  INR|2|Indian Rupee||||
  IQD|3|Iraqi Dinar||||
  IRR|2|Iranian Rial||||
  ISJ|2|Old Krona||1990-12-31||
  ISK|0|Iceland Krona||||
  ITL|0|Italian Lira||2001-12-31|EUR|1936.27
  JMD|2|Jamaican Dollar||||
  JOD|3|Jordanian Dinar||||
  JPY|0|Yen||||
  KES|2|Kenyan Shilling||||
  KGS|2|Som||||
  KHR|2|Riel||||
  KMF|0|Comorian Franc||||
  KPW|2|North Korean Won||||
  KRW|0|Won||||
  KWD|3|Kuwaiti Dinar||||
  KYD|2|Cayman Islands Dollar||||
  KZT|2|Tenge||||
  LAJ|2|Pathet Lao Kip||1979-12-31||
  LAK|2|Lao Kip||||
  LBP|2|Lebanese Pound||||
  LKR|2|Sri Lanka Rupee||||
  LRD|2|Liberian Dollar||||
  LSL|2|Loti||||
  LSM|2|Loti||1985-05-31||
  LTL|2|Lithuanian Litas||2014-12-31|EUR|3.45280
  LTT|2|Talonas||1993-07-31||
  LUC|2|Luxembourg Convertible Franc||1990-03-31||
  LUF|0|Luxembourg Franc||2001-12-31|EUR|40.3399
  LUL|2|Luxembourg Financial Franc||1990-03-31||
  LVL|2|Latvian Lats||2013-12-31|EUR|0.702804
  LVR|2|Latvian Ruble||1994-12-31||
  LYD|3|Libyan Dinar||||
  MAD|2|Moroccan Dirham||||
  MDL|2|Moldovan Leu||||
  MGA|2|Malagasy Ariary||||
  MGF|0|Malagasy Franc||2004-12-31|MGA|5
  MKD|2|Denar||||
  MLF|2|Mali Franc||1984-11-30||
  MMK|2|Kyat||||
  MNT|2|Tugrik||||
  MOP|2|Pataca||||
  MRO|2|Ouguiya||2017-12-31|MRU|10
  MRU|2|Ouguiya||||
  MTL|2|Maltese Lira||2007-12-31|EUR|0.429300
  MTP|2|Maltese Pound||1983-06-30||
  MUR|2|Mauritius Rupee||||
  MVQ|2|Maldive Rupee||1989-12-31||
  MVR|2|Rufiyaa||||
  MWK|2|Malawi Kwacha||||
  MXN|2|Mexican Peso||||
  MXP|2|Mexican Peso||1993-01-31||
  MXV|2|Mexican Unidad de Inversion (UDI)||||
  MYR|2|Malaysian Ringgit||||
  MZE|2|Mozambique Escudo||1981-12-31||
  MZM|2|Mozambique Metical||2006-06-30|MZN|1000
  MZN|2|Mozambique Metical||||
  NAD|2|Namibia Dollar||||
  NGN|2|Naira||||
  NIC|2|Cordoba||1990-10-31||
  NIO|2|Cordoba Oro||||
  NLG|2|Netherlands Guilder||2001-12-31|EUR|2.20371
  NOK|2|Norwegian Krone||||
  NPR|2|Nepalese Rupee||||
  NZD|2|New Zealand Dollar||||
  OMR|3|Rial Omani||||
  PAB|2|Balboa||||
  PEH|2|Sol||1990-12-31||
  PEI|2|Inti||1991-07-31||
  PEN|2|Sol||||
  PES|2|Sol||1986-02-28||
  PGK|2|Kina||||
  PHP|2|Philippine Peso||||
  PKR|2|Pakistan Rupee||||
  PLN|2|Zloty||||
  PLZ|2|Zloty||1997-01-31|PLN|10000
  PTE|0|Portuguese Escudo||2001-12-31|EUR|200.482
  PYG|0|Guarani||||
  QAR|2|Qatari Rial||||
  RHD|2|Rhodesian Dollar||1981-12-31||
  ROK|2|Leu A/52||1990-12-31||
  ROL|2|Old Leu||2005-06-30|RON|10000
  RON|2|Romanian Leu|2005-07-01|||
  RSD|2|Serbian Dinar||||
  RUB|2|Russian Ruble|1998-01-01|||
  RUR|2|Russian Ruble||1997-12-31|RUB|1000
  RWF|0|Rwanda Franc||||
  SAR|2|Saudi Riyal||||
  SBD|2|Solomon Islands Dollar||||
  SCR|2|Seychelles Rupee||||
  SDD|2|Sudanese Dinar||2007-07-31|SDG|100
  SDG|2|Sudanese Pound||||
  SDP|2|Sudanese Pound||1998-06-30||
  SEK|2|Swedish Krona||||
  SGD|2|Singapore Dollar||||
  SHP|2|Saint Helena Pound||||
  SIT|2|Tolar||2006-12-31|EUR|239.640
  SKK|2|Slovak Koruna||2008-12-31|EUR|30.1260
  SLE|2|Leone||||
  SLL|2|Leone||2023-12-31|SLE|1000
  SOS|2|Somali Shilling||||
  SRD|2|Surinam Dollar||||
  SRG|2|Surinam Guilder||2003-12-31|SRD|1000
  SSP|2|South Sudanese Pound||||
  STD|2|Dobra||2017-12-31|STN|1000
  STN|2|Dobra||||
  SUR|2|Rouble||1990-12-31||
  SVC|2|El Salvador Colon||||
  SYP|2|Syrian Pound||||
  SZL|2|Lilangeni||||
  THB|2|Baht||||
  TJR|2|Tajik Ruble||2001-04-30||
  TJS|2|Somoni||||
  TMM|2|Turkmenistan Manat||2009-01-31|TMT|5000
  TMT|2|Turkmenistan New Manat||||
  TND|3|Tunisian Dinar||||
  TOP|2|Pa’anga||||
  TPE|2|Timor Escudo||2002-11-30||
  TRL|0|Old Turkish Lira||2005-12-31|TRY|1000000
  TRY|2|Turkish Lira|2005-01-01|||
  TTD|2|Trinidad and Tobago Dollar||||
  TWD|2|New Taiwan Dollar||||
  TZS|2|Tanzanian Shilling||||
  UAH|2|Hryvnia||||
  UAK|2|Karbovanet||1996-09-30||
  UGS|2|Uganda Shilling||1987-05-31||
  UGW|2|Old Shilling||1990-12-31||
  UGX|0|Uganda Shilling||||
  USD|2|US Dollar||||
  USN|2|US Dollar (Next day)||||
  USS|2|US Dollar (Same day)||2014-03-31||
  UYI|0|Uruguay Peso en Unidades Indexadas (UI)||||
  UYN|2|Old Uruguay Peso||1989-12-31||
  UYP|2|Uruguayan Peso||1993-03-31||
  UYU|2|Peso Uruguayo||||
  UYW|4|Unidad Previsional||||
  UZS|2|Uzbekistan Sum||||
  VEB|2|Bolivar||2008-01-31|VEF|1000
  VED|2|Bolívar Soberano||||
  VEF|2|Bolívar||2018-08-31|VES|100000
  VES|2|Bolívar Soberano||||
  VNC|2|Old Dong||1990-12-31||
  VND|0|Dong||||
  VUV|0|Vatu||||
  WST|2|Tala||||
  XAD|2|Arab Accounting Dinar||||
  XAF|0|CFA Franc BEAC||||
  XCD|2|East Caribbean Dollar||||
  XCG|2|Caribbean Guilder||||
  XDR|2|SDR (Special Drawing Right)||||
  XEU|2|European Currency Unit (E.C.U)||1998-12-31|EUR|1
  XOF|0|CFA Franc BCEAO||||
  XPF|0|CFP Franc||||
  YDD|2|Yemeni Dinar||1991-09-30||
  YER|2|Yemeni Rial||||
  YUD|2|New Yugoslavian Dinar||1990-01-31||
  YUM|2|New Dinar||2003-07-31|CSD|1
  YUN|2|Yugoslavian Dinar||1995-11-30||
  ZAL|2|Financial Rand||1995-03-31||
  ZAR|2|Rand||||
  ZMK|2|Zambian Kwacha||2012-12-31|ZMW|1000
  ZMW|2|Zambian Kwacha||||
  ZRN|2|New Zaire||1999-06-30||
  ZRZ|2|Zaire||1994-02-28||
  ZWC|2|Rhodesian Dollar||1989-12-31||
  ZWD|2|Zimbabwe Dollar||2008-08-31||
  ZWG|2|Zimbabwe Gold||||
  ZWL|2|Zimbabwe Dollar||2024-09-30||
  ZWN|2|Zimbabwe Dollar (new)||2006-09-30||
  ZWR|2|Zimbabwe Dollar||2009-06-30||
  """#
