#!/bin/sh
# Makes the ledger: ledger.sh FILE. The program is $CPCJF, or cpcjf.
#
# Each year: what the CSV files hold of it, and between them what no file can say.
set -eu
here=$(dirname "$0")
ledger=$1
part=$(mktemp)
trap 'rm -f "$part"' EXIT

# run ARGUMENT…: one command on the ledger.
run() { "${CPCJF:-cpcjf}" "$@" --ledger "$ledger" --recorder sample; }

# act MEMO ARGUMENT…: one command that records something invented.
act() {
  memo=$1
  shift
  run "$@" --memo "invented: $memo"
}

# import YEAR KIND…: the rows of each KIND.csv that are dated in the year.
import() {
  year=$1
  shift
  for kind; do
    awk -F, -v year="$year" '
      NR == 1 { for (i = 1; i <= NF; i++) if ($i == "on") on = i }
      NR == 1 || substr($on, 1, 4) == year' "$here/$kind.csv" >"$part"
    run import csv "$kind" "$part"
  done
}

# The functions that follow read a table: an act a line.

# exchange: date, sub-fund, what was sold, what was bought.
exchange() {
  while read -r day fund sold of bought for; do
    act "money exchanged" record exchange --sub-fund "$fund" --on "$day" --sold "$sold $of" \
      --bought "$bought $for"
  done
}

# bank DATE: sub-fund, interest and charges of the year.
bank() {
  while read -r fund interest charges; do
    act "of the year" record interest --sub-fund "$fund" --amount "$interest USD" --on "$1"
    act "of the year" record charge --sub-fund "$fund" --amount "$charges USD" --on "$1"
  done
}

# life: date, project, its status from that day on.
life() {
  while read -r day project status; do
    act "$status" change project "$project" --status "$status" --on "$day"
  done
}

# settle: date, sub-fund, what it pays of the programme support that it owes.
settle() {
  while read -r day fund amount; do
    act "programme support" record transfer --from "$fund" --to PSC --settle \
      --amount "$amount USD" --on "$day"
  done
}

# reduce: date, obligation, what of it will not be paid.
reduce() {
  while read -r day obligation amount currency; do
    act "not needed" change obligation "$obligation" --amount "-$amount $currency" --on "$day"
  done
}

# give_back: date, allotment, what of it is returned.
give_back() {
  while read -r day allotment amount; do
    act "not needed" change allotment "$allotment" --amount "-$amount USD" --on "$day"
  done
}

# The Fund, programmes, donors, projects and rates.
run init --start 2000-01-01 --title "Crime Prevention and Criminal Justice Fund" \
  --note "Sample. Exchange rates are a proxy computed from ECB reference rates, not the UN operational rates. Entries whose memo says 'invented' are."
run add programme GPAC "Global Programme against Corruption"
run add programme GPAT "Global Programme against Trafficking in Human Beings"
run add programme GPOC "Global Programme against Transnational Organized Crime"
run add programme GPT "Global Programme against Terrorism"
run import csv donors "$here/donors.csv"
run import csv mandates "$here/mandates.csv"
run import csv requests "$here/requests.csv"
run import csv projects "$here/projects.csv"
run import rates "$here/rates.csv"
run import treaties "$here/../treaties.csv"

# What there was on 31 December 1999: money, and what was open.
opening() {
  reference=$1
  amount=$2
  shift 2
  act "before this ledger" record opening --on 1999-12-31 --reference "$reference" \
    --amount "$amount USD" "$@"
}
opening BAL-GP 812408.75 --sub-fund GP
opening BAL-SP 38214.60 --sub-fund SP
opening BAL-PSC 187640.27 --sub-fund PSC
opening BAL-ITA 118750.00 --donor ITA --earmark theme:organized-crime
opening BAL-NOR 263915.40 --donor NOR --earmark theme:corruption
opening BAL-AUT 96480.00 --donor AUT --earmark theme:juvenile-justice
opening BAL-SWE 184230.55 --donor SWE --earmark project:SAF/98/R72
opening BAL-JPN 85000.00 --item pledge --donor JPN --due 2000-06-30=85000
opening BAL-SAF 61300.00 --item allotment --project SAF/98/R72 --from BAL-SWE
opening BAL-LEB 31640.00 --item allotment --project LEB/R30 --from BAL-AUT
opening BAL-GRANT 12640.00 --item obligation --project SAF/98/R72 --allotment BAL-SAF \
  --class grants-and-fellowships --payee "One-stop centre, Upington"

# 2000
import 2000 contributions allotments obligations disbursements
act "open on 31 December 1999" record disbursement --obligation BAL-GRANT \
  --amount "11900 USD" --on 2000-02-18
