"""Word pieces of the base model that some texts have: the rest would only make the model larger."""

import argparse
import gzip
from pathlib import Path

from tokenizers import Tokenizer

from base import _lines


def texts_of(path):
    path = Path(path)
    for file in sorted(path.rglob('*')) if path.is_dir() else [path]:
        if file.suffix in ('.txt', '.json', '.jsonl', '.csv', '.md'):
            yield file.read_text(encoding='utf8', errors='ignore')
        elif file.name.endswith('.jsonl.gz'):
            yield gzip.open(file, 'rt', encoding='utf8').read()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--base', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('texts', nargs='+', help='files and folders')
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(Path(args.base) / 'tokenizer.json'))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    seen = set()
    for path in args.texts:
        for text in texts_of(path):
            for at in range(0, len(text), 100_000):
                seen.update(tokenizer.encode(text[at : at + 100_000]).ids)
    pieces = _lines(Path(args.base) / 'vocab.txt')
    # Single signs stay, so that every plain word can be spelt.
    kept = [
        piece for number, piece in enumerate(pieces)
        if number in seen or (piece.isascii() and len(piece.removeprefix('##')) == 1) or piece == '[PAD]'
    ]
    Path(args.out).write_text('\n'.join(kept) + '\n', encoding='utf8')
    print(f'kept {len(kept)} of {len(pieces)} pieces')


if __name__ == '__main__':
    main()
