"""Spans from log probabilities, and how many of them are labelled."""

import numpy as np

from documents import BEGIN, INSIDE, KINDS, OUTSIDE

IMPOSSIBLE = -1e9


def best_tags(scores):
    """Viterbi: INSIDE never follows OUTSIDE. scores [length, 3] of log probabilities; tags [length]."""
    length = len(scores)
    total = scores[0].copy()
    total[INSIDE] = IMPOSSIBLE
    back = np.zeros((length, 3), np.int8)
    for at in range(1, length):
        free = int(np.argmax(total))
        inside = BEGIN if total[BEGIN] >= total[INSIDE] else INSIDE
        back[at] = free, free, inside
        total = scores[at] + np.array([total[free], total[free], total[inside]])
    tags = np.zeros(length, np.int8)
    tag = int(np.argmax(total))
    for at in range(length - 1, -1, -1):
        tags[at] = tag
        tag = back[at, tag]
    return tags


def spans_of(tags):
    """Half-open spans of tags."""
    spans = []
    for at, tag in enumerate(tags):
        if tag == BEGIN:
            spans.append([at, at + 1])
        elif tag == INSIDE and spans and spans[-1][1] == at:
            spans[-1][1] = at + 1
    return [tuple(span) for span in spans]


def found_spans(document, scores):
    """{(kind, from, to)}; scores [tokens, 8, 3] of log probabilities."""
    found = set()
    for start, end in document.sentences:
        for kind in range(KINDS):
            part = scores[start:end, kind]
            if part[:, OUTSIDE].min() > np.log(0.9):
                continue
            found |= {(kind, start + a, start + b) for a, b in spans_of(best_tags(part))}
    return found


def count(documents, found):
    """[right, wrong, missed] by kind; optional labels count neither way."""
    counts = np.zeros((KINDS, 3), int)
    for document in documents:
        sure = {(t['kind'], t['from'], t['to']) for t in document.targets if t['weight'] == 1}
        free = [t for t in document.targets if t['weight'] < 1]
        for span in found[document.id]:
            kind, start, end = span
            if span in sure:
                counts[kind, 0] += 1
            elif not any(t['kind'] == kind and t['from'] < end and start < t['to'] for t in free):
                counts[kind, 1] += 1
        for kind, _, _ in sure - found[document.id]:
            counts[kind, 2] += 1
    return counts


def f1(counts):
    right, wrong, missed = counts
    return 2 * right / max(1, 2 * right + wrong + missed)
