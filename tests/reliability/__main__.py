"""Run the campaigns and print, for each, its trials, its failures and its control.

python -m tests.reliability [--quick] [--seed N] [CODE ...]
"""

import argparse
import sys
import time

from tests.reliability.campaign import Campaign
from tests.reliability.campaigns import CAMPAIGNS

_MOST_SHOWN = 5


def main() -> int:
    """Run what was asked for; give 1 where a trial failed or a control did not."""
    parser = argparse.ArgumentParser(description="Try what Dateline promises, many times over.")
    parser.add_argument("--quick", action="store_true", help="as often as with the tests")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same trials")
    parser.add_argument("codes", nargs="*", help="campaigns; all without one")
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}")
    results = [
        _told(each, each.quick if chosen.quick else each.long, chosen.seed)
        for each in CAMPAIGNS
        if not chosen.codes or each.code in chosen.codes
    ]
    return 0 if all(results) else 1


def _told(campaign: Campaign, number: int, seed: int) -> bool:
    started = time.perf_counter()
    failures = campaign.run(number, seed)
    seconds = time.perf_counter() - started
    control = campaign.run_control(seed)
    print(
        f"{campaign.code:4} {number:7,} trials {len(failures):3} failed"
        f" | control {campaign.controls:3} trials {len(control):3} failed"
        f" | {seconds:6.0f} s | {campaign.promise}"
    )
    for failure in failures[:_MOST_SHOWN]:
        print(f"     {failure}")
    sys.stdout.flush()
    return not failures and bool(control)


if __name__ == "__main__":
    sys.exit(main())