reduce <<END
2000-05-12 BAL-GRANT 740.00 USD
2000-12-29 PA-2000-01 227.40 USD
END
exchange <<END
2000-05-31 GP 40000 GBP 62987.42 USD
2000-09-29 GP 350000 DKK 41913.84 USD
END
settle <<END
2000-12-29 SP 15126.78
END
bank 2000-12-29 <<END
GP 33240.18 412.60
SP 27316.52 96.35
PSC 6402.77 18.00
END

# 2001
import 2001 pledges contributions allotments
act "a second survey" change allotment AA-2000-02 --amount "38000 USD" --on 2001-01-22
import 2001 obligations disbursements
ticket=$(act "an air ticket, corrected in 2002" record disbursement --project FS/HUN/00/R12 \
  --class travel --amount "4320 USD" --on 2001-06-08)
echo "$ticket"
reduce <<END
2001-03-30 TRN-2000-01 1551.25 USD
END
# On the last day the money of the countries of the euro becomes euros, at the fixed rates.
exchange <<END
2001-06-15 SP 400000 NOK 43069.26 USD
2001-12-31 GP 150000 NLG 68067.03 EUR
2001-12-31 GP 4000000 BEF 99157.41 EUR
2001-12-31 GP 500000 FRF 76224.51 EUR
2001-12-31 GP 1000000 ATS 72672.83 EUR
2001-12-31 GP 10000000 ESP 60101.21 EUR
2001-12-31 GP 4000000 PTE 19951.92 EUR
2001-12-31 SP 20000 IEP 25394.76 EUR
2001-12-31 SP 300000 FIM 50456.38 EUR
2001-12-31 SP 200000 DEM 102258.38 EUR
END
settle <<END
2001-12-28 SP 26921.01
END
bank 2001-12-28 <<END
GP 34318.94 388.15
SP 24107.61 121.70
PSC 4985.30 18.00
END

# 2000-2001 is closed, opened again for one invoice, and closed.
act "done on 15 February 2002" close 2000-2001
act "done on 18 March 2002" reopen 2000-2001 --reason "An invoice of the field office came late"
act "telephone and rent" record disbursement --project SAF/98/R72 --class operating-expenses \
  --amount "1184.60 USD" --on 2001-12-20
act "done on 20 March 2002" close 2000-2001

# 2002. What was wrong in 2001 is corrected …
undone=$(act "seen by the auditors" reverse "$ticket" --on 2002-02-20 \
  --reason "The ticket cost 3,420 dollars, not 4,320")
echo "$undone"
act "an air ticket, at its price" record disbursement --project FS/HUN/00/R12 --class travel \
  --amount "3420 USD" --on 2002-02-20 --corrects "$undone"
# … and what was open is saved, returned or written off.
reduce <<END
2002-03-15 CON-2001-01 3290.00 USD
2002-04-19 TRN-2001-01 4315.80 USD
END
give_back <<END
2002-06-28 AA-2000-02 20324.82
END
act "too old to be claimed" record write-off --pledge BAL-JPN --reason lapsed \
  --document "Note for the file of 29 March 2002" --on 2002-03-29
import 2002 pledges contributions
act "no project is left there" change contribution RCP-2002-08 --earmark theme:corruption \
  --document "Letter of 18 November 2002" --on 2002-11-18
act "the bank had named Spain" change contribution RCP-2002-23 --donor PRT \
  --document "Bank advice of 27 December 2002" --on 2002-12-30
import 2002 allotments obligations
act "a second course" change obligation GA-2002-03 --amount "6400 USD" --on 2002-12-02
import 2002 disbursements co-funding
reduce <<END
2002-11-29 TRN-2002-01 1355.85 USD
END
act "sale of a vehicle" record other-income --sub-fund GP --amount "2385 USD" --on 2002-08-30
exchange <<END
2002-04-05 SP 1500000 NOK 169343.31 USD
2002-06-14 SP 350000 EUR 327005.62 USD
2002-06-28 GP 25000000 JPY 202628.83 USD
2002-06-28 GP 150000 EUR 141129.33 USD
2002-07-05 SP 275000 CAD 181780.28 USD
2002-07-12 SP 1950000 SEK 210623.65 USD
2002-07-19 SP 500000 DKK 66148.66 USD
2002-10-04 SP 125000 GBP 194548.29 USD
2002-10-11 SP 400000 EUR 390342.13 USD
2002-12-13 SP 150000 CHF 101209.57 USD
2002-12-16 GP 75000 CHF 50397.57 USD
END
settle <<END
2002-12-30 SP 102222.60
END
bank 2002-12-30 <<END
GP 17874.22 405.90
SP 19460.37 214.55
PSC 2218.64 18.00
END
act "at the end of the year" record revaluation --on 2002-12-31

