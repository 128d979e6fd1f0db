"""Render the Liquid of a post as Jekyll 4.3 does, with Liquid 4, and say what is wrong with it.

The way in is `editor.render.liquid.render.render_body`.
"""
