"""Read, compare and print values as Ruby does, since Liquid shows Ruby's habits to the writer.

A value is None, a bool, an int, a float, a str, a date, an aware datetime, a list, a dict, a
`Range`, an `EmptyLiteral` or a `Drop`.
"""
