package io.coffer.worker.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

  /** Skips the test where there is no Python, or where the file system knows no leases. */
  public static LeasedFile of(Path file) throws IOException {
    Process holder = null;
    try {
      holder = new ProcessBuilder("python3", "-c", LEASE, file.toString()).start();
    } catch (IOException e) {
      assumeTrue(false, "python3 is not on the PATH");
    }
    boolean leased = holder.getInputStream().read() == 'l';
    assumeTrue(leased, "no leases here");
    return new LeasedFile(holder);
  }

  @Override
  public void close() {
    holder.destroyForcibly();
  }
}
