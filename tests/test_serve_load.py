"""The preview with many open pages: it tells them all, and those that do not listen hold nobody up."""

from concurrent.futures import ThreadPoolExecutor

from streams import run


def test_two_hundred_streams(tmp_path):
    """Of 200 connections some never read and some never end their request; all others learn of a saved article."""
    # The browser's tests leave an event loop running in this thread.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(run, tmp_path, 200).result()  # which raises if one of them is not told
