"""Read dates as Ruby does: Jekyll hands each `date:` to Ruby's forgiving `Time.parse`."""
