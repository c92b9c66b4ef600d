"""A small head over the tagger's states that tells how two mentions are related."""

import torch
import torch.nn.functional as F
from torch import nn

from documents import KINDS

# Windows by buckets of distance, as src/ingest/extract/encoder/pair-rows.ts numbers them.
PLACES = 4 * 24
HIDDEN = 160
PRODUCT = 64
HEADS, HEAD_WIDTH = 2, 32
# Tokens that a pair looks at: some before the first mention, and at most so many in all.
BEFORE, LOOK = 16, 96
# What a token is to a pair: before, subject, object, between, behind.
ROLES = 5


class PairHead(nn.Module):
    """One logit for each type of relationship, for pairs of mentions."""

    def __init__(self, width, types, dropout=0.2):
        super().__init__()
        self.config = dict(width=width, types=types)
        inner = HEADS * HEAD_WIDTH
        self.subject = nn.Linear(2 * width, HIDDEN + PRODUCT)
        self.object = nn.Linear(2 * width, HIDDEN + PRODUCT)
        self.kinds = nn.Embedding(KINDS * KINDS, HIDDEN)
        self.place = nn.Embedding(PLACES, HIDDEN)
        self.role = nn.Embedding(ROLES, 2 * inner)
        self.tokens = nn.Linear(width, 2 * inner)
        self.query = nn.Linear(HIDDEN, inner)
        self.found = nn.Linear(inner, HIDDEN)
        self.hidden = nn.Linear(HIDDEN + PRODUCT, HIDDEN)
        self.out = nn.Linear(HIDDEN, types)
        self.drop = nn.Dropout(dropout)
        for table in (self.kinds, self.place, self.role):
            nn.init.normal_(table.weight, std=0.1)
        nn.init.constant_(self.out.bias, -2.0)

    def look(self, states, rows, query):
        """What the tokens of the sentences tell about each pair [pairs, inner]."""
        subject, object_ = rows[:, 0:2], rows[:, 2:4]
        first = torch.minimum(subject[:, 0], object_[:, 0])
        start = torch.maximum(rows[:, 6], first - BEFORE)
        spots = start[:, None] + torch.arange(LOOK, device=rows.device)[None]
        seen = spots < rows[:, 7:8]
        role = (
            1 * within(spots, subject) + 2 * (within(spots, object_) & ~within(spots, subject))
            + 3 * ((spots >= rows[:, 4:5]) & (spots < rows[:, 5:6]))
            + 4 * (spots > torch.maximum(subject[:, 1:], object_[:, 1:]))
        )
        # What lies behind the sentences is masked below; here it must only have a number.
        both = self.tokens(states)[torch.minimum(spots, rows[:, 7:8] - 1)] + self.role(role)
        both = both.view(-1, LOOK, 2, HEADS, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        keys, values = both[0], both[1]
        scores = keys @ query.view(-1, HEADS, HEAD_WIDTH, 1) * HEAD_WIDTH**-0.5
        scores = scores + (~seen).to(scores.dtype)[:, None, :, None] * -1e4
        mixed = (torch.softmax(scores, 2) * values).sum(2)
        return mixed.reshape(-1, HEADS * HEAD_WIDTH)

    def forward(self, states, rows):
        """states [tokens, width] of a document, rows [pairs, 10] int64; logits [pairs, types]."""
        states = self.drop(states)
        subject = self.subject(torch.cat([states[rows[:, 0]], states[rows[:, 1]]], -1))
        object_ = self.object(torch.cat([states[rows[:, 2]], states[rows[:, 3]]], -1))
        both = subject[:, :HIDDEN] + object_[:, :HIDDEN] + self.kinds(rows[:, 8]) + self.place(rows[:, 9])
        found = self.found(self.look(states, rows, self.query(F.gelu(both))))
        product = subject[:, HIDDEN:] * object_[:, HIDDEN:]
        x = torch.cat([F.gelu(both + found), product], -1)
        return self.out(self.drop(F.gelu(self.hidden(self.drop(x)))))


def within(spots, span):
    return (spots >= span[:, :1]) & (spots <= span[:, 1:])
