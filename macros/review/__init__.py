"""The review: what merging a change would publish, and which changes are not allowed."""
