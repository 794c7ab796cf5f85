#!/bin/sh
# Makes the ledger: ledger.sh FILE. The program is $CPCJF, or cpcjf.
set -eu
here=$(dirname "$0")
ledger=$1
run() { "${CPCJF:-cpcjf}" "$@" --ledger "$ledger" --recorder sample; }
run init --start 2013-01-01 \
  --title "Crime Prevention and Criminal Justice Fund: voluntary contributions 2013-2024" \
  --note "Sample. Voluntary contributions as UNODC reported them to CEB, un-earmarked as GP and earmarked as SP, dated the last day of their year; they are the whole Office's, drugs matters included. Projects are UN INFO's."
run import csv donors "$here/donors.csv"
run import csv projects "$here/projects.csv"
run import csv contributions "$here/contributions.csv"
run import csv refunds "$here/refunds.csv"
