"""What was kept against a loss, shown beside what there is now."""
