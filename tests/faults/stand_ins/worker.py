"""Does nothing until it is told to stop; writes its process number, and at the end the word `stopped`."""

import os
import signal
import sys
from pathlib import Path

path = Path(sys.argv[1])
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
path.write_text(f"{os.getpid()}\n")
signal.sigwait({signal.SIGTERM})
path.write_text("stopped\n")
