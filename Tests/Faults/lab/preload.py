"""Small libraries in C, loaded before the system's own."""
import os
import subprocess

from lab.ledger import HERE


def library(bench, name):
    """The built library lab/NAME.c."""
    path = os.path.join(bench.place, name + ".so")
    if not os.path.exists(path):
        scratch = f"{path}.{os.getpid()}"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", scratch, os.path.join(HERE, name + ".c"), "-ldl"],
                       check=True)
        os.rename(scratch, path)
    return path
