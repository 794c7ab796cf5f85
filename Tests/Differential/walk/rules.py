"""Which of the program's rules answer to which of the model's reasons."""
import re

# The beginning of the model's reason, as a regular expression, and the rules.
RULES = [
    (r"rule 9: ", {"currency-ended"}),
    (r"rate: ", {"rate-missing"}),
    (r"amount: ", {"amount-too-small"}),
    (r"rule 5: |closed: ", {"biennium-closed"}),
    (r"close: ", {"earlier-biennium-open"}),
    (r"open: ", {"biennium-open"}),
    (r"later: ", {"later-biennium-closed"}),
    (r"opening: ", {"opening-after-closing"}),
    (r"giver: ", {"donor-unchanged"}),
    (r"instalments: ", {"instalments-not-whole"}),
    (r"pledge: already", {"pledge-already-committed"}),
    (r"pledge: of another", {"pledge-of-another-donor", "pledge-of-another-sub-fund"}),
    (r"currency: differs", {"currency-differs-from-pledge"}),
    (r"for: ", {"for-earlier-biennium"}),
    (r"rule 2: more than is outstanding", {"write-off-exceeds-pledge"}),
    (r"rule 2: ", {"contribution-exceeds-pledge"}),
    (r"rule 3: ", {"allotment-exceeds-money"}),
    (r"purpose: ", {"purpose-not-stated"}),
    (r"earmark: ", {"outside-earmark"}),
    (r"budget: ", {"over-share-of-budget"}),
    (r"rule 4: .*over what is left", {"over-allotments"}),
    (r"rule 4: more than is unliquidated", {"reduction-exceeds-obligation"}),
    (r"rule 4: a disbursement over", {"disbursement-exceeds-obligation"}),
    (r"rule 4: more than was paid", {"recovery-exceeds-payment"}),
    (r"rule 4: more than is unobligated|return: ", {"return-exceeds-allotment"}),
    (r"rule 4: (more than was given|more than the donor|.* over the unspent)", {"refund-exceeds-contribution"}),
    (r"project: ", {"allotment-of-another-project"}),
    (r"reversed: ", {"document-reversed"}),
    (r"rule 8: reversing a reversal", {"reversal-of-reversal"}),
    (r"rule 8: reversing twice", {"already-reversed"}),
    (r"undone: ", {"already-reversed"}),
    (r"rule 8: a revaluation", {"reversal-of-revaluation"}),
    (r"rule 8: ", {"others-depend-on-it", "given-out-already"}),
    # The program names what stands on a document before it looks at the day of its reversal.
    (r"rule 10: dated before what it reverses", {"dated-before-its-document", "others-depend-on-it"}),
    (r"rule 10: ", {"dated-before-its-document"}),
    (r"exchange: off the fixed rate", {"exchange-off-fixed-rate"}),
    (r"exchange: ", {"exchange-of-one-currency"}),
    (r"consent: ", {"transfer-without-consent"}),
    (r"debt: ", {"settlement-exceeds-debt"}),
    (r"paid: ", {"paid-without-earmark"}),
    (r"refunded: ", {"refunded-in-part"}),
    (r"nothing to revalue", {"nothing-to-revalue"}),
    (r"nobody: ", {"refund-without-donor"}),
    (r"reference: ", {"reference-contradicts"}),
    (r"goods: ", {"allotment-of-goods", "refund-of-goods"}),
]


def rules(reason):
    for pattern, found in RULES:
        if re.match(pattern, reason):
            return found
    raise SystemExit(f"no rule answers to the model's '{reason}'")
