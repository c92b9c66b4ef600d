"""Puts labels of real texts together with the texts, which are not part of the project.

    python training/labels.py DATA OUT

DATA is the folder with the texts (articles-dod-contracts, white-house-2000.jsonl.gz), OUT a new folder of
labelled documents for `npm run train -- --gold OUT` and `entente evaluate OUT`. labels/real-texts.jsonl has
one document a line: where its text is, the hash of the text, and offsets in UTF-16 units, never its words.
"""

import gzip
import hashlib
import json
import sys
from pathlib import Path

LABELS = Path(__file__).parent / "labels" / "real-texts.jsonl"


def records(file: Path) -> dict:
    """Records of a file of JSON Lines by their ids."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf8") as lines:
        return {str(one["id"]): one for one in map(json.loads, lines)}


def sliced(text: str, start: int, end: int) -> str:
    """Offsets count UTF-16 units, as JavaScript does."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def main(data: Path, out: Path) -> None:
    (out / "texts").mkdir(parents=True)
    known: dict[str, dict] = {}
    for line in LABELS.read_text(encoding="utf8").splitlines():
        labels = json.loads(line)
        doc = labels["doc"]
        source = doc["source"]
        file = source["file"]
        if file not in known:
            known[file] = records(data / file)
        text = sliced(known[file][source["id"]][source["field"]], source["start"], source["end"])
        if hashlib.sha256(text.encode()).hexdigest() != doc["sha256"]:
            sys.exit(f"{doc['id']}: {file} has another text than the one that was labelled")
        spans = labels["boilerplate"] + [m for e in labels["entities"] for m in e["mentions"]]
        for span in spans + [e for r in labels["relations"] for e in r["evidence"]]:
            span["text"] = sliced(text, span["start"], span["end"])
        doc |= {"title": None, "publisher": None, "url": None}
        (out / "texts" / doc["file"]).write_text(text, encoding="utf8")
        (out / f"{doc['id']}.json").write_text(json.dumps(labels, ensure_ascii=False), encoding="utf8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
