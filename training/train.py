"""Fine-tunes tagger and pair head on labelled documents. All layers learn; see README.md for the commands."""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from base import kept_pieces
from batches import batches, chunks, gathered, pairs_of, tensors
from documents import TYPES, read_documents
from measure import measure
from pairs import PairHead
from start import from_onnx, head_from_onnx
from tagger import from_base

PASSAGE_EPOCHS = 2


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--examples', required=True, help='JSON Lines of npm run train:examples')
    parser.add_argument('--base', required=True, help='folder of the base model')
    parser.add_argument('--vocabulary', required=True, help='word pieces to keep, one a line')
    parser.add_argument('--without', type=int, help='leave out, and measure, this fold of the documents')
    parser.add_argument('--epochs', type=int, default=5)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--rate', type=float, default=3e-4)
    parser.add_argument('--head-rate', type=float, default=2e-3)
    parser.add_argument('--pairs-rate', type=float, default=1e-3)
    parser.add_argument('--batch', type=int, default=1500, help='tokens in a batch, padding included')
    parser.add_argument('--blind', type=float, default=0.4, help='share of windows that do not see the rules')
    parser.add_argument('--forgetful', type=float, default=0.1, help='share of tokens whose rules are left out')
    parser.add_argument('--pairs', type=float, default=1.0, help='weight of the loss of pairs beside that of tags')
    parser.add_argument('--start', type=Path, help='go on from this tagger, an ONNX file of export.py')
    parser.add_argument('--only', type=Path, help='learn from the documents of this list of ids alone, one a line')
    parser.add_argument('--out', required=True)
    return parser.parse_args()


def forget(rules, args):
    """The tagger must not lean on the rules alone: some windows do without, and some tokens."""
    tokens = torch.rand(rules.shape[0], rules.shape[1], 1) >= args.forgetful
    blind = torch.rand(rules.shape[0], 1, 1) < args.blind
    return rules * tokens * ~blind


def optimiser(net, head, args):
    groups = {}
    named = [*net.named_parameters(), *((f'pairs.{name}', each) for name, each in head.named_parameters())]
    for name, parameter in named:
        if not parameter.requires_grad:
            continue
        rate = args.rate
        if name.startswith(('head', 'side', 'shape', 'rule')):
            rate = args.head_rate
        elif name.startswith('pairs'):
            rate = args.pairs_rate
        groups.setdefault((rate, parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        dict(params=each, base=rate, lr=0.0, weight_decay=0.01 if decays else 0.0)
        for (rate, decays), each in groups.items()
    )


def schedule(step, total):
    """Warms up for a twelfth, then falls to a fiftieth."""
    warm = max(1, total // 12)
    return (step + 1) / warm if step < warm else max(0.02, (total - step) / (total - warm))


def losses_of(net, head, batch, ends, args):
    """Of the tagger, and of the pairs."""
    ids, shapes, mask, rules, tags, weights = tensors([window for chunk in batch for window in chunk], ends)
    rules = forget(rules, args)
    with torch.autocast('cpu', torch.bfloat16):
        logits, states = net(ids, shapes, mask, rules)
    loss = F.cross_entropy(logits.float().reshape(-1, 3), tags.reshape(-1), reduction='none').view_as(weights)
    tagging = (loss * weights).sum() / weights[..., 0].gt(0).sum()
    source, rows, labels, pair_weights = pairs_of(batch, ids.shape[1])
    if len(rows) == 0:
        return tagging, torch.zeros(())
    found = head(gathered(states.float(), source), rows)
    loss = F.binary_cross_entropy_with_logits(found, labels, reduction='none')
    return tagging, (loss * pair_weights).sum() / pair_weights.gt(0).sum()


def train(net, head, documents, ends, args):
    rng = random.Random(args.seed)
    plan = []
    for epoch in range(args.epochs):
        items = [
            chunk
            for document in documents
            if epoch < PASSAGE_EPOCHS or document.group != 'passage'
            for chunk in chunks(document, args.batch)
        ]
        plan += batches(items, args.batch, rng)
    steps = optimiser(net, head, args)
    net.train()
    head.train()
    smooth, started = None, time.process_time()
    for step, batch in enumerate(plan):
        for group in steps.param_groups:
            group['lr'] = group['base'] * schedule(step, len(plan))
        tagging, pairing = losses_of(net, head, batch, ends, args)
        steps.zero_grad(set_to_none=True)
        (tagging + args.pairs * pairing).backward()
        torch.nn.utils.clip_grad_norm_([*net.parameters(), *head.parameters()], 1.0)
        steps.step()
        both = np.array([tagging.item(), pairing.item()])
        smooth = both if smooth is None else 0.98 * smooth + 0.02 * both
        if step % 25 == 24:
            spent = time.process_time() - started
            print(f'step {step + 1} of {len(plan)}, losses {smooth.round(4)}, {spent:.0f} s of CPU', flush=True)


def is_seen(document, args):
    if args.only is not None and document.id not in args.only.read_text().split():
        return False
    return document.fold != args.without


def save(net, head, documents, seen, args):
    """With the settings, and the documents that neither this run nor the tagger it began with has seen."""
    ids = {one.id for one in seen}
    unseen = {one.id for one in documents} - ids
    if args.start is not None:
        unseen &= set(json.loads(args.start.with_suffix('.json').read_text())['unseen'])
    made = {name: value for name, value in vars(args).items() if isinstance(value, (int, float))}
    torch.save(
        dict(
            config=net.config, state=net.state_dict(), pairs=head.config, pairs_state=head.state_dict(),
            made=made, seen=len(ids), unseen=sorted(unseen),
        ),
        args.out,
    )


def main():
    args = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    pieces, kept = kept_pieces(args.base, args.vocabulary)
    ends = pieces.index('[CLS]'), pieces.index('[SEP]')
    documents = read_documents(args.examples)
    if args.start is None:
        net = from_base(args.base, kept)
        head = PairHead(net.config['width'], TYPES)
    else:
        net = from_onnx(args.start)
        head = head_from_onnx(args.start.with_suffix('.pairs.onnx'))
    seen = [one for one in documents if is_seen(one, args)]
    print(f'{len(seen)} of {len(documents)} documents', flush=True)
    train(net, head, seen, ends, args)
    save(net, head, documents, seen, args)
    if args.without is not None:
        measure(net, head, [one for one in documents if one.fold == args.without], ends)


if __name__ == '__main__':
    main()
