"""What the tests of the comparison share."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # `from compared_plainly import compare_plainly`
