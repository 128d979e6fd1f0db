"""What the person can send to those who look after Dateline, and what is said when it fails."""
