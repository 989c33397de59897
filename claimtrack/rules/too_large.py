"""A record's file is not larger than 256 KiB.

Nobody reviews a file of that size, and a check must not be made to read one without end. A
manifest may lower the limit, as in the example. Split the record: a claim with so many versions
is more than one question.

Bad:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    limits:
      size: 1000

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    note: >-
      The first ship to reach the Aurelia was a trawler from the north shore, whose crew
      saw three boats leave. Its log was shown to the newspaper, which printed four lines
      of it and withheld the name of the skipper. The second was a tug of the harbour,
      which came alongside after sunrise and took off the older passengers. The third was
      a cutter of the coast guard, which had been at the other end of the strait all night
      long. None of the three crews says that it saw anybody handed over to anybody, on
      the water or on the quay. The passengers themselves were kept below, and those who
      speak of a fourth ship heard it and saw nothing. What they heard may have been the
      pump of the Aurelia, which the engineer had started at about that hour. The log of
      the engine room would tell, but it has not been found, and the engineer has not been
      heard. The newspaper asked the shipping line for a copy of it in the spring, and had
      no answer until the autumn. The answer was that no such log is kept on ships of that
      size, which the union of engineers calls untrue.

Good:

    # claimtrack.yaml
    claimtrack: 1
    texts: [texts]
    limits:
      size: 1000

    # events/ferry-attack.yaml
    event: Attack on the ferry Aurelia
    date: 2019-03
    place: off Port Selm
    note: Three ships reached the Aurelia.
"""

from __future__ import annotations

from claimtrack.rules.base import Rule
from claimtrack.text.faults import TOO_LARGE

RULE = Rule(kind=TOO_LARGE, explanation=__doc__ or "")
