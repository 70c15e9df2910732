"""What graph.html shows, as plain records: no third-party type, nothing that is markup."""
