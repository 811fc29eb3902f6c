"""The review: what merging a change would publish, and what it may not."""