# 2003
life <<END
2003-01-13 RLA/2003/SMUGGLING approved
2003-02-01 RLA/2003/SMUGGLING ongoing
2003-02-10 RAS/2003/MONEY-LAUNDERING approved
2003-03-01 RAS/2003/MONEY-LAUNDERING ongoing
2003-05-05 EGY/R31 approved
2003-06-01 EGY/R31 ongoing
END
act "binding" commit DEU-2002-1 --on 2003-01-20 \
  --document "Exchange of letters of 20 January 2003"
import 2003 pledges
act "raised" change pledge POL-2003-1 --amount "+8000 USD" --due 2003-11-30 \
  --document "Note verbale of 22 September 2003" --on 2003-09-22
act "reduced" change pledge BRA-2002-1 --amount "-8000 USD" \
  --document "Note verbale of 28 March 2003" --on 2003-03-28
import 2003 contributions
act "for 2004" record contribution --donor LIE --amount "15000 CHF" --for 2004-2005 \
  --on 2003-12-18 --reference RCP-2003-32
gift=$(act "corrected in 2004" record contribution --donor PRT --amount "25000 EUR" \
  --on 2003-12-04 --reference RCP-2003-26)
echo "$gift"
twice=$(act "RCP-2003-18 a second time" record contribution --donor KOR --amount "25000 USD" \
  --on 2003-07-22)
echo "$twice"
act "seen at once" reverse "$twice" --reason "Entered twice: it is RCP-2003-18"
import 2003 allotments obligations
act "of the bank's gift first" record obligation --project RAS/2003/MONEY-LAUNDERING \
  --allotment AA-2003-30 --class equipment --amount "8940 USD" --payee "Software, Suva" \
  --on 2003-10-20 --reference PO-2003-12
import 2003 disbursements co-funding
act "euros paid in dollars" record disbursement --obligation GA-2002-04 --amount "11520 USD" \
  --settles "10000 EUR" --on 2003-10-24
act "unspent by one organization" record recovery --of GA-2002-01 --amount "1386.20 USD" \
  --on 2003-04-25
reduce <<END
2003-01-31 TA-2002-01 1873.45 USD
2003-02-10 TRN-2002-03 2181.60 USD
2003-09-30 TRN-2003-02 3182.10 USD
2003-11-14 TRN-2003-05 2291.15 USD
2003-12-12 TRN-2003-08 1418.40 USD
2003-12-19 TRN-2003-11 2181.75 USD
2003-12-22 GA-2002-04 2000.00 EUR
2003-12-22 TA-2003-01 1262.35 USD
END
give_back <<END
2003-12-30 AA-2002-03 1566.41
2003-12-30 AA-2002-07 2465.21
2003-12-30 AA-2002-08 2117.00
2003-12-30 AA-2003-02 14551.74
2003-12-30 AA-2003-05 21959.82
END
import 2003 refunds
act "PSC's part of an audit that GP paid" record transfer --from PSC --to GP \
  --amount "18500 USD" --on 2003-06-30
act "left of a gift, and no longer earmarked" record transfer --from SP --to GP \
  --contribution RCP-2001-05 --amount "1882.22 USD" --document "Letter of 12 June 2003" \
  --on 2003-06-30
act "a credit that the bank could not explain" record adjustment --sub-fund GP \
  --debit assets:cash --credit adjustments:other --amount "125 USD" --on 2003-03-31 \
  --document "Bank advice 17 of 31 March 2003"
exchange <<END
2003-03-21 SP 110000 CAD 73832.89 USD
2003-04-04 SP 125000 GBP 195839.84 USD
2003-04-11 SP 1500000 NOK 205599.56 USD
2003-05-07 SP 250000 EUR 272754.65 USD
2003-06-10 GP 200000 EUR 234148.06 USD
2003-06-13 SP 225000 CHF 173578.85 USD
2003-06-20 GP 20000000 JPY 169301.02 USD
2003-07-04 SP 2000000 SEK 248521.00 USD
2003-07-08 SP 255000 AUD 170124.34 USD
2003-07-11 SP 1250000 DKK 192254.50 USD
2003-07-18 SP 280000 ZAR 37365.63 USD
2003-08-14 SP 150000 EUR 170719.18 USD
2003-12-08 GP 75000 CHF 57665.26 USD
END
settle <<END
2003-06-27 SP 189998.43
2003-12-30 SP 72386.37
END
act "of the gift itself, by its agreement" record interest --contribution RCP-2002-13 \
  --amount "1873.20 EUR" --on 2003-12-30
