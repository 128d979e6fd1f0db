"""Say when something was kept, the way people say it."""

from datetime import datetime, timedelta


def moment_in_words(moment: datetime, now: datetime) -> str:
    """Give “Today, 14:32”, “Yesterday, 09:05” or “3 May 2025, 18:40”, in the zone of `now`."""
    here = moment.astimezone(now.tzinfo)
    if here.date() == now.date():
        day = "Today"
    elif here.date() == (now - timedelta(days=1)).date():
        day = "Yesterday"
    else:
        day = f"{here.day} {here:%B %Y}"
    return f"{day}, {here:%H:%M}"
