"""The record: from the text of its files, with places, to typed, frozen records, without judging them."""
