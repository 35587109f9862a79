"""dbt's unit tests of the models. A run leaves them out: they ask nothing of its rows."""

import re

from orchestration.settings import program
from tests.dbt_project.conftest import run


def test_the_models_do_what_their_unit_tests_say(samples):
    finished = run(samples, program("dbt"), "test", "--select", "test_type:unit")
    passed = re.search(r"PASS=(\d+)", finished.stdout)
    assert finished.returncode == 0, finished.stdout[-4000:]
    assert passed and int(passed[1]) >= 39, finished.stdout[-1000:]
