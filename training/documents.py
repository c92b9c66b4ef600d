"""Labelled documents as `npm run train:examples` writes them, and windows over them."""

import json
from dataclasses import dataclass, field

import numpy as np

KINDS = 8
SHAPES = 11
# Types of relationships that the scorer learns, and numbers that tell where a pair is.
TYPES = 14
ROW = 10
# What the rules found: whether a token begins or goes on with a mention, by kind, and whether they were asked.
RULES = 2 * KINDS + 1
OUTSIDE, BEGIN, INSIDE = range(3)


@dataclass
class Document:
    id: str
    group: str
    fold: int
    ids: np.ndarray
    shapes: np.ndarray
    sentences: list
    rules: np.ndarray
    tags: np.ndarray
    weights: np.ndarray
    targets: list = field(default_factory=list)
    # Pairs of mentions: rows of numbers, labels and weights by type, and whether the entities are labelled ones.
    rows: np.ndarray = None
    labels: np.ndarray = None
    label_weights: np.ndarray = None
    given: np.ndarray = None


def read_documents(path):
    with open(path) as lines:
        return [_document(json.loads(line)) for line in lines]


def _document(row):
    tokens = len(row['ids'])
    rules = np.zeros((tokens, RULES), np.float32)
    rules[:, -1] = 1
    for mark in row['marks']:
        rules[mark['token'], mark['kind'] + (0 if mark['begins'] else KINDS)] = 1
    tags, weights = _tags(tokens, row['targets'])
    pairs = row['pairs']
    labels = np.zeros((2, len(pairs), TYPES), np.float32)
    for at, pair in enumerate(pairs):
        for kind, label, weight in pair['types']:
            labels[:, at, kind] = label, weight
    return Document(
        row['id'], row['group'], row['fold'],
        np.array(row['ids'], np.int64), np.array(row['shapes'], np.int64),
        [(one['from'], one['to']) for one in row['sentences']],
        rules, tags, weights, row['targets'],
        np.array([pair['row'] for pair in pairs], np.int64).reshape(-1, ROW), *labels,
        np.array([pair['given'] for pair in pairs], bool),
    )


def _tags(tokens, targets):
    """Of two labelled spans of one kind that overlap, the longer one is learned."""
    tags = np.zeros((tokens, KINDS), np.int64)
    weights = np.ones((tokens, KINDS), np.float32)
    for target in sorted(targets, key=lambda one: one['from'] - one['to']):
        start, end, kind = target['from'], target['to'], target['kind']
        if tags[start:end, kind].any():
            continue
        tags[start:end, kind] = INSIDE
        tags[start, kind] = BEGIN
        weights[start:end, kind] = target['weight']
    return tags, weights


@dataclass
class Window:
    """Token numbers; those from `start` up to `end` are scored, the others are context."""

    document: Document
    tokens: np.ndarray
    start: int
    end: int


def windows(document, core, left=0, right=0):
    """Whole sentences, as many as fit into `core` tokens; a longer sentence is cut."""
    pieces = []
    for start, end in document.sentences:
        pieces += [(at, min(at + core, end)) for at in range(start, end, core)]
    found = []
    at = 0
    while at < len(pieces):
        till, length = at, 0
        while till < len(pieces) and (till == at or length + _length(pieces[till]) <= core):
            length += _length(pieces[till])
            till += 1
        before = _tokens(pieces[max(0, at - 3):at])[-left:] if left else []
        after = _tokens(pieces[till:till + 3])[:right]
        own = _tokens(pieces[at:till])
        found.append(Window(document, np.array([*before, *own, *after]), len(before), len(before) + len(own)))
        at = till
    return found


def _length(piece):
    return piece[1] - piece[0]


def _tokens(pieces):
    return [token for start, end in pieces for token in range(start, end)]
