package io.coffer.worker.testing;

import java.io.IOException;
import java.nio.file.Path;

/** A file that the kernel lets nobody else open while this is there, and for a minute at most. */
public final class LeasedFile implements AutoCloseable {

  private static final String LEASE =
      """
      import fcntl, signal, sys, time
      signal.signal(signal.SIGIO, signal.SIG_IGN)
      file = open(sys.argv[1], 'r+b')
      fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
      print('leased', flush=True)
      sys.stdin.read()
      """;

  private final Process holder;

  private LeasedFile(Process holder) {
    this.holder = holder;
  }

  /** Fails the test where there is no Python, or where the file system knows no leases. */
  public static LeasedFile of(Path file) throws IOException {
    Process holder;
    try {
      holder = new ProcessBuilder("python3", "-c", LEASE, file.toString()).start();
    } catch (IOException missing) {
      throw new AssertionError("python3 is not on the PATH: apt-get install python3", missing);
    }
    if (holder.getInputStream().read() != 'l') {
      throw new AssertionError("the file system of " + file + " knows no leases: set TMPDIR");
    }
    return new LeasedFile(holder);
  }

  @Override
  public void close() {
    holder.destroyForcibly();
  }
}
