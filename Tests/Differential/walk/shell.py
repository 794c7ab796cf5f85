"""Commands as people type them, to be run and to be printed."""
import shlex

VERBS = {
    "fund": ["init"], "sub-funds": ["add", "sub-fund"], "donors": ["add", "donor"], "projects": ["add", "project"],
    "openings": ["record", "opening"], "pledges": ["record", "pledge"], "commitments": ["commit"],
    "contributions": ["record", "contribution"], "refunds": ["record", "refund"], "allotments": ["record", "allotment"],
    "obligations": ["record", "obligation"], "disbursements": ["record", "disbursement"],
    "recoveries": ["record", "recovery"], "interest": ["record", "interest"], "other-income": ["record", "other-income"],
    "charges": ["record", "charge"], "transfers": ["record", "transfer"], "exchanges": ["record", "exchange"],
    "revaluations": ["record", "revaluation"], "write-offs": ["record", "write-off"],
    "adjustments": ["record", "adjustment"], "pledge-changes": ["change", "pledge"],
    "allotment-changes": ["change", "allotment"], "obligation-changes": ["change", "obligation"],
    "sub-fund-changes": ["change", "sub-fund"], "reversals": ["reverse"], "undo": ["undo"],
    "giver-changes": ["change", "contribution"], "closings": ["close"], "reopenings": ["reopen"],
}
# Fields that stand without a flag, in their order.
PLACES = {
    "sub-funds": ["code", "title"], "donors": ["code", "name"], "projects": ["code", "title"], "commitments": ["pledge"],
    "pledge-changes": ["pledge"], "earmark-changes": ["number"], "allotment-changes": ["number"],
    "obligation-changes": ["number"], "sub-fund-changes": ["code"], "reversals": ["number"], "undo": ["batch"],
    "giver-changes": ["number"], "closings": ["period"], "reopenings": ["period"],
}
# Fields of which each item has a flag of its own.
LISTS = {"earmark": "earmark", "due": "due", "themes": "theme", "countries": "country", "budget": "budget"}


def arguments(kind, form):
    """The command's words, without the program's name and the ledger."""
    form = dict(form)
    if kind == "earmark-changes":
        words = ["change", form.pop("kind")]
    else:
        words = list(VERBS[kind])
    words += [str(form.pop(place)) for place in PLACES.get(kind, [])]
    if kind == "contributions" and "kind" in form:
        words += {"cash": [], "in-kind": ["--in-kind"], "confiscated-proceeds": ["--confiscated-proceeds"]}[form.pop("kind")]
    for name, value in form.items():
        if value == "yes":
            words.append("--" + name)
        elif name in LISTS:
            for item in str(value).split(";"):
                words += ["--" + LISTS[name], item]
        else:
            words += ["--" + name, str(value)]
    return words


def csv(forms):
    """The rows of an import as a CSV file."""
    columns = list(dict.fromkeys(name for form in forms for name in form))
    rows = [[str(form.get(name, "")) for name in columns] for form in forms]
    return "\n".join(",".join(row) for row in [columns] + rows) + "\n"


def session(steps):
    """What a person types to see the same: (kind, forms, whether an import) of each command."""
    lines = []
    for number, (kind, forms, is_import) in enumerate(steps):
        if is_import or kind == "rates":
            file = f"{kind}-{number}.csv" if is_import else "rates.csv"
            lines += [f"$ cat > {file} <<END", csv(forms).rstrip(), "END"]
            lines.append(f"$ cpcjf import {'' if kind == 'rates' else 'csv '}{kind} {file}")
        else:
            lines += ["$ " + shlex.join(["cpcjf"] + arguments(kind, form)) for form in forms]
    return "\n".join(lines)
