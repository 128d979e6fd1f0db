"""A post's life: each step is a plan that lists every change before it is made."""
