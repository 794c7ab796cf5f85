#!/bin/sh
# Makes the ledger: ledger.sh FILE. The program is $CPCJF, or cpcjf.
set -eu
here=$(dirname "$0")
ledger=$1
run() { "${CPCJF:-cpcjf}" "$@" --ledger "$ledger" --recorder sample; }
run init --start 2000-01-01 \
  --title "Crime Prevention and Criminal Justice Fund: the biennium 2002-2003" \
  --note "Sample. Exchange rates are a proxy computed from ECB reference rates, not the UN operational rates. Entries whose memo says 'invented' are."
run add programme GPAC "Global Programme against Corruption"
run add programme GPAT "Global Programme against Trafficking in Human Beings"
run add programme GPOC "Global Programme against Transnational Organized Crime"
run add programme GPT "Global Programme against Terrorism"
run import csv donors "$here/donors.csv"
run import csv projects "$here/projects.csv"
run import rates "$here/rates.csv"
run import treaties "$here/../treaties.csv"
run record opening --sub-fund GP --amount "1850000.00 USD" --on 1999-12-31 --memo "invented"
run record opening --sub-fund SP --amount "2820000.00 USD" --on 1999-12-31 --memo "invented"
run record opening --sub-fund SP --amount "120000.00 USD" --on 1999-12-31 \
  --donor ITA --earmark theme:organized-crime --memo "invented: what was left of an earmarked gift"
run record opening --sub-fund PSC --amount "310000.00 USD" --on 1999-12-31 --memo "invented"
run import csv pledges "$here/pledges.csv"
run commit DEU-2002-1 --on 2003-01-20 --document "Exchange of letters of 20 January 2003" \
  --memo "invented"
run commit ITA-2004-1 --on 2004-11-15 --document "Agreement of 15 November 2004" --memo "invented"
run import csv contributions "$here/contributions.csv"
run import csv refunds "$here/refunds.csv"
run record adjustment --sub-fund GP --debit assets:cash --credit adjustments:other \
  --amount "125.00 USD" --on 2003-03-31 --document "Bank advice 17 of 31 March 2003" \
  --memo "invented: a credit that the bank could not explain"
twice=$(run record contribution --donor KOR --amount "25000 USD" --on 2003-07-22 \
  --memo "invented: the receipt RCP-2003-18, entered a second time")
echo "$twice"
run reverse "$twice" --reason "Entered twice: it is RCP-2003-18" --memo "invented"
