"""Tables edited as tables; what is written is plain kramdown with its columns in line."""
