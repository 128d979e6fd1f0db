"""Lexers of our own for languages that Rouge cuts into other pieces than Pygments does.

What they do was measured: code went in, and Rouge's classes came out.
"""