bank 2003-12-30 <<END
GP 14906.48 431.20
SP 21338.05 268.90
PSC 1640.12 18.00
END

# 2002-2003 is closed.
act "done on 31 March 2004" close 2002-2003

# 2004. A gift of 2003 was not unearmarked …
undone=$(act "the letter had been mislaid" reverse "$gift" --on 2004-04-05 \
  --reason "Portugal's letter of 4 December 2003 has an earmark")
echo "$undone"
act "with its earmark" record contribution --donor PRT --amount "25000 EUR" \
  --earmark theme:corruption --on 2004-04-05 --corrects "$undone" --reference RCP-2003-26
# … and not all that was obligated in 2002-2003 is needed: savings.
reduce <<END
2004-02-27 TRN-2003-01 1444.65 USD
2004-02-27 TRN-2003-03 1573.80 USD
2004-03-12 TRN-2003-09 1184.40 USD
2004-03-19 GA-2003-01 1466.30 USD
2004-03-26 TRN-2003-10 2351.50 USD
2004-03-26 TRN-2003-14 1706.85 USD
2004-04-16 TA-2003-02 1284.80 USD
2004-04-30 TRN-2003-13 1226.60 USD
2004-05-14 TRN-2003-15 727.70 USD
END
import 2004 pledges
act "binding" commit ITA-2004-1 --on 2004-11-15 --document "Agreement of 15 November 2004"
act "for any region" change pledge CHE-2003-1 --earmark theme:juvenile-justice \
  --document "Letter of 30 March 2004" --on 2004-03-30
act "reduced" change pledge AUS-2003-1 --amount "-25000 AUD" \
  --document "Letter of 10 May 2004" --on 2004-05-10
act "will not be paid" record write-off --pledge PRT-2003-1 --reason donor-withdrew \
  --document "Note verbale of 8 November 2004" --on 2004-11-08
import 2004 contributions allotments
act "proceeds of crime, by Italy's letter" record allotment --project GLO/2002/RATIFICATION \
  --from CA --amount "67800 USD" --document "Letter of 20 May 2004" --on 2004-06-07 \
  --reference AA-2004-16
import 2004 obligations disbursements refunds co-funding
reduce <<END
2004-06-18 GA-2003-03 4500.00 EUR
2004-06-25 CON-2003-04 6150.00 USD
2004-07-16 GA-2003-06 1830.00 USD
2004-12-17 TRN-2004-03 1483.55 USD
END
give_back <<END
2004-12-30 AA-2003-13 23690.68
2004-12-30 AA-2003-31 12769.00
END
act "unspent by the institute" record recovery --of GA-2003-03 --amount "1250 EUR" \
  --on 2004-09-10
exchange <<END
2004-04-07 SP 300000 EUR 363982.95 USD
2004-06-11 SP 225000 CHF 180756.00 USD
2004-07-09 SP 150000 AUD 104290.68 USD
2004-07-14 SP 1400000 SEK 185521.93 USD
2004-07-16 SP 1250000 DKK 203565.00 USD
2004-11-26 CA 45000 CHF 37172.61 USD
END
settle <<END
2004-06-25 SP 147277.01
2004-12-30 SP 19183.42
2004-12-30 CA 11985.82
END
bank 2004-12-30 <<END
GP 15415.66 447.10
SP 33902.74 301.85
CA 2106.58 31.40
PSC 1877.93 18.00
END

# 2005
life <<END
2005-01-01 RAS/2003/MONEY-LAUNDERING completed
2005-02-01 RLA/2003/SMUGGLING completed
END
import 2005 pledges contributions allotments obligations disbursements
reduce <<END
2005-03-18 GA-2004-03 5670.00 USD
2005-03-18 TRN-2004-04 5859.70 USD
END
give_back <<END
2005-03-31 AA-2004-10 1555.58
2005-12-30 AA-2005-05 70000.00
END
exchange <<END
2005-03-08 SP 900000 EUR 1179236.84 USD
2005-05-13 SP 800000 NOK 127237.01 USD
2005-06-17 SP 150000 EUR 187144.64 USD
2005-10-21 SP 1000000 EUR 1205186.97 USD
2005-11-04 CA 25000 EUR 30521.84 USD
END
settle <<END
2005-06-24 SP 222727.47
2005-12-30 SP 23010.00
2005-12-30 CA 10688.51
END
bank 2005-12-30 <<END
GP 24288.17 462.75
SP 88164.39 512.60
CA 3318.02 31.40
PSC 2904.06 18.00
END
