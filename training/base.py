"""The base model's vocabulary, and the part of it that is kept."""

from pathlib import Path


def kept_pieces(base, vocabulary):
    """The pieces of the vocabulary, and the base model's numbers of them."""
    pieces = _lines(vocabulary)
    numbers = {piece: number for number, piece in enumerate(_lines(Path(base) / 'vocab.txt'))}
    missing = [piece for piece in pieces if piece not in numbers]
    if missing:
        raise SystemExit(f'{vocabulary}: {len(missing)} pieces, such as {missing[0]}, are not in the base model.')
    return pieces, [numbers[piece] for piece in pieces]


def _lines(path):
    return Path(path).read_text(encoding='utf8').rstrip('\n').split('\n')
