"""Copy a trained pipeline into the package: package.py MODEL TARGET; the model card and the licence there stay."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

KEPT = ("LICENSE", "MODEL_CARD.md")
META = {
    "lang": "en",
    "name": "factcheck_english",
    "version": "1.0.0",
    "description": "English tagger, morphologizer, dependency parser and lemmatizer in Universal Dependencies",
    "author": "the makers of factcheck",
    "license": "CC BY-SA 4.0",
}


def main(model: Path, target: Path) -> None:
    card = {name: (target / name).read_bytes() for name in KEPT if (target / name).exists()}
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(model, target)
    for name, content in card.items():
        (target / name).write_bytes(content)
    path = target / "meta.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **META}, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
