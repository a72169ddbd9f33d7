"""What the tests know of the stack: its credentials and one server, from the environment."""

import json
import os
import time

with open(os.environ["COFFER_CREDENTIALS"], encoding="utf-8") as file:
    ACCOUNT = json.load(file)

ENDPOINT = ACCOUNT["endpoint"]
PROJECT = next(p for p in ACCOUNT["projects"] if p["name"] == "region-1")
SERVER = os.environ["COFFER_SERVER"]
SERVER_TYPE = "OS::Nova::Server"
SECONDS = 90


def eventually(ask, done):
    """Asks again until the answer is as wanted, and returns that answer."""
    end = time.monotonic() + SECONDS
    while True:
        answer = ask()
        if done(answer):
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"still not as wanted after {SECONDS} s: {answer}")
        time.sleep(0.2)
